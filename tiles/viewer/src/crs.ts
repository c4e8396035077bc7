import proj4 from 'proj4';

/** A position as [east or longitude, north or latitude]. */
export type Position = [number, number];

const grs80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

/**
 * The proj4 definition of a coordinate system that Norwegian plan files come in, or null for one we cannot draw.
 * Source: the EPSG register; NTM zones 5–30 (EPSG 5105–5130) lie half a degree east of their number.
 */
function definition(epsg: number): string | null {
  if (epsg === 4326 || epsg === 4258) return '+proj=longlat +ellps=GRS80 +no_defs';
  if (epsg >= 25828 && epsg <= 25838) return `+proj=utm +zone=${epsg - 25800} ${grs80}`;
  if (epsg >= 5105 && epsg <= 5130)
    return `+proj=tmerc +lat_0=58 +lon_0=${epsg - 5100 + 0.5} +k=1 +x_0=100000 +y_0=1000000 ${grs80}`;
  return null;
}

const degrees = '+proj=longlat +ellps=GRS80 +no_defs';
const utm32 = proj4(degrees, definition(25832) ?? degrees);

/** Longitude and latitude in degrees to UTM zone 32 (EPSG:25832), metres. */
export const toUtm32 = (position: Position): Position => utm32.forward(position);

/** The way from a coordinate system to longitude and latitude; null when the map does not know the system. */
export function toDegrees(epsg: number): ((position: Position) => Position) | null {
  const source = definition(epsg);
  if (!source) return null;
  const transform = proj4(source, degrees);
  return (position) => transform.forward(position);
}
