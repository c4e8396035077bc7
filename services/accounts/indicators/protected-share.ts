import { unknown, type Indicator } from '../barometer/indicator.ts';

/** How much of the land is protected by law. */
export const protectedShare: Indicator = {
  id: 'protected-share',
  title: { nb: 'Vernet andel', en: 'Protected share' },
  definition: {
    nb: 'Areal vernet etter lov, delt på kommunens areal; areal med to slags vern teller én gang.',
    en: "Land protected by law, by the municipality's area; land under two kinds of protection counts once.",
  },
  source: { nb: 'Kartlaget Verneområder', en: 'The layer of protected areas' },
  unit: 'share',
  direction: 'higher',
  measure: ({ nature, dateOf, isLookedAt }) => {
    const share = nature.protected?.share ?? null;
    if (share === null || (share === 0 && !isLookedAt('protected-area'))) return unknown('protected-area');
    return { value: share, date: dateOf('protected-area') };
  },
  series: ({ earlier }) => earlier.protected.map(({ date, share }) => ({ date, value: share })),
};
