import { Explained } from '../../../layers/declaration/explained.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { currentEditions, type DatasetInfo, type Edition } from '../../imports/editions.ts';
import { divider } from '../../imports/pieces.ts';

/** The data a check reads, resolved once: the current editions of its layers, and the division their pieces are cut by. */
export interface Constraints {
  /** Every layer that was asked for, present or not. */
  layers: readonly string[];
  editions: ReadonlyMap<string, Edition>;
  division: number;
}

/** The data were replaced twice while an analysis read them, and its pieces are gone: it may have missed land. */
export class GroundGone extends Explained {
  constructor() {
    super({
      nb: 'Kommunegrensene ble byttet ut flere ganger mens dataene ble lest. Prøv på nytt når importen er ferdig.',
      en: 'The municipalities were replaced several times while the data were read. Try again when the import is over.',
    });
  }
}

/** Resolve the current editions of the given layers and the division that goes with them, all of one moment. */
export async function readConstraints(session: Session, layers: readonly string[]): Promise<Constraints> {
  const editions = await currentEditions(session, [...new Set([...layers, divider])]);
  return { layers, editions, division: editions.get(divider)?.number ?? 0 };
}

/**
 * Make sure, when everything has been read, that it was there to be read: all pieces of all datasets.
 * @throws GroundGone
 */
export async function confirmConstraints(session: Session, { layers, editions, division }: Constraints): Promise<void> {
  const ids = layers.flatMap((layer) => editions.get(layer)?.datasets.map(({ id }) => id) ?? []);
  const gone = await session.rows(statement('pieces/uncut'), { ids, division });
  if (gone.length > 0) throw new GroundGone();
}

export const datasetsOf = ({ editions }: Constraints, layer: string): DatasetInfo[] =>
  editions.get(layer)?.datasets ?? [];

export const datasetIds = (constraints: Constraints, layer: string): number[] =>
  datasetsOf(constraints, layer).map(({ id }) => id);

/** Nothing was ever loaded for this role: nobody looked. An empty dataset is another thing. */
export const isAbsent = (constraints: Constraints, layer: string): boolean =>
  datasetsOf(constraints, layer).length === 0;
