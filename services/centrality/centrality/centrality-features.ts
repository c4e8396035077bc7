import { centralityStep } from '../../../layers/codes/centrality.ts';
import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { fromWkb } from '../../imports/wkb-reader.ts';
import { eachShape } from '../places/cell-shapes.ts';
import type { Places } from '../places/read-places.ts';
import { classOf, type AreaIndex, type CellIndex, type MunicipalIndex, type Scale } from './index-of-cells.ts';

/** The cells with their index, page by page. */
export async function* cellFeatures(
  session: Session,
  { cells }: Places,
  [jobs, services]: readonly Float64Array[],
  index: readonly CellIndex[],
  scale: Scale,
): AsyncGenerator<SourceFeature> {
  const known = (figure: number | undefined) => (figure === undefined || Number.isNaN(figure) ? null : figure);
  for await (const { at, geom } of eachShape(session, cells)) {
    const { id, code, residents, municipality, year } = cells[at];
    yield {
      ...{ index: at, id, geometry: fromWkb(geom) },
      properties: {
        ...{ cell: code, municipality, residents, year },
        ...{ jobs_reached: known(jobs[at]), services_reached: known(services[at]) },
        ...partsOf(index[at], scale),
      },
    };
  }
}

/** The municipalities with their index; those without cells are not among them. */
export async function municipalFeatures(
  session: Session,
  constraints: Constraints,
  { cells }: Places,
  indices: readonly MunicipalIndex[],
  scale: Scale,
): Promise<{ features: SourceFeature[]; names: ReadonlyMap<string, string | null> }> {
  const rows = await session.rows<{ number: string; name: string | null; geom: Buffer }>(
    statement('centrality/municipality-shapes'),
    { municipalities: datasetIds(constraints, 'municipality') },
  );
  const shapes = new Map(rows.map((row) => [row.number, row]));
  const years = new Map<string, Set<number | null>>();
  for (const { municipality, year } of cells) {
    const own = years.get(municipality) ?? new Set();
    years.set(municipality, own.add(year));
  }
  /** The year of all cells of a municipality; null where they have several. */
  const yearOf = (number: string) => {
    const [year = null, ...others] = years.get(number) ?? [];
    return others.length > 0 ? null : year;
  };
  const features = indices.flatMap((own): SourceFeature[] => {
    const shape = shapes.get(own.number);
    if (!shape) return [];
    return [
      {
        ...{ index: 0, id: own.number, geometry: fromWkb(shape.geom) },
        properties: {
          ...{ number: own.number, name: shape.name, year: yearOf(own.number), ...propertiesOf(own, scale) },
        },
      },
    ];
  });
  return {
    features: features.map((feature, index) => ({ ...feature, index })),
    names: new Map(rows.map(({ number, name }) => [number, name])),
  };
}

/** What a layer tells of the index of an area. */
export function propertiesOf(own: AreaIndex, scale: Scale): SourceFeature['properties'] {
  const { residents, residents_without_road, reached } = own;
  const parts = own.index === null ? null : { index: own.index, jobs: own.jobs ?? 0, services: own.services ?? 0 };
  return {
    ...{ residents, residents_without_road },
    ...{ jobs_reached: reached?.jobs ?? null, services_reached: reached?.services ?? null },
    ...partsOf(parts, scale),
  };
}

const partsOf = (found: CellIndex | undefined, scale: Scale) =>
  found
    ? { ...found, class: classOf(found.index, scale), step: centralityStep(found.index), scale: scale.municipality }
    : { index: null, class: null, jobs: null, services: null, step: null, scale: scale.municipality };
