import { centreZone } from '../../../layers/centre-zone.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import { transitHub } from '../../../layers/transit-hub.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';
import { boxAround } from '../plan/box.ts';
import { datasetIds, isAbsent } from '../measurement/constraints.ts';
import type { Covered } from '../measurement/coverage.ts';
import { everyZone } from '../measurement/every-zone.ts';
import { leastCovered } from '../measurement/layer-coverage.ts';
import type { ConstraintHit, Measured, Measuring } from '../measurement/measure.ts';
import { say, type Message } from '../judgement/message.ts';
import { farFromCentre, type Far, type FarParameter } from './far-from-centre.ts';
import { reach, RoadsAround } from './roads-around.ts';

/** How a zone's land lies by road to the nearest centre zone or transit hub; `distance_m` is by road. */
export interface WayToCentre extends Measured {
  /** Metres by road beyond which the land is far. */
  far_m: number;
  /** The layers are all there, and looked at all land around that a nearer one could lie on. */
  known: boolean;
  /** A road comes near the land. */
  road: boolean;
  /** It hangs together with a road to a centre zone or a hub. */
  tied: boolean;
}

interface Place extends Omit<ConstraintHit, 'layer'> {
  name: string | null;
  geom: Buffer;
}

/** A place that was found by road. */
interface Way extends ConstraintHit {
  metres: number;
}

/** What is known from a zone to the places of one layer. */
interface Ways {
  way: Way | null;
  tied: boolean;
  remarks: Message[];
}

const layers = [centreZone, transitHub];
const roles = ['road-link', ...layers.map(({ id }) => id)];

/**
 * Measure how far zones lie by road from centre zones and transit hubs. As far around as is not far yet, everything has to
 * be known.
 * @throws OverlayFailed
 */
export async function wayToCentre(given: Measuring<'access_m' | FarParameter>): Promise<Map<number, WayToCentre>> {
  const { session, zones, constraints } = given;
  const limits = await farFromCentre(given);
  const rows = await session.rows<{ zone: number; around: Buffer }>(statement('conflicts/land-around'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ land }) => land),
    metres: zones.map(({ index }) => (limits.get(index) as Far).metres),
  });
  const rings = everyZone(rows, zones);
  const around = zones.map((zone) => ({ ...zone, land: rings.get(zone.index)?.around ?? null }));
  const covered = await leastCovered(given, roles);
  const coveredAround = await leastCovered({ ...given, zones: around }, roles);
  const roads = await RoadsAround.read(given, given.parameters.access_m);
  const ways = roads ? await Promise.all(layers.map((layer) => waysTo(given, roads, layer))) : [];
  const complete = !roles.some((role) => isAbsent(constraints, role));
  return new Map(
    zones.map(({ index }) => {
      const { share, whole } = covered.get(index) as Covered;
      const { metres: far, step, datasets } = limits.get(index) as Far;
      const here = ways.map((of) => of.get(index) as Ways);
      const found = here.flatMap(({ way }) => way ?? []).sort((a, b) => a.metres - b.metres);
      const distance = found[0]?.metres ?? null;
      // Where nobody says how far the layers look, what they know of still counts as known.
      const known = complete && (share === null || (coveredAround.get(index) as Covered).whole);
      return [
        index,
        {
          ...{ area_m2: 0, red_area_m2: 0, touching: false, distance_m: distance, share_covered: share },
          covered: distance !== null && distance <= far ? whole : known,
          constraints: found.map(({ layer, id, fid, dataset }) => ({ layer, id, fid, dataset })),
          datasets: [...roles.flatMap((role) => datasetIds(constraints, role)), ...datasets],
          ...{
            overlap: null,
            remarks: here.flatMap(({ remarks }) => remarks),
            steps: [step],
          },
          far_m: far,
          known,
          road: (roads?.of(index).length ?? 0) > 0,
          tied: here.some(({ tied }) => tied),
        },
      ];
    }),
  );
}

async function waysTo(given: Measuring, roads: RoadsAround, layer: Layer): Promise<Map<number, Ways>> {
  const { session, zones, asked, constraints } = given;
  const box = boxAround(asked, reach);
  const datasets = datasetIds(constraints, layer.id);
  const places = box
    ? await session.rows<Place>(layerStatement('conflicts/places-near', layer), { datasets, ...box })
    : [];
  const access = await roads.to(places);
  const [byDistance, byTime] = [roads.nearestOf(access, 'metres'), roads.nearestOf(access, 'minutes')];
  return new Map(
    zones.map(({ index }): [number, Ways] => {
      const [nearest, quickest] = [byDistance.from(index), byTime.from(index)];
      const place = nearest && places[nearest.target];
      const tied = byDistance.areTiedTo(index);
      if (!place) return [index, { way: null, tied, remarks: [] }];
      const { dataset, fid, id, name } = place;
      const remark = say(layer.id, {
        name: name ?? id,
        distance: nearest.cost,
        minutes: quickest?.cost ?? null,
        quickest: quickest ? (places[quickest.target]?.name ?? places[quickest.target]?.id ?? null) : null,
      });
      return [index, { way: { layer: layer.id, dataset, fid, id, metres: nearest.cost }, tied, remarks: [remark] }];
    }),
  );
}
