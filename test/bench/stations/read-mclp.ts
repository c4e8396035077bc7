import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CoveringQuestion } from '../../../services/stations/network/question.ts';

type Row = Record<string, string>;

/**
 * A covering question of the form of pysal/spopt's example: candidates and demand with `NAME`, demand with its weight
 * (`POP2000`), and costs as rows of `distance`, `name` (candidate) and `DestinationName` (demand).
 */
export function readMclp(
  [candidates, demand, costs]: readonly [string, string, string],
  radius: number,
  p: number,
): CoveringQuestion {
  const sites = rowsOf(candidates).map((row) => ({ id: cell(row, candidates, 'name', 'id') }));
  const places = rowsOf(demand).map((row) => ({
    id: cell(row, demand, 'name', 'id'),
    weight: Number(cell(row, demand, 'pop2000', 'weight', 'demand', 'population')),
  }));
  const row = new Map(sites.map(({ id }, at) => [id, at]));
  const column = new Map(places.map(({ id }, at) => [id, at]));
  const distance = sites.map(() => new Float64Array(places.length).fill(Infinity));
  for (const cost of rowsOf(costs)) {
    const from = row.get(cell(cost, costs, 'name', 'candidate'));
    const to = column.get(cell(cost, costs, 'destinationname', 'destination'));
    const line = from === undefined ? undefined : distance[from];
    if (line && to !== undefined) line[to] = Number(cell(cost, costs, 'distance', 'cost'));
  }
  return { model: 'covering', candidates: sites, demand: places, distance, radius, p };
}

const rowsOf = (file: string): Row[] =>
  parse(readFileSync(file), { columns: (names: string[]) => names.map((name) => name.toLowerCase()), bom: true });

function cell(row: Row, file: string, ...names: string[]): string {
  const name = names.find((one) => one in row);
  if (name === undefined) throw new Error(`${file} has no column ${names.join(' or ')}; it has ${Object.keys(row).join(', ')}.`); // prettier-ignore
  return row[name] ?? '';
}
