import { statement } from '../../database/statement.ts';
import { datasetIds } from '../measurement/constraints.ts';
import type { Covered } from '../measurement/coverage.ts';
import { everyZone } from '../measurement/every-zone.ts';
import { leastCovered } from '../measurement/layer-coverage.ts';
import type { Measured, Measuring } from '../measurement/measure.ts';

interface Row {
  zone: number;
  area_m2: number;
  overlap: Buffer | null;
  met: { dataset: number; fid: number; id: string }[] | null;
  touched: boolean;
  distance_m: number | null;
  /** Datasets of the plans that were met or near. */
  plans: number[];
  around: Buffer;
}

/** Metres around a zone in which the nearest green structure is looked for, to be told. */
const reach = 2000;

/**
 * Measure the green structure of plans in force that zones take, in urban areas and near them. What the plan that is
 * checked replaces counts, too: this is what it takes.
 * @param urban_m metres from an urban area that count as near it
 * @throws OverlayFailed
 */
export async function greenTaken(given: Measuring, urban_m: number): Promise<Map<number, Measured>> {
  const { session, zones, constraints, municipalities, parameters, around } = given;
  const rows = everyZone(
    await session.rows<Row>(statement('conflicts/green-taken'), {
      zones: zones.map(({ index }) => index),
      geoms: zones.map(({ land }) => land),
      plan_ids: around.plans.map(({ plan_id: id }) => id),
      ranks: around.plans.map(({ rank }) => rank),
      zoning: datasetIds(constraints, 'zoning'),
      considerations: datasetIds(constraints, 'zoning-consideration'),
      urban: datasetIds(constraints, 'urban-area'),
      division: constraints.division,
      municipalities,
      ...{ urban_m, reach, touching_m: parameters.touching_m },
    }),
    zones,
  );
  const covered = await leastCovered(given, ['zoning', 'urban-area']);
  // An urban area may be where nobody looked: all land within the distance has to be covered before there is none.
  const rings = zones.map((zone) => ({ ...zone, land: (rows.get(zone.index) as Row).around }));
  const coveredAround = await leastCovered({ ...given, zones: rings }, ['urban-area']);
  return new Map(
    zones.map(({ index }) => {
      const { area_m2, overlap, met, touched, distance_m, plans } = rows.get(index) as Row;
      const { share, whole } = covered.get(index) ?? nobodyLooked;
      const { whole: wholeAround } = coveredAround.get(index) ?? nobodyLooked;
      return [
        index,
        {
          ...{ area_m2, red_area_m2: 0, touching: touched, distance_m, share_covered: share },
          covered: whole && wholeAround,
          constraints: (met ?? []).map(({ id, fid, dataset }) => ({ layer: 'zoning', id, fid, dataset })),
          datasets: [...plans, ...datasetIds(constraints, 'urban-area')],
          ...{ overlap, remarks: [], steps: [] },
        },
      ];
    }),
  );
}

/** Of zones that are asked about when a layer is absent. */
const nobodyLooked: Covered = { share: null, whole: false };
