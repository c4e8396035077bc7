import { purposeGroups, type PurposeGroup } from '../../../layers/codes/purpose-groups.ts';
import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Accounts } from '../account.ts';
import type { PlanAccount } from '../plans/plan-account.ts';

/** Which plans an account of plans is of. */
export const situations = {
  current: { nb: 'gjeldende', en: 'in force' },
  draft: { nb: 'med planforslaget', en: 'with the draft' },
} satisfies Record<string, Bilingual>;

/** The plan accounts that there are: of the plans in force, and with the draft. */
export const planAccountsOf = ({ plans }: Accounts): { situation: keyof typeof situations; plans: PlanAccount }[] => [
  ...(plans ? [{ situation: 'current' as const, plans: plans.current }] : []),
  ...(plans?.draft ? [{ situation: 'draft' as const, plans: plans.draft }] : []),
];

export const groupName = (group: string, language: Language): string => purposeGroups[group as PurposeGroup][language];
