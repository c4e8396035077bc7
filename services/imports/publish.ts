import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database, Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { buildPieces, currentDivision, forgetOtherDivisions, rebuildForDivision } from './pieces.ts';

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
export async function publish(
  database: Database,
  catalogue: Catalogue,
  changes: readonly Change[],
): Promise<Map<string, number>> {
  const others = changes.filter(({ layer }) => layer !== divider);
  const municipalities = changes.find(({ layer }) => layer === divider);
  const added = others.flatMap(({ add }) => add);
  if (!municipalities) return switchWhenCut(database, catalogue, { added }, (session) => publishIn(session, others));
  // Readers may still be on the division before this one; those before it are no one's any more.
  await forgetOtherDivisions(database, await currentDivision(database));
  const { number: division, datasets } = await database.transaction((session) => makeEdition(session, municipalities));
  await rebuildForDivision(database, catalogue, datasets, division);
  return switchWhenCut(database, catalogue, { added, division }, async (session) => {
    const numbers = await publishIn(session, others);
    return numbers.set(divider, await switchTo(session, divider, division));
  });
}

/**
 * The same inside a transaction that is already open, for results that become current together with their run.
 * Not for municipalities, by which everything else must be cut first.
 */
export async function publishIn(session: Session, changes: readonly Change[]): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  // In one order everywhere, so that two publishers never wait for each other.
  for (const change of [...changes].sort((a, b) => (a.layer < b.layer ? -1 : 1)))
    numbers.set(change.layer, await switchTo(session, change.layer, (await makeEdition(session, change)).number));
  return numbers;
}

/**
 * Take an earlier (or later) edition back: readers see it from now on.
 * @throws CannotPublish when the layer has no such edition
 */
export async function rollback(
  database: Database,
  catalogue: Catalogue,
  layer: string,
  edition: number,
): Promise<void> {
  const members = await database.rows<Member>(statement('imports/edition-members'), { layer, edition });
  const added = members.map(({ id }) => id);
  const target = layer === divider ? { added, division: edition } : { added };
  await switchWhenCut(database, catalogue, target, (session) => switchTo(session, layer, edition));
}

/**
 * Switch editions once everything that readers will see is cut by the division they will see.
 * Cutting takes long and is done before; what came in meanwhile is found under the lock, and cut in another round.
 * @param target.division the division from the switch on; absent when it stays
 */
async function switchWhenCut<T>(
  database: Database,
  catalogue: Catalogue,
  target: { added: readonly number[]; division?: number },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const cut = new Set<string>();
  for (;;) {
    const round = await database.transaction(async (session) => {
      await session.rows(statement('imports/lock-layer'), { layer: divider });
      const division = target.division ?? (await currentDivision(session));
      const inUse =
        target.division === undefined ? [] : await session.rows<Member>(statement('pieces/datasets-in-use'));
      const ids = [...target.added, ...inUse.map(({ id }) => id)];
      const uncut = await session.rows<Member>(statement('imports/without-pieces'), { ids, division });
      const missing = uncut.filter(({ id, layer }) => !cut.has(`${division} ${id}`) && isCut(catalogue, layer));
      return missing.length > 0 ? { division, missing } : { result: await work(session) };
    });
    if ('result' in round) return round.result as T;
    for (const { id, layer } of round.missing ?? []) {
      await buildPieces(database, { layer: catalogue.get(layer), datasetIds: [id], division: round.division ?? 0 });
      cut.add(`${round.division} ${id}`);
    }
  }
}

/** Points and lines have no pieces; nor have layers that are declared no more a reader. */
const isCut = (catalogue: Catalogue, layer: string): boolean =>
  catalogue.has(layer) && ['polygon', 'any'].includes(catalogue.get(layer).geometry);

async function makeEdition(session: Session, change: Change): Promise<{ number: number; datasets: number[] }> {
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
  const { number } = await session.row<{ number: number }>(statement('imports/make-edition'), {
    layer,
    note,
    datasets,
  });
  return { number, datasets };
}

async function switchTo(session: Session, layer: string, number: number): Promise<number> {
  await session.rows(statement('imports/lock-layer'), { layer });
  const switched = await session.rows(statement('imports/switch-edition'), { layer, number });
  if (switched.length === 0) throw new CannotPublish(`Layer '${layer}' has no edition ${number}.`);
  return number;
}
