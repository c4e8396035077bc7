import { unknown, type Indicator } from '../barometer/indicator.ts';

/** How many holiday homes stand there. */
export const holidayHomes: Indicator = {
  id: 'holiday-homes',
  title: { nb: 'Fritidsboliger', en: 'Holiday homes' },
  definition: {
    nb: 'Fritidsboliger som står i kommunen: registrerte tall der de er lastet inn, ellers talt i kartlaget.',
    en: 'Holiday homes that stand in the municipality: registered figures where they are loaded, else counted in the layer.',
  },
  source: {
    nb: 'Kommunetall, ellers kartlaget Fritidsboliger',
    en: 'Municipal figures, else the layer of holiday homes',
  },
  unit: 'count',
  direction: 'none',
  measure: ({ holidayHomes: counted }) => counted?.points.at(-1) ?? unknown('municipal-figure', 'holiday-home'),
  series: ({ holidayHomes: counted }) => [...(counted?.points ?? [])],
};
