import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { AreasOfPoints } from './areas.ts';

/** Numbers of the municipalities that each area is made of; of an urban area, those of the points in it. */
export async function municipalitiesOfAreas(
  session: Session,
  constraints: Constraints,
  { areas, members }: AreasOfPoints,
  points: readonly { municipality: string }[],
): Promise<string[][]> {
  const rows = await session.rows<{ region: string; municipalities: string[] }>(
    statement('centrality/areas/municipalities-of-regions'),
    {
      ...{ regions: datasetIds(constraints, 'region'), municipalities: datasetIds(constraints, 'municipality') },
      division: constraints.division,
    },
  );
  const ofRegion = new Map(rows.map(({ region, municipalities }) => [region, municipalities]));
  const all = areas.flatMap(({ kind, number }) => (kind === 'municipality' && number !== null ? [number] : []));
  return areas.map(({ kind, number }, at) => {
    if (kind === 'county') return all;
    if (kind === 'region') return ofRegion.get(number ?? '') ?? [];
    if (kind === 'municipality') return [number ?? ''];
    return [...new Set(members[at].map((point) => points[point].municipality))].sort();
  });
}
