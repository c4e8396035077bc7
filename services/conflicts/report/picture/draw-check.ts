import type { Catalogue } from '../../../../layers/catalogue.ts';
import type { Language } from '../../../../layers/declaration/bilingual.ts';
import type { Database } from '../../../database/database.ts';
import { boxAround } from '../../plan/box.ts';
import type { Check } from '../../check.ts';
import { datasetIds, type Constraints } from '../../measurement/constraints.ts';
import type { Finding } from '../../judgement/finding.ts';
import { draw, type Scene } from './draw.ts';
import { frameAround, type Frame } from '../../../documents/picture/frame.ts';
import type { Picture } from '../../../documents/picture/picture.ts';
import { featureShapes, landShapes, type Land, type Shape } from '../../../documents/picture/shapes.ts';

/** A finding that gets a picture: its number in the check, and the picture's words. */
export interface Wanted {
  number: number;
  alt: string;
}

interface Given {
  database: Database;
  catalogue: Catalogue;
  check: Check;
  /** Editions of the background layers too. */
  constraints: Constraints;
  language: Language;
  /** Zones as they could be drawn instead, well-known binaries by finding. */
  remedies: ReadonlyMap<number, Buffer>;
}

/** Layers that are only there to find one's way. */
export const backgroundLayers = ['water', 'road-link', 'municipality'];

/** Layers that a picture shows as zones or background anyway. */
const notAsConstraints = new Set(['municipality', 'plan', 'zoning', 'zoning-consideration']);

/** So many zones are named in the overview. */
const mostLabels = 30;

type Kind = 'other' | 'zone' | 'review' | 'conflict' | 'remedy';

/**
 * The overview of a check and a picture of each wanted finding.
 * @param overview words of the overview
 */
export async function drawCheck(
  given: Given,
  wanted: readonly Wanted[],
  overview: string,
): Promise<{ overview: Picture | null; pictures: Map<number, Picture> }> {
  const { database, catalogue, check, constraints, language, remedies } = given;
  const hits = check.findings.filter(isDrawn);
  const all = boxAround([...check.zones, ...hits.map(({ zone }) => zone)]);
  if (!all) return { overview: null, pictures: new Map() };
  const shown = wanted.flatMap(({ number, alt }) => {
    const finding = check.findings[number];
    return finding?.zone ? [{ number, alt, finding, zone: finding.zone }] : [];
  });
  const frames = [frameAround(all, 0.06), ...shown.map(({ zone }) => frameAround(boxAround([zone]) ?? all, 0.5))];
  const lands: Land<Kind>[] = [
    ...check.zones.map(({ geom }) => ({ frame: -1, kind: 'other' as const, geom })),
    ...hits.map(({ verdict, measured: { overlap } }) => ({ frame: 0, kind: kindOf(verdict), geom: overlap })),
    ...shown.flatMap(({ number, finding, zone }, at) => {
      const overlap = finding.measured?.overlap;
      const remedy = remedies.get(number);
      return [
        { frame: at + 1, kind: 'zone' as const, geom: zone.geom },
        ...(overlap ? [{ frame: at + 1, kind: kindOf(finding.verdict), geom: overlap }] : []),
        ...(remedy ? [{ frame: at + 1, kind: 'remedy' as const, geom: remedy }] : []),
      ];
    }),
  ];
  const land = await landShapes(database, lands, frames);
  const [water, roads, borders] = await Promise.all(
    backgroundLayers.map((id) =>
      featureShapes(database, catalogue.get(id), datasetIds(constraints, id), frames, id === 'municipality'),
    ),
  );
  const around = await constraintShapes(
    given,
    frames,
    shown.map(({ finding }) => finding),
  );
  const sceneOf = (at: number, id: string): Scene => {
    const own = land.get(at) ?? [];
    const of = (kind: Kind) => own.filter((shape) => shape.kind === kind);
    return {
      id,
      frame: frames[at],
      water: water?.get(at) ?? [],
      roads: roads?.get(at) ?? [],
      borders: borders?.get(at) ?? [],
      constraints: around(at),
      others: of('other'),
      zones: of('zone'),
      review: of('review'),
      conflict: of('conflict'),
      remedies: of('remedy'),
      labels: [],
      isOverview: at === 0,
    };
  };
  const labels = labelsOf(hits, frames[0]);
  return {
    overview: draw({ ...sceneOf(0, 'overview'), labels }, overview, language),
    pictures: new Map(
      shown.map(({ number, alt }, at) => [number, draw(sceneOf(at + 1, `map${number}`), alt, language)]),
    ),
  };
}

type Hit = Finding & { zone: NonNullable<Finding['zone']>; measured: { overlap: Buffer } };

const isDrawn = (finding: Finding): finding is Hit =>
  (finding.verdict === 'conflict' || finding.verdict === 'review') &&
  finding.zone !== null &&
  Boolean(finding.measured?.overlap);

const kindOf = (verdict: string): 'conflict' | 'review' => (verdict === 'conflict' ? 'conflict' : 'review');

/** The layers that each finding's rule asks against, in its frame. */
async function constraintShapes(
  { database, catalogue, constraints }: Given,
  frames: readonly Frame[],
  findings: readonly Finding[],
): Promise<(at: number) => Scene['constraints']> {
  const layersOf = (at: number) =>
    (findings[at - 1]?.rule.against ?? []).filter((layer) => !notAsConstraints.has(layer));
  const shapes = new Map<string, Map<number, Shape[]>>();
  for (const id of new Set(findings.flatMap((_, at) => layersOf(at + 1)))) {
    const places = frames.map((_, at) => at).filter((at) => layersOf(at).includes(id));
    const found = await featureShapes(
      database,
      catalogue.get(id),
      datasetIds(constraints, id),
      places.map((at) => frames[at]),
    );
    shapes.set(id, new Map([...found].map(([place, each]) => [places[place], each])));
  }
  return (at) => layersOf(at).map((id) => ({ layer: catalogue.get(id), shapes: shapes.get(id)?.get(at) ?? [] }));
}

/** Names of the zones with findings, in the middle of each. */
function labelsOf(hits: readonly Hit[], { west, north, scale }: Frame): Scene['labels'] {
  const zones = new Map(hits.map(({ zone }) => [`${zone.id} ${zone.box.join()}`, zone]));
  if (zones.size > mostLabels) return [];
  return [...zones.values()].map(({ name, id, box: [w, s, e, n] }) => ({
    x: ((w + e) / 2 - west) * scale,
    y: (north - (s + n) / 2) * scale + 3,
    text: (name ?? id).slice(0, 24),
  }));
}
