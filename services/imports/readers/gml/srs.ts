import { crsOf, epsgOf } from '../../crs.ts';

/** The CRS of a geometry, and how its coordinates are written. */
export interface Srs {
  /** EPSG number of the horizontal part. */
  epsg: number;
  /** North stands before east. */
  northFirst: boolean;
  /** Numbers per position by the CRS itself. */
  dimensions: 2 | 3;
}

/** Systems whose axes EPSG defines as north, east: degrees, NTM, NGO 1948 and 3035. [first, last] */
const northFirst: readonly [number, number][] = [
  [4230, 4230],
  [4258, 4258],
  [4273, 4273],
  [4326, 4326],
  [4937, 4937],
  [4979, 4979],
  [5942, 5942],
  [5105, 5130],
  [5945, 5970],
  [27391, 27398],
  [3035, 3035],
];
const withHeight: readonly [number, number][] = [
  [4937, 4937],
  [4979, 4979],
  [5942, 5942],
  [5945, 5976],
];
const isIn = (ranges: readonly [number, number][], epsg: number) =>
  ranges.some(([first, last]) => epsg >= first && epsg <= last);

/**
 * What a `srsName` says. In the URN and URL forms coordinates follow the axes that EPSG defines (GML 3.2, OGC 06-135);
 * in the short forms (`EPSG:4326`, `…/srs/epsg.xml#4326`) east stands first, as the programs that write them have it.
 * @throws UnknownCrs
 */
export function srsOf(name: string): Srs {
  const epsg = epsgOf(name);
  const written = Number(/(\d{4,6})\s*$/.exec(name)?.[1] ?? epsg);
  const byAuthority = /^(?:urn:|https?:\/\/www\.opengis\.net\/def\/)/i.test(name.trim());
  return {
    epsg: crsOf(epsg).epsg,
    northFirst: byAuthority && isIn(northFirst, written) && !/CRS84h?$/i.test(name.trim()),
    dimensions: isIn(withHeight, written) ? 3 : 2,
  };
}
