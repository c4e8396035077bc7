import { unknown, type Indicator } from '../barometer/indicator.ts';

/** How many live there. */
export const residents: Indicator = {
  id: 'residents',
  title: { nb: 'Innbyggere', en: 'Residents' },
  definition: {
    nb: 'Bosatte, nyeste år: registrerte tall for kommunen, eller summen av befolkningsrutene der de er nyere.',
    en: 'Residents, newest year: registered figures of the municipality, or the sum of the population cells where they are newer.',
  },
  source: { nb: 'Kommunetall eller befolkning i rutenett', en: 'Municipal figures or population by grid cell' },
  unit: 'count',
  direction: 'none',
  measure: ({ residents: counted }) => counted?.points.at(-1) ?? unknown('population', 'municipal-figure'),
  series: ({ residents: counted }) => [...(counted?.points ?? [])],
};
