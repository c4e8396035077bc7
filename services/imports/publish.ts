import type { Database, Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { buildPieces, currentDivision } from './pieces.ts';

/** A change of what readers see of a layer. */
export interface Change {
  layer: string;
  /** Complete datasets of this layer. */
  add: readonly number[];
  /**
   * What goes out of the new edition: these datasets, those whose part is added anew (the usual), or all.
   * Nothing is deleted: the edition before can be taken back.
   */
  remove?: readonly number[] | 'same-part' | 'all';
  note?: string;
}

interface Member {
  id: number;
  layer: string;
  part: string;
}

/** What was asked for cannot be published; nothing has changed. */
export class CannotPublish extends Error {}

/** Its edition is the division by which the pieces of everything else are cut. */
const divider = 'municipality';

/**
 * Make new editions of one or several layers, all in one transaction: readers see all of the old or all of the new.
 * A new edition of the municipalities is a new division: everything else is cut by it first.
 * @returns the number of the new edition, by layer
 * @throws CannotPublish
 */
export async function publish(database: Database, changes: readonly Change[]): Promise<Map<string, number>> {
  const others = changes.filter(({ layer }) => layer !== divider);
  const municipalities = changes.find(({ layer }) => layer === divider);
  const next = municipalities && (await database.transaction((session) => makeEdition(session, municipalities)));
  return switchWhenCut(
    database,
    next,
    others.flatMap(({ add }) => add),
    async (session) => {
      const numbers = await publishIn(session, others);
      if (next !== undefined) numbers.set(divider, await switchTo(session, divider, next));
      return numbers;
    },
  );
}

/**
 * The same inside a transaction that is already open, for results that become current together with their run.
 * Not for municipalities, by which everything else must be cut first.
 */
export async function publishIn(session: Session, changes: readonly Change[]): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  // In one order everywhere, so that two publishers never wait for each other.
  for (const change of [...changes].sort((a, b) => (a.layer < b.layer ? -1 : 1)))
    numbers.set(change.layer, await switchTo(session, change.layer, await makeEdition(session, change)));
  return numbers;
}

/**
 * Take an earlier (or later) edition back: readers see it from now on.
 * @throws CannotPublish when the layer has no such edition
 */
export async function rollback(database: Database, layer: string, edition: number): Promise<void> {
  const members = await database.rows<Member>(statement('imports/edition-members'), { layer, edition });
  await switchWhenCut(
    database,
    layer === divider ? edition : undefined,
    members.map(({ id }) => id),
    (session) => switchTo(session, layer, edition),
  );
}

/**
 * Switch editions once everything that readers will see is cut by the division they will see.
 * Cutting takes long and is done before; what came in meanwhile is found under the lock, and cut in another round.
 * @param next the division from the switch on; undefined when it stays
 */
async function switchWhenCut<T>(
  database: Database,
  next: number | undefined,
  added: readonly number[],
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const cut = new Set<string>();
  for (;;) {
    const result = await database.transaction(async (session) => {
      await session.rows(statement('imports/lock-layer'), { layer: divider });
      const division = next ?? (await currentDivision(session));
      const needed = next === undefined ? [...added] : [...added, ...(await currentIds(session))];
      const missing = (await session.rows<Member>(statement('imports/without-pieces'), { ids: needed, division })).filter(
        ({ id }) => !cut.has(`${division} ${id}`),
      );
      return missing.length > 0 ? { division, missing } : { done: await work(session) };
    });
    if (result.done !== undefined || !result.missing) return result.done as T;
    for (const { id, layer } of result.missing) {
      await buildPieces(database, { layer, datasetIds: [id], division: result.division });
      cut.add(`${result.division} ${id}`); // a layer of points has no pieces, however often it is cut
    }
  }
}

async function currentIds(session: Session): Promise<number[]> {
  return (await session.rows<Member>(statement('imports/all-members'))).map(({ id }) => id);
}

async function makeEdition(session: Session, change: Change): Promise<number> {
  const { layer, add, remove = 'same-part', note = '' } = change;
  await session.rows(statement('imports/lock-layer'), { layer });
  const added = await session.rows<Member>(statement('imports/addable'), { ids: [...add], layer });
  if (added.length !== new Set(add).size)
    throw new CannotPublish(`Not all of the datasets ${add.join(', ')} are complete datasets of layer '${layer}'.`);
  const members = await session.rows<Member>(statement('imports/members'), { layer });
  const stays = (member: Member) => {
    if (remove === 'all') return false;
    if (remove === 'same-part') return !added.some(({ part }) => part === member.part);
    return !remove.includes(member.id);
  };
  const datasets = [...new Set([...members.filter(stays).map(({ id }) => id), ...add])];
  const { number } = await session.row<{ number: number }>(statement('imports/make-edition'), { layer, note, datasets });
  return number;
}

async function switchTo(session: Session, layer: string, number: number): Promise<number> {
  await session.rows(statement('imports/lock-layer'), { layer });
  const switched = await session.rows(statement('imports/switch-edition'), { layer, number });
  if (switched.length === 0) throw new CannotPublish(`Layer '${layer}' has no edition ${number}.`);
  return number;
}
