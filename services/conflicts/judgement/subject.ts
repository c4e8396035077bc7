import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import type { Purpose } from '../../../layers/codes/purpose.ts';

/** Which zones a rule asks about. */
export interface Subject {
  title: Bilingual;
  /** Whether land with this purpose is the rule's business; an unknown purpose always is. */
  concerns: (purpose: Purpose) => boolean;
  /** Name of the parameter that says how much new land, m², a zone must have to be asked about. */
  atLeast?: string;
}

/** A list of purposes that the published table of purposes holds for both laws. */
interface PurposeList {
  title: Bilingual;
  holds: (purpose: Purpose) => boolean;
}

/** Land that is, has a quota of, or may become holiday homes. */
export const holidayHomes: PurposeList = {
  title: { nb: 'fritidsboligområder', en: 'holiday-home land' },
  holds: ({ holidayHomes }) => holidayHomes !== 'no',
};

/** Land on which building is the purpose, or nobody knows. */
export const buildingLand: PurposeList = {
  title: { nb: 'områder som åpner for bygging', en: 'land that allows building' },
  holds: ({ allowsBuilding }) => allowsBuilding !== false,
};

/** Where people live, shop and are served. */
export const townLand: PurposeList = {
  title: {
    nb: 'områder for bolig, sentrum, handel og tjenester',
    en: 'land for housing, centres, retail and services',
  },
  holds: ({ group }) => ['housing', 'centre', 'retail', 'service', 'unknown'].includes(group),
};

/** Land for business (1300-series, and the same in the law of 1985). */
export const businessLand: PurposeList = {
  title: { nb: 'næringsområder', en: 'business land' },
  holds: ({ group }) => group === 'business' || group === 'unknown',
};

/** The new or extended land of zones with a purpose on the list. */
export const newOrExtended = ({ title, holds }: PurposeList): Subject => ({
  title: { nb: `nye og utvidede ${title.nb}`, en: `new and extended ${title.en}` },
  concerns: holds,
});

/** The same, from a size on that a parameter of the rule says. */
export const largeNew = (list: PurposeList, atLeast: string): Subject => {
  const { title, concerns } = newOrExtended(list);
  return { title: { nb: `store ${title.nb}`, en: `large ${title.en}` }, concerns, atLeast };
};
