import type { Assumptions } from './inputs.ts';

/** What trucks would need at a site, by stated assumptions. */
export interface ChargingNeed {
  /** Long vehicles passing, as the criterion counts them. */
  passing_day: number;
  stops_day: number;
  energy_kwh_day: number;
  /** Points, so that the busiest hour finds one free. */
  points: number;
  power_kw: number;
  /** Free in the grid, and whether it is enough; null where nobody says. */
  free_kw: number | null;
  grid_covers: boolean | null;
}

/**
 * Trucks that stop, energy and power. A point serves 60 / stop_min trucks an hour; the busiest hour decides how many.
 * @param passing_day long vehicles a day; null: not known, and nor is the need
 */
export function chargingNeed(
  passing_day: number | null,
  free_mw: number | null,
  assumed: Assumptions,
): ChargingNeed | null {
  if (passing_day === null) return null;
  const { stop_share, electric_share, energy_kwh, busiest_hour, stop_min, point_kw } = assumed;
  const stops_day = passing_day * electric_share * stop_share;
  // Rounded first: 0.1 + 0.2 stops must not call for one point more.
  const points = Math.ceil(Number((stops_day * busiest_hour * (stop_min / 60)).toFixed(9)));
  const power_kw = points * point_kw;
  const free_kw = free_mw === null ? null : free_mw * 1000;
  return {
    ...{ passing_day, stops_day, energy_kwh_day: stops_day * energy_kwh, points, power_kw, free_kw },
    grid_covers: free_kw === null ? null : free_kw >= power_kw,
  };
}
