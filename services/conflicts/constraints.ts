import type { Session } from '../database/database.ts';
import { currentEditions, type DatasetInfo, type Edition } from '../imports/editions.ts';
import { currentDivision } from '../imports/pieces.ts';

/** The data a check reads, resolved once: the current editions of its layers, and the division their pieces are cut by. */
export interface Constraints {
  /** Every layer that was asked for, present or not. */
  layers: readonly string[];
  editions: ReadonlyMap<string, Edition>;
  division: number;
}

/** Resolve the current editions of the given layers. */
export async function readConstraints(session: Session, layers: readonly string[]): Promise<Constraints> {
  const division = await currentDivision(session);
  return { layers, editions: await currentEditions(session, layers), division };
}

export const datasetsOf = ({ editions }: Constraints, layer: string): DatasetInfo[] =>
  editions.get(layer)?.datasets ?? [];

export const datasetIds = (constraints: Constraints, layer: string): number[] =>
  datasetsOf(constraints, layer).map(({ id }) => id);

/** Nothing was ever loaded for this role: nobody looked. An empty dataset is another thing. */
export const isAbsent = (constraints: Constraints, layer: string): boolean =>
  datasetsOf(constraints, layer).length === 0;
