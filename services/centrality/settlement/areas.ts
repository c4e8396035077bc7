import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { UrbanArea } from './urban-areas.ts';

export const areaKinds = ['county', 'region', 'municipality', 'urban-area'] as const;

/** What figures are told of, besides cells. */
export interface Area {
  kind: (typeof areaKinds)[number];
  /** Of the county, and of urban areas that have none: null. */
  number: string | null;
  /** Of an urban area that nobody has named: that it lies in the municipality of most of its points. */
  name: string | null;
}

/** Areas, and which points lie in each. */
export interface AreasOfPoints {
  areas: Area[];
  /** Positions of the points in each area. */
  members: number[][];
}

interface Point {
  x: number;
  y: number;
  /** Number; '' outside all. */
  municipality: string;
}

/** Points in one statement: what bounds the time in which no other work comes on the embedded database. */
const batch = 5000;

/**
 * Which of the county, its regions, municipalities and urban areas each point lies in. The county is all the
 * municipalities together; areas without any point are told, too.
 * @param points analysis CRS
 */
export async function areasOfPoints(
  session: Session,
  constraints: Constraints,
  points: readonly Point[],
  urban: readonly UrbanArea[],
): Promise<AreasOfPoints> {
  type Named = { kind: 'region' | 'municipality'; number: string; name: string | null };
  const regions = datasetIds(constraints, 'region');
  const named = await session.rows<Named>(statement('centrality/areas/names'), {
    ...{ regions, municipalities: datasetIds(constraints, 'municipality') },
  });
  const areas: Area[] = [
    { kind: 'county', number: null, name: null },
    ...named,
    ...urban.map(({ number, name }): Area => ({ kind: 'urban-area', number, name })),
  ];
  const members = areas.map((): number[] => []);
  const at = new Map(areas.map(({ kind, number }, index) => [`${kind}/${number}`, index]));
  const add = (area: number | undefined, point: number) => area !== undefined && members[area].push(point);
  for (const [point, { municipality }] of points.entries()) {
    if (municipality !== '') add(0, point);
    add(at.get(`municipality/${municipality}`), point);
  }
  for (let from = 0; from < points.length; from += batch) {
    type Row = { place: number; regions: string[]; urban: number[] };
    const those = points.slice(from, from + batch);
    const rows = await session.rows<Row>(statement('centrality/areas/of-points'), {
      ...{ xs: those.map(({ x }) => x), ys: those.map(({ y }) => y), regions, areas: urban.map(({ geom }) => geom) },
    });
    for (const row of rows) {
      const point = from + row.place - 1;
      for (const number of row.regions) add(at.get(`region/${number}`), point);
      for (const one of row.urban) add(1 + named.length + one - 1, point);
    }
  }
  for (const [index, area] of areas.entries())
    if (area.kind === 'urban-area' && area.name === null) {
      const numbers = members[index].map((point) => points[point].municipality);
      const municipality = areas[at.get(`municipality/${mostOften(numbers) ?? ''}`) ?? -1] as Area | undefined;
      area.name = municipality?.name ? `Tettsted i ${municipality.name}` : null;
    }
  return { areas, members };
}

/** What is named most often; the first of several. */
function mostOften(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
