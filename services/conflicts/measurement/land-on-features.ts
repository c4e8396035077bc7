import type { Layer } from '../../../layers/declaration/layer.ts';
import { statement } from '../../database/statement.ts';
import { datasetIds } from './constraints.ts';
import type { Covered } from './coverage.ts';
import { everyZone } from './every-zone.ts';
import { featuresNear, type ConstraintFeature } from './features-near.ts';
import { leastCovered } from './layer-coverage.ts';
import type { ConstraintHit, Measured, Measuring, TooNear } from './measure.ts';

/** What a rule makes of a feature: land on it is red or for review. */
export interface Sorted {
  red: boolean;
  /** Metres that it reaches beyond its own border: a security zone. */
  width?: number;
  /** Metres within which it is near, counted from the end of its width; by default as the rule says of all. */
  near?: number;
}

/** A zone's land against the features that a rule sorted. Areas are ellipsoidal m², each piece of ground once. */
export interface OnFeatures extends Measured {
  /** Land on any of them; 0 where it is only touching. */
  on: number;
  /** Land on those that are red, outside the shelter; 0 where it is narrower than the touching limit. */
  onRed: number;
  /** It lies on features that are red, in a shelter or not. */
  meetsRed: boolean;
  /** Within the near distance of one, or touching it. */
  near: boolean;
  /** What the land lies on, and what is near. */
  met: ConstraintFeature[];
  nearby: ConstraintFeature[];
  /** Features that the rule does not count but names; land on them. */
  named: ConstraintFeature[];
}

/** Metres around a zone in which the nearest feature is looked for, to be told. */
const reach = 2000;

interface Row {
  zone: number;
  area_m2: number;
  overlap: Buffer | null;
  red_m2: number;
  on_red: boolean;
  met: Key[] | null;
  touched: boolean;
  near: Key[] | null;
  distance_m: number | null;
}

interface Key {
  dataset: number;
  fid: number;
}

const keyOf = ({ dataset, fid }: Key): string => `${dataset}/${fid}`;

/** What a rule brings to measure with. */
export interface Sorting {
  layers: readonly Layer[];
  /** What it makes of a feature; `named`: no hit, but to be told of; null: nothing. */
  sort: (feature: ConstraintFeature) => Sorted | 'named' | null;
  /** Metres within which a feature that the land does not lie on is near; null for a rule that knows no such thing. */
  near_m: number | null;
  /** Land on which nothing is red, well-known binaries. */
  shelters?: readonly Buffer[];
}

/**
 * Measure zones against the features of layers.
 * @returns one entry per zone, by its index
 * @throws OverlayFailed
 */
export async function landOnFeatures(given: Measuring, sorting: Sorting): Promise<Map<number, OnFeatures>> {
  const { zones, constraints } = given;
  const { layers, near_m } = sorting;
  const features = await featuresNear(given, layers, Math.max(reach, near_m ?? 0));
  const byKey = new Map(features.map((feature) => [keyOf(feature), feature]));
  const sorted = features.map((feature) => ({ feature, as: sorting.sort(feature) }));
  const counted = sorted.flatMap(({ feature, as }) => (as && as !== 'named' ? [{ feature, ...as }] : []));
  const rows = everyZone(await measured(given, counted, sorting), zones);
  const others = sorted.flatMap(({ feature, as }) => (as === 'named' ? [{ feature, red: false }] : []));
  const named = others.length > 0 ? everyZone(await measured(given, others, sorting), zones) : undefined;
  const covered = await leastCovered(
    given,
    layers.map(({ id }) => id),
  );
  const datasets = layers.flatMap(({ id }) => datasetIds(constraints, id));
  const distances = new Map(
    counted.map(({ feature, width = 0, near }) => [keyOf(feature), width + (near ?? near_m ?? 0)]),
  );
  const of = (keys: Key[] | null | undefined) => (keys ?? []).flatMap((key) => byKey.get(keyOf(key)) ?? []);
  return new Map(
    zones.map(({ index }) => {
      const row = rows.get(index) as Row;
      const { share, whole } = covered.get(index) as Covered;
      const [met, nearby] = [of(row.met), of(row.near)];
      const isOn = row.overlap !== null;
      return [
        index,
        {
          area_m2: row.area_m2,
          red_area_m2: row.red_m2,
          touching: !isOn && row.touched,
          distance_m: isOn ? null : row.distance_m,
          share_covered: share,
          covered: whole,
          constraints: (met.length > 0 ? met : nearby).map(hitOf),
          datasets,
          overlap: row.overlap,
          keepsOff: nearby.map((feature) => tooNear(feature, distances.get(keyOf(feature)) ?? 0)),
          remarks: [],
          steps: [],
          on: row.area_m2,
          onRed: row.red_m2,
          meetsRed: row.on_red,
          near: !isOn && nearby.length > 0,
          ...{ met, nearby, named: of(named?.get(index)?.met) },
        },
      ];
    }),
  );
}

async function measured(
  { session, zones, constraints, municipalities, parameters }: Measuring,
  features: readonly (Sorted & { feature: ConstraintFeature })[],
  { near_m, shelters = [] }: Sorting,
): Promise<Row[]> {
  const datasets = [...new Set(features.map(({ feature }) => feature.dataset))];
  return session.rows<Row>(statement('conflicts/land-on-features'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ land }) => land),
    datasets: features.map(({ feature }) => feature.dataset),
    fids: features.map(({ feature }) => feature.fid),
    reds: features.map(({ red }) => red),
    widths: features.map(({ width }) => width ?? 0),
    nears: features.map(({ near }) => near ?? near_m),
    accuracies: features.map(({ feature }) => feature.accuracy_m),
    points: features.map(({ feature }) => feature.point),
    shelters,
    current: datasets,
    division: constraints.division,
    municipalities,
    reach: Math.max(reach, near_m ?? 0),
    touching_m: parameters.touching_m,
  });
}

const tooNear = ({ dataset, fid, point }: ConstraintFeature, metres: number): TooNear => ({
  ...{ dataset, fid, point, metres },
});

const hitOf = ({ layer, id, fid, dataset }: ConstraintFeature): ConstraintHit => ({ layer, id, fid, dataset });
