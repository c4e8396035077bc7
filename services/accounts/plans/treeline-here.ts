import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';

/** The treeline that an account goes by: as it is drawn, its belt of uncertainty not taken off. */
export interface AccountedTreeline {
  /** Null: its features do not say. */
  definition: 'climatic' | 'empirical' | 'derived' | null;
  sources: string[];
  uncertainty_m: number | null;
  uncertainty_axis: 'vertical' | 'horizontal' | null;
}

/**
 * The one line that decides in a municipality: climatic, empirical and derived lines differ by hundreds of metres, so land
 * above any of them would be above none. Null where none comes here.
 */
export async function treelineHere(
  session: Session,
  { constraints, municipality }: { constraints: Constraints; municipality: string },
): Promise<AccountedTreeline | null> {
  const [first] = await session.rows<Omit<AccountedTreeline, 'sources'> & { sources: string[] | null }>(
    statement('accounts/treelines-here'),
    {
      treelines: datasetIds(constraints, 'treeline'),
      municipalities: datasetIds(constraints, 'municipality'),
      ...{ municipality, division: constraints.division },
    },
  );
  return first ? { ...first, sources: first.sources ?? [] } : null;
}
