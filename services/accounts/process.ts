import type { Process } from '../runs/process.ts';
import type { OnMap } from '../centrality/publish/publish-results.ts';
import { makeAccounts, type AccountsAnswer } from './accounts.ts';
import { publishChanges } from './change-map/publish-changes.ts';
import { AnswerSchema } from './describe.ts';
import { AccountInput, type AccountInputs } from './inputs.ts';
import { accountsVersion } from './kept.ts';
import { problemOfAccounts } from './problems.ts';
import { accountTables } from './tables/account-tables.ts';

/** `map`: how the land that changed is read; null where it was not asked for, or nothing can have changed. */
type Answer = AccountsAnswer & { map: OnMap | null };

/** Area and nature accounts. The work is in accounts.ts. */
export const accountsProcess: Process<AccountInputs, Answer> = {
  id: 'accounts',
  title: { nb: 'Areal- og naturregnskap', en: 'Area and nature accounts' },
  description: {
    nb: 'Per kommune, og summert til region og fylke: arealene mellom to år med overgangsmatrise og bevis for at de går opp, planregnskap med planreserve og hva den tar, og naturregnskap. Alle arealer er ellipsoidiske.',
    en: 'By municipality, and summed to regions and the county: extents between two years with their transition matrix and the proof that they close, the account of plans with the reserve and what it would take, and the nature account. All areas are ellipsoidal.',
  },
  version: accountsVersion,
  inputs: AccountInput,
  changesData: true,
  outputs: AnswerSchema as unknown as Process<AccountInputs, Answer>['outputs'],
  tables: (answer, language) => accountTables([...answer.accounts, ...answer.regions, answer.county], language),
  async execute(inputs, { database, catalogue, signal, onProgress }) {
    try {
      const answer = await makeAccounts(database, catalogue, inputs, { signal, onProgress });
      const map = inputs.municipalities ? null : await publishChanges(database, catalogue, inputs, signal);
      return { ...answer, map };
    } catch (error) {
      throw problemOfAccounts(error);
    }
  },
};
