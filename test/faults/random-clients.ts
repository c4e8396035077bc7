import type { ClientConfig } from 'pg';
import { message } from '../../services/database/embedded/protocol.ts';
import { wire, WireClient } from '../database/wire.ts';

const { query, parse, bind, describe: tell, execute, sync } = wire;
const clients = 3;

const overlay = (wkt: string): string =>
  `st_isempty(st_intersection(${wkt}::geometry, 'POLYGON((0 0, 1 1, 1 0, 0 0))'))`;
/** Its outline crosses itself: GEOS raises an exception. */
const crossed = 'POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))';

/** Pieces of which batches are put together: right ones, and broken ones of every kind. */
const pieces: readonly (readonly Buffer[])[] = [
  [parse('select $1::integer * 2'), bind(['21']), tell('P'), execute()],
  [parse('select generate_series(1, 5)'), bind(), execute(2), execute()],
  [parse('select 1 / $1::integer'), bind(['0']), execute()],
  [parse('select 1 / $1::integer'), bind(['nought']), execute()],
  [parse('selec'), bind(), execute()],
  [parse('select st_astext(st_geomfromtext($1))'), bind(['POINT(1 2)']), execute()],
  [parse('select st_astext(st_geomfromtext($1))'), bind(['POINT(1']), execute()],
  [parse(`select ${overlay('$1')}`), bind([crossed]), execute()],
  [parse(`select ${overlay('$1')}`), bind(['POINT(0.9 0.5)']), execute()],
  [parse('insert into counted values (default) returning id'), bind(), execute()],
  [parse('insert into counted values ($1)'), bind(['1']), execute()],
  [parse('select count(*) from counted'), bind(), execute()],
  [parse('select 3', 'three')],
  [message('C', Buffer.from('S'), 'three')],
  [message('C', Buffer.from('S'), '')],
  [parse('select 4')],
  [parse('select 5')],
  [parse('select $1::text', 'text')],
  [bind([], 'three'), execute()],
  [bind(['æøå'], 'text'), tell('S', 'text'), execute()],
  [bind([], 'three', 'portal'), execute(0, 'portal')],
  [bind(), execute()],
  // Execute without Bind is not among them: PostgreSQL 15.18 itself crashes at some of those.
  [tell('S', 'nothing')],
];

const batches: readonly (readonly Buffer[])[] = [
  'select 1',
  '',
  'select 1; select 1 / 0; select 2',
  'begin',
  'begin',
  'commit',
  'rollback',
  'savepoint a',
  'rollback to savepoint a',
  'insert into counted values (default)',
  'insert into counted values (1)',
  'select nothing',
  `select 1; select ${overlay(`'${crossed}'`)}; select 2`,
].map((text) => [query(text)]);

/** A generator of numbers in [0, 1) from a seed (Mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Let three clients take turns with batches drawn by chance, and note what each is answered. While one is in a
 * transaction only that one goes on: on the embedded database the others would wait.
 */
export async function randomConversation(config: ClientConfig, seed: number, turns: number): Promise<string[]> {
  const chance = random(seed);
  const choose = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)];
  const opened = await Promise.all(Array.from({ length: clients }, () => WireClient.open(config)));
  const told: string[] = [];
  let inTransaction: number | undefined;
  try {
    await opened[0].ask([query('drop table if exists counted; create table counted (id serial primary key)')], 'Z');
    for (let turn = 0; turn < turns; turn += 1) {
      const number = inTransaction ?? Math.floor(chance() * clients);
      const simple = chance() < 0.35;
      const count = 1 + Math.floor(chance() * 3);
      const messages = simple ? choose(batches) : [...Array.from({ length: count }, () => choose(pieces)).flat(), sync];
      const answer = await opened[number].ask([...messages], 'Z');
      if (answer.length === 0) throw new Error('The connection was lost.');
      told.push(`${number}: ${answer.join(', ')}`);
      inTransaction = answer.at(-1) === 'Z I' ? undefined : number;
    }
  } finally {
    for (const { socket } of opened) socket.destroy();
  }
  return told;
}
