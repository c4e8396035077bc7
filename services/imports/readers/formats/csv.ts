import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { crsOf } from '../../crs.ts';
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
 * well-known text, or none. Delimiter and character set (UTF-8, else Windows-1252) are found out. Read as a stream.
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
    const table = { path, encoding, delimiter: delimiterOf(start.toString('latin1')) };
    const columns = await headerOf(table);
    const unit = options.crs === undefined ? undefined : crsOf(options.crs).unit;
    const geometry = geometryColumns(columns, unit);
    if (geometry && options.crs === undefined && !(geometry.kind === 'position' && geometry.unit === 'degree'))
      throw new UnreadableFile('crs-missing', { columns: columns.join(', ') });
    return {
      crs: options.crs ?? (geometry ? 4326 : null),
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
  encoding: 'utf-8' | 'windows-1252';
  delimiter: string;
}

interface ParsedRow {
  record: Record<string, string>;
  info: { lines: number };
}

async function headerOf(table: Table): Promise<string[]> {
  const parser = rowsOf(table, { to: 1, columns: false });
  for await (const { record } of parser as AsyncIterable<{ record: string[] }>)
    return record.map((name) => name.trim());
  throw new UnreadableFile('empty', {});
}

async function* featuresIn(
  table: Table,
  columns: GeometryColumns | null,
  options: ReadOptions,
): AsyncGenerator<SourceFeature> {
  let index = 0;
  const taken = columns?.kind === 'wkt' ? [columns.wkt] : columns ? [columns.x, columns.y] : [];
  const skipped: string[] = [];
  const parser = rowsOf(table, {
    columns: (header: string[]) => header.map((name) => name.trim()),
    skip_records_with_error: true,
    on_skip: (error: Error | undefined) => void skipped.push(error?.message ?? ''),
  });
  const flushSkipped = function* () {
    for (const message of skipped.splice(0)) {
      yield broken(index, 'row', message);
      index += 1;
    }
  };
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      yield* flushSkipped();
      yield rowFeature(record, info.lines, index, columns, taken, options);
      index += 1;
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const { message, lines } = error as Error & { lines?: number };
    throw new UnreadableFile('bad-table', { what: message, line: lines ?? 0 });
  }
  yield* flushSkipped();
}

function rowFeature(
  record: Record<string, string>,
  line: number,
  index: number,
  columns: GeometryColumns | null,
  taken: readonly string[],
  { cell }: ReadOptions,
): SourceFeature {
  const properties: Record<string, unknown> = { ...record };
  for (const name of taken) delete properties[name];
  try {
    return { index, properties, geometry: columns && geometryOfRow(record, columns, cell) };
  } catch (error) {
    return { index, properties, geometry: null, unreadable: `${(error as Error).message} (${line})` };
  }
}

function rowsOf({ path, encoding, delimiter }: Table, options: object) {
  const text = Readable.from(decoded(path, encoding));
  const parser = parse({
    delimiter,
    info: true,
    bom: true,
    skip_empty_lines: true,
    max_record_size: rowLimit,
    ...options,
  });
  text.on('error', (error) => parser.destroy(error));
  return text.pipe(parser);
}

async function* decoded(path: string, encoding: Table['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** UTF-8 when all of the file is; a table in another character set is taken for Windows-1252, as spreadsheets write. */
async function encodingOf(path: string): Promise<Table['encoding']> {
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
