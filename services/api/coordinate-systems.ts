/** A coordinate reference system that features are given in and boxes are asked in. */
export interface CoordinateSystem {
  uri: string;
  srid: number;
  /** Whether the authority's definition names the northern axis first; every coordinate over the wire follows it. */
  northFirst: boolean;
  /** Decimals that still say something: 1e-7 degrees is a centimetre, 1e-3 metres a millimetre. */
  decimals: number;
  /** Where coordinates mean something, east first: a box that reaches further is cut back before it is transformed. */
  domain: readonly [west: number, south: number, east: number, north: number];
}

const epsg = (code: number): string => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
const degrees = { decimals: 7, domain: [-180, -90, 180, 90] } as const;
/** Northern UTM as used outside its own zone, as Norway does with 33: 15 degrees to either side and more. */
const utm = { northFirst: false, decimals: 3, domain: [-2_500_000, 0, 3_500_000, 9_300_000] } as const;

/** WGS 84, longitude first: the default of GeoJSON and of OGC API Features. */
export const crs84: CoordinateSystem = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  srid: 4326,
  northFirst: false,
  ...degrees,
};

/** Every system that is offered, the default first. */
export const coordinateSystems: readonly CoordinateSystem[] = [
  crs84,
  { uri: epsg(4326), srid: 4326, northFirst: true, ...degrees },
  { uri: epsg(4258), srid: 4258, northFirst: true, ...degrees },
  { uri: epsg(25832), srid: 25832, ...utm },
  { uri: epsg(25833), srid: 25833, ...utm },
  { uri: epsg(25835), srid: 25835, ...utm },
  {
    uri: epsg(3857),
    srid: 3857,
    northFirst: false,
    decimals: 3,
    domain: [-20_037_508.34, -20_037_508.34, 20_037_508.34, 20_037_508.34],
  },
];

const shortForm = /^(?:EPSG:|urn:ogc:def:crs:EPSG::)(\d{4,5})$/i;

/** The system named by its URI, or by the usual short forms `EPSG:25833` and `CRS84`; none when it is not offered. */
export function findCoordinateSystem(name: string): CoordinateSystem | undefined {
  if (/^(OGC:)?CRS84$/i.test(name)) return crs84;
  const code = shortForm.exec(name)?.[1];
  const uri = code ? epsg(Number(code)) : name;
  return coordinateSystems.find((system) => system.uri === uri);
}
