import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database, Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { noSuchDraft } from '../cannot-account.ts';

/** An uploaded plan that rules where it lies, and the plans that it takes the place of. */
export interface AccountedDraft {
  href: string;
  plan_id: string;
  /** Datasets by layer. */
  zoning: number;
  considerations: number;
  /** Ids of the plans that it replaces: its own, and the one named as its predecessor. */
  replaces: string[];
}

/** @throws CannotAccount where there is no such draft (any more) */
export async function replacedBy(database: Database, href: string): Promise<AccountedDraft> {
  const id = /\/plans\/([\da-f-]{36})$/.exec(href)?.[1];
  const [draft] =
    id === undefined ? [] : await database.rows<Omit<AccountedDraft, 'href'>>(statement('accounts/draft'), { id });
  if (!draft) throw noSuchDraft(href);
  return { href, ...draft };
}

/** Whether a draft, or a plan that it replaces, has land in a municipality. */
export async function isTouched(
  session: Session,
  { zoning, replaces }: AccountedDraft,
  { constraints, municipality }: { constraints: Constraints; municipality: string },
): Promise<boolean> {
  const { touched } = await session.row<{ touched: boolean }>(statement('accounts/touched'), {
    ...{ draft_zoning: zoning, replaced: replaces, municipality, division: constraints.division },
    zoning: datasetIds(constraints, 'zoning'),
    municipalities: datasetIds(constraints, 'municipality'),
  });
  return touched;
}
