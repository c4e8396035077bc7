import { Explained } from '../../layers/declaration/explained.ts';
import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database, Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { buildPieces, currentDivision, divider, forgetOlderDivisions } from './pieces.ts';

/** A change of what readers see of a layer. */
export interface Change {
  layer: string;
  /** Complete datasets of this layer. */
  add: readonly number[];
  /**
   * What goes out of the new edition: these datasets, those of these parts, those whose part is added anew (the usual),
   * or all. Nothing is deleted: the edition before can be taken back.
   */
  remove?: readonly number[] | { parts: readonly string[] } | 'same-part' | 'all';
  /** Asked under the layer's lock, just before the switch: true leaves the change out. Not for municipalities. */
  unless?: (session: Session) => Promise<boolean>;
  note?: string;
}

interface Member {
  id: number;
  layer: string;
  part: string;
}

/** What was asked for cannot be published; nothing has changed. */
export class CannotPublish extends Explained {}

/** What readers will see after a switch of editions, as far as it is to be cut. */
interface Target {
  /** The division from the switch on. */
  division: number;
  comes: readonly number[];
  /** What goes out, where the division changes and all that stays must be cut by it. */
  goes: readonly number[] | null;
}

/**
 * Make new editions of one or several layers, all in one transaction: readers see all of the old or all of the new.
 * A new edition of the municipalities is a new division: everything else is cut by it first.
 * @returns the number of the new edition, by layer; a change that was left out has none
 * @throws CannotPublish
 */
export async function publish(
  database: Database,
  catalogue: Catalogue,
  changes: readonly Change[],
): Promise<Map<string, number>> {
  const others = changes.filter(({ layer }) => layer !== divider);
  const municipalities = changes.find(({ layer }) => layer === divider);
  let next: { number: number; insteadOf: number; resolved: Resolved } | undefined;
  const prepare = async (session: Session): Promise<Target> => {
    const resolved: Resolved[] = [];
    for (const change of inOrder(others)) resolved.push(await resolve(session, change));
    const comes = resolved.flatMap(({ comes }) => comes);
    const division = await currentDivision(session);
    if (!municipalities) return { division, comes, goes: null };
    // Another publication has changed the municipalities since: what was made then would take its change back.
    if (next?.insteadOf !== division) {
      await forgetOlderDivisions(session);
      const own = await resolve(session, municipalities);
      next = { insteadOf: division, resolved: own, number: await makeEdition(session, municipalities, own) };
    }
    resolved.push(next.resolved);
    const goes = resolved.flatMap(({ goes }) => goes);
    return { division: next.number, comes: [...comes, ...next.resolved.comes], goes };
  };
  return switchWhenCut(database, catalogue, prepare, async (session, { division }) => {
    const numbers = await publishIn(session, others);
    return municipalities ? numbers.set(divider, await switchTo(session, divider, division)) : numbers;
  });
}

/**
 * The same inside a transaction that is already open, for results that become current together with their run.
 * Not for municipalities, by which everything else must be cut first.
 */
export async function publishIn(session: Session, changes: readonly Change[]): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for (const change of inOrder(changes)) {
    const resolved = await resolve(session, change);
    if (await change.unless?.(session)) continue;
    const number = await makeEdition(session, change, resolved);
    numbers.set(change.layer, await switchTo(session, change.layer, number));
  }
  return numbers;
}

/** One order everywhere, so that two publishers never wait for each other. */
const inOrder = (changes: readonly Change[]): Change[] => [...changes].sort((a, b) => (a.layer < b.layer ? -1 : 1));

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
  const prepare = async (session: Session): Promise<Target> => {
    const comes = (await session.rows<Member>(statement('imports/edition-members'), { layer, edition })).map(idOf);
    if (layer !== divider) return { division: await currentDivision(session), comes, goes: null };
    const members = await session.rows<Member>(statement('imports/members'), { layer });
    return { division: edition, comes, goes: members.map(idOf).filter((id) => !comes.includes(id)) };
  };
  await switchWhenCut(database, catalogue, prepare, (session) => switchTo(session, layer, edition));
}

