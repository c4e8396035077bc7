import proj4 from 'proj4';
import { Explained } from '../../layers/declaration/explained.ts';

/** A coordinate reference system that files may be in. Axes are always x (east) before y (north). */
export interface Crs {
  /** EPSG number */
  epsg: number;
  unit: 'degree' | 'metre';
  /** To degrees: longitude, latitude. */
  toLonLat(x: number, y: number): [number, number];
}

/** Where ETRS89 holds (EPSG:4258, area of use); every CRS here is used inside it. Degrees. */
const areaOfUse = { west: -16.1, south: 32.88, east: 40.18, north: 84.73 };

/** Heights are not kept, so a compound CRS stands for its horizontal part. Ranges are [first, last, first horizontal]. */
const compound: readonly [first: number, last: number, horizontal: number][] = [
  [5942, 5942, 4258], // ETRS89 + NN2000
  [5945, 5970, 5105], // NTM 5–30 + NN2000
  [5971, 5976, 25831], // UTM 31–36 + NN2000
  [4937, 4937, 4258], // ETRS89 with ellipsoidal heights
  [4979, 4979, 4326],
];

/** An EPSG number that this program does not take. */
export class UnknownCrs extends Explained {
  constructor(given: string) {
    super({
      nb:
        `Koordinatsystemet «${given}» kan ikke importeres. Disse tas imot: EPSG 4258 og 4326 (grader), 25828–25838 og ` +
        '32628–32638 (UTM), 5105–5130 (NTM), 27391–27398 og 4273 (NGO 1948), 23028–23038 og 4230 (ED50), 3035, 3857, ' +
        'og disse med høyder i NN2000. Gjør om filen, eller oppgi det rette systemet: --crs, ved opplasting ?crs=',
      en:
        `The coordinate system '${given}' is not one that can be imported. Supported: EPSG 4258 and 4326 (degrees), ` +
        '25828–25838 and 32628–32638 (UTM), 5105–5130 (NTM), 27391–27398 and 4273 (NGO 1948), 23028–23038 and ' +
        '4230 (ED50), 3035, 3857, and these with NN2000 heights. ' +
        'Convert the file, or name the right system: --crs, when uploading ?crs=',
    });
  }
}

/** The old Norwegian datum; good to some metres, as the database's own transformation is. EPSG:1654 */
const ngo1948 = '+a=6377492.018 +b=6356173.508712696 +towgs84=278.3,93,474.5,7.889,0.05,-6.61,6.21';
/** Meridians of its eight axes, degrees from Oslo's. */
const ngoAxes = [-14 / 3, -2.5, 0, 2.5, 37 / 6, 61 / 6, 85 / 6, 55 / 3];
/** European Datum 1950 in Norway. EPSG:1133 */
const ed50 = '+ellps=intl +towgs84=-87,-98,-121';

function definition(epsg: number): string | undefined {
  if (epsg === 4258 || epsg === 4326) return '+proj=longlat +ellps=GRS80';
  if (epsg >= 25828 && epsg <= 25838) return `+proj=utm +zone=${epsg - 25800} +ellps=GRS80`;
  if (epsg >= 32628 && epsg <= 32638) return `+proj=utm +zone=${epsg - 32600} +datum=WGS84`;
  if (epsg >= 5105 && epsg <= 5130)
    return `+proj=tmerc +lat_0=58 +lon_0=${epsg - 5100}.5 +k=1 +x_0=100000 +y_0=1000000 +ellps=GRS80`;
  if (epsg >= 27391 && epsg <= 27398)
    return `+proj=tmerc +lat_0=58 +lon_0=${ngoAxes[epsg - 27391]} +k=1 +x_0=0 +y_0=0 +pm=oslo ${ngo1948}`;
  if (epsg === 4273) return `+proj=longlat ${ngo1948}`;
  if (epsg >= 23028 && epsg <= 23038) return `+proj=utm +zone=${epsg - 23000} ${ed50}`;
  if (epsg === 4230) return `+proj=longlat ${ed50}`;
  if (epsg === 3035) return '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80';
  if (epsg === 3857) return '+proj=merc +a=6378137 +b=6378137';
  return undefined;
}

const systems = new Map<number, Crs>();

/**
 * A CRS by its EPSG number; a compound one is taken by its horizontal part.
 * @throws UnknownCrs
 */
export function crsOf(epsg: number): Crs {
  const range = compound.find(([first, last]) => epsg >= first && epsg <= last);
  const horizontal = range ? range[2] + epsg - range[0] : epsg;
  let found = systems.get(horizontal);
  if (!found) {
    const text = definition(horizontal);
    if (!text) throw new UnknownCrs(`EPSG:${epsg}`);
    const degrees = text.startsWith('+proj=longlat');
    const { inverse } = proj4(text);
    found = {
      epsg: horizontal,
      unit: degrees ? 'degree' : 'metre',
      toLonLat: degrees ? (x, y) => [x, y] : (x, y) => inverse([x, y]),
    };
    systems.set(horizontal, found);
  }
  return found;
}

/**
 * The EPSG number in a name as files write it: `EPSG:25832`, `urn:ogc:def:crs:EPSG::25832`,
 * `http://www.opengis.net/def/crs/OGC/1.3/CRS84`, `25832`.
 * @throws UnknownCrs
 */
export function epsgOf(name: string): number {
  if (/(^|[:/])CRS84h?$/i.test(name.trim())) return 4326;
  const digits = /^\s*(?:.*EPSG(?:\.xml#|[:/](?:[\d.]*[:/])?))?(\d{4,6})\s*$/i.exec(name)?.[1];
  if (!digits) throw new UnknownCrs(name);
  return crsOf(Number(digits)).epsg;
}

/** Whether a position lies where the CRS is used. */
export function isInUse(crs: Crs, x: number, y: number): boolean {
  const [lon, lat] = crs.toLonLat(x, y);
  return lon >= areaOfUse.west && lon <= areaOfUse.east && lat >= areaOfUse.south && lat <= areaOfUse.north;
}

/** What a position outside its CRS most likely is: other units, axes the other way round, or simply outside. */
export function guessMistake(crs: Crs, x: number, y: number): Misplaced {
  const looksLikeDegrees = Math.abs(x) <= 180 && Math.abs(y) <= 180;
  if (crs.unit === 'metre' && looksLikeDegrees) return 'degrees-not-metres';
  if (isInUse(crs, y, x)) return 'axes-swapped';
  if (crs.unit === 'degree') return looksLikeDegrees ? 'outside-crs' : 'metres-not-degrees';
  if (isInUse(crs, x / 1000, y / 1000)) return 'millimetres-not-metres';
  return isInUse(crs, x / 100, y / 100) ? 'centimetres-not-metres' : 'outside-crs';
}

/** Reasons for which a position is not where its CRS is used. */
export type Misplaced =
  | 'axes-swapped'
  | 'degrees-not-metres'
  | 'metres-not-degrees'
  | 'millimetres-not-metres'
  | 'centimetres-not-metres'
  | 'outside-crs';
