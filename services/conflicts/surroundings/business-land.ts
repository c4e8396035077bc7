import { contiguousNature } from '../../../layers/contiguous-nature.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import { natureType } from '../../../layers/nature-type.ts';
import { protectedArea } from '../../../layers/protected-area.ts';
import { recreationArea } from '../../../layers/recreation-area.ts';
import { statement } from '../../database/statement.ts';
import { datasetIds, isAbsent } from '../measurement/constraints.ts';
import type { Covered } from '../measurement/coverage.ts';
import { everyZone } from '../measurement/every-zone.ts';
import { landOnFeatures } from '../measurement/land-on-features.ts';
import { leastCovered } from '../measurement/layer-coverage.ts';
import type { ConstraintHit, Measured, Measuring } from '../measurement/measure.ts';
import { say, type Message } from '../judgement/message.ts';
import { reserveNear, type Reserve } from './reserve.ts';
import { RoadsAround } from './roads-around.ts';

/** What has to be weighed about new business land: what is known of it stands in the remarks. */
export interface BusinessLand extends Measured {
  /** Roads, grid points and land cover are there, and somebody mapped the land here. */
  known: boolean;
}

/** Layers that everything hangs on, and those of mapped nature, which are told where they are there. */
const needed = ['road-link', 'grid-point', 'land-cover'];
const nature: readonly Layer[] = [contiguousNature, natureType, protectedArea, recreationArea];

/** Classes of land cover (AR5); what a coarse map calls open may be farmland or mountain. */
const classes = { farmland: ['21', '22', '23'], forest: ['30'], mire: ['60'], open: ['50', 'open'] };

/** What one part of the measuring says of zones. */
type Said = ReadonlyMap<number, { remark: Message; constraint?: ConstraintHit; datasets?: readonly number[] }>;

/**
 * Measure new business land: the way to a main road, the distance to grid power, farmland and nature taken, and the
 * business land that is there already.
 * @param within metres around a zone in which other business land counts
 * @throws OverlayFailed
 */
export async function businessLandAround(
  given: Measuring<'access_m'>,
  within: number,
): Promise<Map<number, BusinessLand>> {
  const { zones, constraints } = given;
  const present = (role: string) => !isAbsent(constraints, role);
  const said: Said[] = [await wayToMainRoad(given)];
  if (present('grid-point')) said.push(await gridPower(given));
  if (present('land-cover')) said.push(await landTaken(given));
  said.push(await natureTaken(given), await otherBusinessLand(given, within));
  const covered = await leastCovered(given, needed);
  return new Map(
    zones.map(({ index }) => {
      const { share } = covered.get(index) as Covered;
      const parts = said.flatMap((part) => part.get(index) ?? []);
      const known = needed.every(present) && share !== 0;
      return [
        index,
        {
          ...{ area_m2: 0, red_area_m2: 0, touching: false, distance_m: null, share_covered: share, covered: known },
          constraints: parts.flatMap(({ constraint }) => constraint ?? []),
          datasets: [
            ...[...needed, ...nature.map(({ id }) => id)].flatMap((role) => datasetIds(constraints, role)),
            ...parts.flatMap(({ datasets = [] }) => datasets),
          ],
          ...{ overlap: null, remarks: parts.map(({ remark }) => remark), steps: [], known },
        },
      ];
    }),
  );
}

async function wayToMainRoad(given: Measuring<'access_m'>): Promise<Said> {
  const roads = await RoadsAround.read(given, given.parameters.access_m);
  if (!roads) return new Map();
  const main = roads.along(({ category }) => category === 'european' || category === 'national');
  const [byTime, byDistance] = [roads.nearestOf(main.stretches, 'minutes'), roads.nearestOf(main.stretches, 'metres')];
  return new Map(
    given.zones.map(({ index }) => {
      const [quickest, nearest] = [byTime.from(index), byDistance.from(index)];
      const road = quickest && main.roads[quickest.target];
      if (roads.of(index).length === 0)
        return [index, { remark: say('no-road', { distance: given.parameters.access_m }) }];
      if (!road) return [index, { remark: say(byTime.areTiedTo(index) ? 'main-road-far' : 'main-road-not-tied') }];
      const { dataset, fid, id, number } = road;
      return [
        index,
        {
          remark: say('main-road', { road: number ?? id, minutes: quickest.cost, distance: nearest?.cost ?? null }),
          constraint: { layer: 'road-link', dataset, fid, id },
        },
      ];
    }),
  );
}

