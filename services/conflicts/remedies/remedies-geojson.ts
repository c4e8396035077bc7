import { crsMember } from '../../exports/formats/geojson.ts';
import { aboutRemedies } from './about-remedies.ts';
import type { PlanRemedies } from './plan-remedies.ts';
import type { SosiFeature } from './sosi-features.ts';

/** Remedies as GeoJSON in the names of SOSI Plan 5.0, in the given CRS; in degrees as RFC 7946 has it. */
export const remediesGeojson = (remedies: PlanRemedies, features: readonly SosiFeature[], epsg: number): string =>
  `${JSON.stringify({
    type: 'FeatureCollection',
    ...(epsg !== 4326 && { crs: crsMember(epsg) }),
    metadata: { notes: aboutRemedies(remedies) },
    features: features.map(({ id, objectType, properties, geometry }) => ({
      type: 'Feature',
      id,
      properties: { objekttype: objectType, ...properties, arealplanId: remedies.check.plan.facts.plan_id },
      geometry,
    })),
  })}\n`;
