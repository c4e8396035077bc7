import { statement } from '../../database/statement.ts';
import type { Candidate } from './alternative.ts';
import { outParameters, placeParameters, type Ground, type Seeker } from './ground.ts';

/** Areas of plans in force that are looked at, the nearest first. */
const most = 100;

/** Unbuilt land that plans in force give the same purpose, nearest first: whole reserves, then room in existing areas. */
export async function givenLand(ground: Ground, seeker: Seeker): Promise<Candidate[]> {
  type Row = Omit<Candidate, 'kind'> & { reserve: boolean };
  const { session, built } = ground;
  const shared = placeParameters(ground, seeker);
  const areas = await session.rows<{ dataset: number; fid: number; geom: Buffer }>(
    statement('conflicts/areas-for-purpose'),
    {
      ...shared,
      kept: ground.draft.flatMap(({ geom, group, seeks }) => (!seeks && group === seeker.group ? [geom] : [])),
      ...{ group: seeker.group, most },
    },
  );
  const rows = await session.rows<Row>(statement('conflicts/unbuilt-in-plans'), {
    ...shared,
    ...outParameters(ground),
    datasets: areas.map(({ dataset }) => dataset),
    fids: areas.map(({ fid }) => fid),
    areas: areas.map(({ geom }) => geom),
    built: await built.under(areas.map(({ geom }) => geom)),
    // What the draft itself leaves to the purpose is still there.
    draft: ground.draft.flatMap(({ geom, group, seeks }) => (seeks || group !== seeker.group ? [geom] : [])),
    group: seeker.group,
    size_m2: seeker.size_m2,
    least_m2: ground.parameters.unbuilt_area_m2,
  });
  return rows.map(({ reserve, ...row }) => ({ ...row, kind: reserve ? 'reserve' : 'densification' }));
}
