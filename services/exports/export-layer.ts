import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { crsOf } from '../imports/crs.ts';
import { currentEditions, editionOf, type Edition } from '../imports/editions.ts';
import { CannotExport } from './cannot-export.ts';
import { columnsOf } from './columns.ts';
import type { About, ExportFeature } from './export-format.ts';
import { featuresOf, type Area } from './features.ts';

export interface ExportOptions {
  /** Layer id */
  layer: string;
  /** EPSG number of the coordinates */
  crs: number;
  /** Number of the edition; the current one without it. */
  edition?: number | undefined;
  /** Only the dataset of this part. */
  part?: string | undefined;
  /** Only what meets this box: west, south, east, north in `crs`. */
  bbox?: readonly [number, number, number, number] | undefined;
  /** Only what has something inside the municipality of this number. */
  municipality?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * The features of one edition of a layer, to be written in some format. Datasets never change, so what comes is of one
 * piece however long the writing takes.
 * @throws UnknownLayer, UnknownCrs, CannotExport
 */
export async function exportLayer(
  database: Database,
  catalogue: Catalogue,
  options: ExportOptions,
): Promise<{ about: About; features: AsyncIterable<ExportFeature> }> {
  const layer = catalogue.get(options.layer);
  const srid = crsOf(options.crs).epsg;
  const edition = await editionAsked(database, options);
  const datasets = edition.datasets.filter(({ part }) => options.part === undefined || part === options.part);
  if (datasets.length === 0) throw noSuchPart(edition, options.part);
  const areas = await areasAsked(database, options);
  const { definition } = await database.row<{ definition: string }>(statement('exports/system'), { srid });
  const count = areas.length > 0 ? null : datasets.reduce((sum, { counts }) => sum + counts.loaded, 0);
  const ids = datasets.map(({ id }) => id);
  return {
    about: { layer, edition, datasets, crs: { epsg: srid, definition }, columns: columnsOf(layer), count },
    features: featuresOf(database, layer, { datasets: ids, srid, areas, signal: options.signal }),
  };
}

async function editionAsked(database: Database, { layer, edition: number }: ExportOptions): Promise<Edition> {
  const current = (await currentEditions(database, [layer])).get(layer);
  if (number === undefined) {
    if (current) return current;
    throw new CannotExport({
      nb: `Kartlaget «${layer}» har ingen data. Importer noe med: grunnriss import FIL --layer ${layer}`,
      en: `Layer '${layer}' has no data. Import some with: grunnriss import FILE --layer ${layer}`,
    });
  }
  const found = await editionOf(database, layer, number);
  if (found) return found;
  const known = current?.number ?? 0;
  throw new CannotExport({
    nb: `Kartlaget «${layer}» har ingen utgave ${number}. Den gjeldende er ${known}.`,
    en: `Layer '${layer}' has no edition ${number}. The current one is ${known}.`,
  });
}

function noSuchPart(edition: Edition, part: string | undefined): CannotExport {
  const { layer, number, datasets } = edition;
  const parts = datasets.map((dataset) => dataset.part).join(', ');
  if (part === undefined)
    return new CannotExport({
      nb: `Utgave ${number} av kartlaget «${layer}» er tom.`,
      en: `Edition ${number} of layer '${layer}' is empty.`,
    });
  return new CannotExport({
    nb: `Utgave ${number} av kartlaget «${layer}» har ingen del «${part}». Delene er: ${parts}.`,
    en: `Edition ${number} of layer '${layer}' has no part '${part}'. Its parts: ${parts}.`,
  });
}

async function areasAsked(database: Database, { bbox, crs, municipality }: ExportOptions): Promise<Area[]> {
  const areas: Area[] = [];
  if (bbox) {
    const [west, south, east, north] = bbox;
    const box = { west, south, east, north, srid: crsOf(crs).epsg };
    const { area } = await database.row<{ area: Buffer }>(statement('exports/box'), box);
    areas.push({ wkb: area, inside: false });
  }
  if (municipality !== undefined) {
    const { area } = await database.row<{ area: Buffer | null }>(statement('exports/municipality'), {
      number: municipality,
    });
    if (!area)
      throw new CannotExport({
        nb: `Kommune ${municipality} er ikke blant kommunene som er lastet inn.`,
        en: `Municipality ${municipality} is not among the municipalities that are loaded.`,
      });
    areas.push({ wkb: area, inside: true });
  }
  return areas;
}
