import type { Geometry } from 'geojson';
import { folded } from '../folded.ts';
import { asNumber } from '../values.ts';
import type { Cell } from './reader.ts';
import { fromWkt } from './wkt.ts';

/** Where a table keeps its geometry; `epsg`: as the column's name says. */
export type GeometryColumns =
  { kind: 'wkt'; wkt: string; epsg: string | null } | { kind: 'position'; x: string; y: string; unit: Unit };

type Unit = 'degree' | 'metre';

const wktNames = ['wkt', 'geom', 'geometry', 'the_geom', 'geometri', 'geomwkt'];
/** As GDAL names a column of well-known text with its CRS. */
const wktWithCrs = /^_WKT.*_EPSG_(\d+)$/i;
/** Names of the columns of a position, east before north, in pairs. */
const positionNames: readonly [x: string, y: string, unit: Unit][] = [
  ['lon', 'lat', 'degree'],
  ['lng', 'lat', 'degree'],
  ['long', 'lat', 'degree'],
  ['longitude', 'latitude', 'degree'],
  ['lengdegrad', 'breddegrad', 'degree'],
  ['map reference longitude', 'map reference latitude', 'degree'],
  ['x', 'y', 'metre'],
  ['øst', 'nord', 'metre'],
  ['east', 'north', 'metre'],
  ['easting', 'northing', 'metre'],
  ['utm øst', 'utm nord', 'metre'],
  ['utm x', 'utm y', 'metre'],
  ['x koordinat', 'y koordinat', 'metre'],
];

/**
 * The columns that hold the geometry of a table, by their names.
 * @param unit of the CRS that was asked for; undefined when none was. A table with both kinds gives the asked one.
 * @returns null when there are none
 */
export function geometryColumns(columns: readonly string[], unit: Unit | undefined): GeometryColumns | null {
  const byName = new Map(columns.map((column) => [folded(column), column]));
  const found = (name: string) => byName.get(folded(name));
  const named = columns.find((column) => wktWithCrs.test(column));
  if (named !== undefined) return { kind: 'wkt', wkt: named, epsg: wktWithCrs.exec(named)?.[1] ?? null };
  const wkt = wktNames.map(found).find((column) => column !== undefined);
  if (wkt !== undefined) return { kind: 'wkt', wkt, epsg: null };
  const positions = positionNames.flatMap(([xName, yName, its]) => {
    const [x, y] = [found(xName), found(yName)];
    return x !== undefined && y !== undefined ? [{ kind: 'position' as const, x, y, unit: its }] : [];
  });
  return positions.find((position) => position.unit === unit) ?? positions[0] ?? null;
}

/**
 * The geometry of a row; null when its cells are empty.
 * @param how.unit of the CRS
 * @throws Error with a code of the texts, a colon, details
 */
export function geometryOfRow(
  row: Record<string, string>,
  columns: GeometryColumns,
  { cell, unit }: { cell?: Cell | undefined; unit: Unit },
): Geometry | null {
  if (columns.kind === 'wkt') {
    const text = row[columns.wkt]?.trim() ?? '';
    return text === '' ? null : fromWkt(text, unit);
  }
  const [xText, yText] = [row[columns.x]?.trim() ?? '', row[columns.y]?.trim() ?? ''];
  if (xText === '' && yText === '') return null;
  const [x, y] = [asNumber(xText), asNumber(yText)];
  if (x === null || y === null) throw new Error(`position: ${xText} ${yText}`);
  return cell ? square(x, y, cell) : { type: 'Point', coordinates: [x, y] };
}

function square(x: number, y: number, { size, at }: Cell): Geometry {
  const [west, south] = at === 'centre' ? [x - size / 2, y - size / 2] : [x, y];
  const [east, north] = [west + size, south + size];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
