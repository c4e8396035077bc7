import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { crsOf, epsgOf } from '../../crs.ts';
import type { SourceFeature } from '../../source-feature.ts';
import { chunksOf, startOf } from '../bytes.ts';
import { broken } from '../geojson-feature.ts';
import type { Format, ReadOptions, Source } from '../reader.ts';
import { geometryColumns, geometryOfRow, type GeometryColumns } from '../table-geometry.ts';
import { UnreadableFile } from '../unreadable.ts';

const delimiters = [',', ';', '\t', '|'];
const rowLimit = 64 * 1024 * 1024;

/**
 * Tables as text: a header row, then a row per feature, its geometry in two columns of coordinates or one of
 * well-known text (`_WKTgeom_EPSG_25832` names its CRS), or none. Delimiter and character set (UTF-16 by its mark, UTF-8,
 * else Windows-1252) are found out. Read as a stream.
 */
export const csv: Format = {
  id: 'csv',
  title: { nb: 'CSV (tabell)', en: 'CSV (table)' },
  endings: ['.csv', '.tsv', '.txt'],
  recognises: (start) => /^[^{<]+[,;\t|]/.test(start.toString('latin1').split('\n')[0] ?? '') && !start.includes(0),
  async open(path, options): Promise<Source> {
    const start = await startOf(path, 64 * 1024);
    if (start.toString('latin1').trim() === '') throw new UnreadableFile('empty', {});
    const encoding = await encodingOf(path);
    const table = { path, encoding, delimiter: delimiterOf(new TextDecoder(encoding).decode(start)) };
    const columns = await headerOf(table);
    const unit = options.crs === undefined ? undefined : crsOf(options.crs).unit;
    const geometry = geometryColumns(columns, unit);
    const crs = options.crs ?? (geometry && crsIn(geometry));
    if (geometry && crs === null) throw new UnreadableFile('crs-missing', { columns: columns.join(', ') });
    return {
      crs,
      features: featuresIn(table, geometry, options),
      count: null,
      hasGeometry: geometry !== null,
      collection: null,
      metadata: {},
    };
  },
};

interface Table {
  path: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  delimiter: string;
}

interface ParsedRow {
  record: string[];
  info: { lines: number };
}

/** The rows of a table as lists of cells; the header is the first. */
async function* rowsOf({ path, encoding, delimiter }: Table): AsyncGenerator<ParsedRow> {
  const text = Readable.from(decoded(path, encoding));
  const parser = parse({
    delimiter,
    info: true,
    bom: true,
    skip_empty_lines: true,
    relax_quotes: true,
    relax_column_count: true, // a row that does not fit is rejected by itself
    max_record_size: rowLimit,
  });
  text.on('error', (error) => parser.destroy(error));
  try {
    yield* text.pipe(parser) as AsyncIterable<ParsedRow>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile('bad-table', { what: error.message, line: Number(error['lines'] ?? 0) });
  }
}

async function headerOf(table: Table): Promise<string[]> {
  for await (const { record } of rowsOf(table)) return record.map((name) => name.trim());
  throw new UnreadableFile('empty', {});
}

/** The CRS that the names of the columns say. */
function crsIn(geometry: GeometryColumns): number | null {
  if (geometry.kind === 'position') return geometry.unit === 'degree' ? 4326 : null;
  return geometry.epsg === null ? null : epsgOf(geometry.epsg);
}

async function* featuresIn(
  table: Table,
  columns: GeometryColumns | null,
  options: ReadOptions,
): AsyncGenerator<SourceFeature> {
  let header: string[] | undefined;
  let index = 0;
  for await (const { record, info } of rowsOf(table))
    if (!header) header = record.map((name) => name.trim());
    else {
      yield rowFeature(header, record, info.lines, index, columns, options);
      index += 1;
    }
}

function rowFeature(
  header: readonly string[],
  record: readonly string[],
  line: number,
  index: number,
  columns: GeometryColumns | null,
  { cell, crs = 4326 }: ReadOptions,
): SourceFeature {
  if (record.length !== header.length) return broken(index, 'row', `${record.length} ≠ ${header.length} (${line})`);
  const row = Object.fromEntries(header.map((name, at) => [name, record[at] ?? '']));
  const taken = columns?.kind === 'wkt' ? [columns.wkt] : columns ? [columns.x, columns.y] : [];
  const properties = Object.fromEntries(Object.entries(row).filter(([name]) => !taken.includes(name)));
  try {
    return { index, properties, geometry: columns && geometryOfRow(row, columns, { cell, unit: crsOf(crs).unit }) };
  } catch (error) {
    return { index, properties, geometry: null, unreadable: `${(error as Error).message} (${line})` };
  }
}

async function* decoded(path: string, encoding: Table['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * UTF-16 where its mark is (what spreadsheets call Unicode text); UTF-8 when all of the file is; else Windows-1252, as
 * spreadsheets write.
 */
async function encodingOf(path: string): Promise<Table['encoding']> {
  const mark = (await startOf(path, 2)).toString('latin1');
  if (mark === '\u00ff\u00fe') return 'utf-16le';
  if (mark === '\u00fe\u00ff') return 'utf-16be';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunksOf(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/** The delimiter that is in the header most often, outside of quotes. */
function delimiterOf(start: string): string {
  const [header = ''] = start.split(/\r?\n/, 1);
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
