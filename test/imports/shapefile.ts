/** The bytes of a Shapefile of points, with one column of text, as other programs write it. */
export interface ShapeFiles {
  shp: Buffer;
  shx: Buffer;
  dbf: Buffer;
}

const [fileCode, version, pointType, headBytes, pointBytes] = [9994, 1000, 1, 100, 20];
const width = 40;

/**
 * @param rows x, y and the bytes of the text
 * @param column bytes of its name
 * @param languageDriver byte 29 of the table: its character set as dBASE numbers them, 0 for none
 */
export function shapefileOf(
  rows: readonly [x: number, y: number, text: Buffer][],
  column: Uint8Array = Buffer.from('NAVN'),
  languageDriver = 0,
): ShapeFiles {
  const records = rows.map(([x, y], at) => {
    const record = Buffer.alloc(8 + pointBytes);
    record.writeInt32BE(at + 1, 0);
    record.writeInt32BE(pointBytes / 2, 4);
    record.writeInt32LE(pointType, 8);
    record.writeDoubleLE(x, 12);
    record.writeDoubleLE(y, 20);
    return record;
  });
  const index = rows.map((_, at) => {
    const entry = Buffer.alloc(8);
    entry.writeInt32BE((headBytes + at * (8 + pointBytes)) / 2, 0);
    entry.writeInt32BE(pointBytes / 2, 4);
    return entry;
  });
  const [xs, ys] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
  const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const withHead = (parts: readonly Buffer[]): Buffer => {
    const head = Buffer.alloc(headBytes);
    head.writeInt32BE(fileCode, 0);
    head.writeInt32BE(parts.reduce((sum, { length }) => sum + length, headBytes) / 2, 24);
    head.writeInt32LE(version, 28);
    head.writeInt32LE(pointType, 32);
    bounds.forEach((bound, at) => head.writeDoubleLE(bound, 36 + at * 8));
    return Buffer.concat([head, ...parts]);
  };
  const texts = rows.map(([, , text]) => text);
  return { shp: withHead(records), shx: withHead(index), dbf: tableOf(texts, column, languageDriver) };
}

/** dBASE III: a head, a column, rows of fixed width. */
function tableOf(texts: readonly Buffer[], column: Uint8Array, languageDriver: number): Buffer {
  const head = Buffer.alloc(65);
  head.set([3, 126, 11, 23], 0);
  head.writeUInt32LE(texts.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(1 + width, 10);
  head[29] = languageDriver;
  head.set(column, 32);
  head.write('C', 43, 'latin1');
  head[48] = width;
  head[64] = 0x0d;
  const rows = texts.map((text) => Buffer.concat([Buffer.alloc(1, ' '), text, Buffer.alloc(width, ' ')]).subarray(0, 1 + width)); // prettier-ignore
  return Buffer.concat([head, ...rows, Buffer.from([0x1a])]);
}

/** UTM 32 as ArcGIS writes it. */
export const esriUtm32 =
  'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
