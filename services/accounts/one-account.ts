import type { Language } from '../../layers/declaration/bilingual.ts';
import type { Accounts } from './account.ts';
import type { AccountsAnswer } from './accounts.ts';

/** The account of the one municipality that was asked for, with what was left out of it and why; nothing where nothing was. */
export const oneAccount = (
  { accounts, left_out }: AccountsAnswer,
  language: Language,
): (Accounts & { left_out?: string[] }) | undefined =>
  accounts[0] && {
    ...accounts[0],
    ...(left_out.length > 0 ? { left_out: left_out.map((why) => why[language]) } : {}),
  };