/**
 * Switch editions once everything that readers will see is cut by the division they will see.
 * Cutting takes long and is done before, between short transactions under the lock of the municipalities' editions:
 * what came in meanwhile is found in the next one, and cut in another round.
 * @param prepare what readers will see, as things stand under the lock
 * @param work the switch itself, in the transaction in which nothing is left to cut
 */
async function switchWhenCut<T>(
  database: Database,
  catalogue: Catalogue,
  prepare: (session: Session) => Promise<Target>,
  work: (session: Session, target: Target) => Promise<T>,
): Promise<T> {
  for (;;) {
    const round = await database.transaction(async (session) => {
      await session.rows(statement('imports/lock-layer'), { layer: divider });
      const target = await prepare(session);
      const { division, comes, goes } = target;
      const inUse = goes ? await session.rows<Member>(statement('pieces/datasets-in-use')) : [];
      const stays = inUse.map(idOf).filter((id) => !goes?.includes(id));
      const uncut = await session.rows<Member>(statement('pieces/uncut'), { ids: [...comes, ...stays], division });
      // A layer that is declared no more has no reader.
      const missing = uncut.filter(({ layer }) => catalogue.has(layer));
      return missing.length > 0 ? { division, missing } : { result: await work(session, target) };
    });
    if ('result' in round) return round.result as T;
    for (const { id, layer } of round.missing ?? [])
      await buildPieces(database, { layer: catalogue.get(layer), datasetIds: [id], division: round.division ?? 0 });
  }
}

const idOf = ({ id }: Member): number => id;

/** A change as things stand: ids of datasets. */
interface Resolved {
  comes: number[];
  stays: number[];
  goes: number[];
}

/** Find out what a change means now; the layer's editions are locked from here. @throws CannotPublish */
async function resolve(session: Session, { layer, add, remove = 'same-part' }: Change): Promise<Resolved> {
  await session.rows(statement('imports/lock-layer'), { layer });
  const added = await session.rows<Member>(statement('imports/addable'), { ids: [...add], layer });
  if (added.length !== new Set(add).size)
    throw new CannotPublish({
      nb: `Ikke alle datasettene ${add.join(', ')} er hele datasett i kartlaget «${layer}». Importer på nytt.`,
      en: `Not all of the datasets ${add.join(', ')} are complete datasets of layer '${layer}'. Import again.`,
    });
  const members = await session.rows<Member>(statement('imports/members'), { layer });
  const comes = added.map(idOf);
  const isOut = ({ id, part }: Member): boolean => {
    if (remove === 'all') return true;
    if (remove === 'same-part') return added.some((one) => one.part === part);
    return 'parts' in remove ? remove.parts.includes(part) : remove.includes(id);
  };
  const others = members.filter(({ id }) => !comes.includes(id));
  return {
    comes,
    stays: others.filter((member) => !isOut(member)).map(idOf),
    goes: others.filter(isOut).map(idOf),
  };
}

/** @returns the number of a new edition, which is not current yet */
async function makeEdition(
  session: Session,
  { layer, note = '' }: Change,
  { stays, comes }: Resolved,
): Promise<number> {
  const made = { layer, note, datasets: [...stays, ...comes] };
  return (await session.row<{ number: number }>(statement('imports/make-edition'), made)).number;
}

async function switchTo(session: Session, layer: string, number: number): Promise<number> {
  await session.rows(statement('imports/lock-layer'), { layer });
  const switched = await session.rows(statement('imports/switch-edition'), { layer, number });
  if (switched.length === 0)
    throw new CannotPublish({
      nb: `Kartlaget «${layer}» har ingen utgave ${number}. Utgavene er nummerert fra 1.`,
      en: `Layer '${layer}' has no edition ${number}. Editions are numbered from 1.`,
    });
  return number;
}
