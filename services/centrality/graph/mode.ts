/** How people travel. */
export const modes = ['foot', 'bicycle', 'car'] as const;

export type Mode = (typeof modes)[number];

/** A way of travelling a network; speed, km/h, is that on foot or by bicycle: cars drive as signed. */
export type Travel = { mode: 'car' } | { mode: 'foot' | 'bicycle'; kmh: number };

export const byCar: Travel = { mode: 'car' };

/** The way between a place and its road is driven slowly, km/h (ours). */
const offRoad = 30;

/** Speed off the roads, km/h. */
export const offRoadSpeed = (travel: Travel): number =>
  travel.mode === 'car' ? offRoad : Math.min(offRoad, travel.kmh);

/** What a register says of a road that decides who may use it. */
export interface Usage {
  /** Kind of road (typeVeg of Elveg 2.0 and the road register), as its source writes it. */
  kind: string | null;
  /** Motorveg or motortrafikkveg. */
  motorway: boolean;
  tunnel: boolean;
  category: string | null;
}

/** Kinds of road that no car drives, letters only: paths, pavements, tracks for tractors. */
const withoutCars = /^(gang(og)?sykkelveg|sykkelveg|gangveg|g(å|a)gate|fortau|gangfelt|sti|traktorveg|passasjerferje)$/;

const steps = 'trapp';

/**
 * Who may not use a road. Motorways and motor-traffic roads are for motor vehicles alone (Road Traffic Act, signs 502 and
 * 503). Tunnels of European and national roads are taken to be (ours): many are, and no layer holds the signs.
 */
export function closedTo({ kind, motorway, tunnel, category }: Usage): Mode[] {
  const letters = (kind ?? '').toLowerCase().replace(/[^a-zæøå]/g, '');
  if (letters === steps) return ['bicycle', 'car'];
  if (withoutCars.test(letters)) return ['car'];
  const isMain = category === 'european' || category === 'national';
  return motorway || (tunnel && isMain) ? ['foot', 'bicycle'] : [];
}
