import { statement } from '../../database/statement.ts';
import { datasetIds } from './constraints.ts';
import { everyZone } from './every-zone.ts';
import { leastCovered } from './layer-coverage.ts';
import type { Covered } from './coverage.ts';
import type { Measured, Measuring } from './measure.ts';
import { say } from '../judgement/message.ts';

/** A municipality near a zone, with the plans in force there that come near it too. */
interface Neighbour {
  number: string;
  name: string;
  distance_m: number;
  fid: number;
  dataset: number;
  id: string;
  plans: string[];
}

interface Row {
  zone: number;
  neighbours: Neighbour[] | null;
  around: Buffer;
  /** All of it is some municipality's. */
  mapped: boolean;
}

/** A zone's land and the municipalities around it. */
export interface Neighbours extends Measured {
  /** Nearest first; none within the limit where it is empty. */
  neighbours: Neighbour[];
}

/**
 * The municipalities other than a zone's own within so many metres of its land.
 * @throws OverlayFailed
 */
export async function neighboursOf(given: Measuring, within: number): Promise<Map<number, Neighbours>> {
  const { session, zones, constraints } = given;
  const datasets = datasetIds(constraints, 'municipality');
  const rows = await session.rows<Row>(statement('conflicts/neighbours'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ land }) => land),
    own: zones.map(({ municipality }) => municipality),
    datasets,
    plans: datasetIds(constraints, 'plan'),
    within,
    noise_m: given.parameters.touching_m,
  });
  const found = everyZone(rows, zones);
  const covered = await leastCovered(given, ['municipality']);
  // A neighbour may be where nobody looked: all land within the limit has to be covered before there is none.
  const around = zones.map((zone) => ({ ...zone, land: (found.get(zone.index) as Row).around }));
  const coveredAround = await leastCovered({ ...given, zones: around }, ['municipality']);
  return new Map(
    zones.map(({ index }) => {
      const { neighbours: near, mapped } = found.get(index) as Row;
      const neighbours = near ?? [];
      // Municipalities leave no land between them: where they lie, there is no other, whatever is said of coverage.
      const share = mapped ? 1 : (covered.get(index) as Covered).share;
      const whole = mapped || (coveredAround.get(index) as Covered).whole;
      const remarks = neighbours.map(({ number, name, distance_m: distance, plans }) =>
        say(plans.length > 0 ? 'neighbour-plans' : 'neighbour', { number, name, distance, plans: plans.join(', ') }),
      );
      return [
        index,
        {
          ...{ area_m2: 0, red_area_m2: 0, touching: false, share_covered: share, covered: whole },
          distance_m: neighbours[0]?.distance_m ?? null,
          constraints: neighbours.map(({ id, fid, dataset }) => ({ layer: 'municipality', id, fid, dataset })),
          ...{ datasets, overlap: null, remarks, steps: [], neighbours },
        },
      ];
    }),
  );
}