async function gridPower({ session, zones, constraints }: Measuring): Promise<Said> {
  interface Row {
    zone: number;
    fid: number | null;
    dataset: number;
    id: string;
    name: string | null;
    available_mw: number | null;
    date: string | null;
    distance_m: number;
  }
  const rows = await session.rows<Row>(statement('conflicts/nearest-grid-point'), {
    ...landOf(zones),
    datasets: datasetIds(constraints, 'grid-point'),
  });
  return new Map(
    [...everyZone(rows, zones)].map(([zone, { fid, dataset, id, name, distance_m: distance, ...power }]) => {
      if (fid === null) return [zone, { remark: say('no-grid-point') }];
      const { available_mw: mw, date } = power;
      const remark =
        mw === null
          ? say('grid-point', { name: name ?? id, distance })
          : say('grid-power', { name: name ?? id, distance, mw, date });
      return [zone, { remark, constraint: { layer: 'grid-point', dataset, fid, id } }];
    }),
  );
}

async function landTaken({ session, zones, constraints, municipalities, parameters }: Measuring): Promise<Said> {
  type Row = Record<keyof typeof classes, number> & {
    zone: number;
    mapped: boolean;
    unmapped: number;
    years: string | null;
  };
  const rows = await session.rows<Row>(statement('conflicts/land-cover-taken'), {
    ...landOf(zones),
    ...classes,
    datasets: datasetIds(constraints, 'land-cover'),
    division: constraints.division,
    municipalities,
    noise_m: parameters.touching_m,
  });
  return new Map(
    [...everyZone(rows, zones)].map(([zone, { mapped, unmapped, farmland, forest, mire, open, years }]) => {
      const taken = { farmland, forest, mire, open, years };
      if (!mapped) return [zone, { remark: say('land-unknown') }];
      return [
        zone,
        { remark: unmapped > 0 ? say('land-taken-part', { ...taken, unmapped }) : say('land-taken', taken) },
      ];
    }),
  );
}

async function natureTaken(given: Measuring): Promise<Said> {
  const layers = nature.filter(({ id }) => !isAbsent(given.constraints, id));
  if (layers.length === 0) return new Map(given.zones.map(({ index }) => [index, { remark: say('nature-unknown') }]));
  const found = await landOnFeatures(given, { layers, near_m: null, sort: () => ({ red: false }) });
  const kinds = {
    nb: layers.map(({ title }) => title.nb.toLowerCase()).join(', '),
    en: layers.map(({ title }) => title.en.toLowerCase()).join(', '),
  };
  return new Map(
    [...found].map(([zone, { on: area, covered }]) => {
      if (area > 0) return [zone, { remark: say('nature-taken', { area, kinds }) }];
      return [zone, { remark: covered ? say('no-nature', { kinds }) : say('nature-not-mapped', { kinds }) }];
    }),
  );
}

async function otherBusinessLand(given: Measuring, within: number): Promise<Said> {
  if (isAbsent(given.constraints, 'zoning'))
    return new Map(given.zones.map(({ index }) => [index, { remark: say('business-unknown', { distance: within }) }]));
  const found = await reserveNear(given, { holds: ({ group }) => group === 'business', statuses: [1, 2, 3], within });
  return new Map(
    [...found].map(([zone, reserve]) => [zone, { remark: businessThere(reserve, within), datasets: reserve.datasets }]),
  );
}

function businessThere(
  { areas: count, existing_m2: all, reserve_m2: unbuilt, lookedAround }: Reserve,
  distance: number,
): Message {
  if (count === 0) return say(lookedAround ? 'no-business' : 'no-known-business', { distance });
  if (unbuilt === null) return say('business-there', { count, area: all, distance });
  return say('business-reserve', { count, unbuilt, grey: all - unbuilt, distance });
}

const landOf = (zones: Measuring['zones']) => ({
  zones: zones.map(({ index }) => index),
  geoms: zones.map(({ land }) => land),
});
