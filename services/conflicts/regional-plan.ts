import type { Bilingual } from '../../layers/declaration/bilingual.ts';

/** The regional plan whose guidelines the rules are, and where it stands: printed in every report. */
export interface RegionalPlan {
  name: string;
  version: Bilingual;
  /** Day the guidelines were adopted, ISO; null while they are a draft. */
  adopted: string | null;
}

export const regionalPlan: RegionalPlan = {
  name: 'Buskerudplanen',
  version: { nb: 'Høringsforslag', en: 'Consultation draft' },
  adopted: null,
};

/** Whether the plan is adopted, in words: *Høringsforslag, ikke vedtatt*. @param adopted ISO date or null */
export function standingOf(plan: RegionalPlan, adopted: string | null): Bilingual {
  return adopted === null
    ? { nb: `${plan.version.nb}, ikke vedtatt`, en: `${plan.version.en}, not adopted` }
    : { nb: `Vedtatt ${adopted}`, en: `Adopted ${adopted}` };
}
