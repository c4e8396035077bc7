import type { Bilingual } from '../declaration/bilingual.ts';

/** Steps of unbuilt zoned land, decares (ours). */
const steps = [
  { code: 'none', least: 0, nb: 'ingenting', en: 'nothing', colour: '#7f7f8f' },
  { code: 'little', least: 0.001, nb: 'under 10 daa', en: 'less than 10 daa', colour: '#c7a94a' },
  { code: 'some', least: 10, nb: '10–50 daa', en: '10–50 daa', colour: '#6fae5c' },
  { code: 'much', least: 50, nb: '50 daa og mer', en: '50 daa and more', colour: '#17724f' },
];

/** The code of the step that so much unbuilt land lies in. */
export const roomStep = (unbuilt_m2: number): string =>
  steps.findLast(({ least }) => unbuilt_m2 / 1000 >= least)?.code ?? 'none';

export const roomTexts: Record<string, Bilingual> = Object.fromEntries(
  steps.map(({ code, nb, en }) => [code, { nb, en }]),
);

export const roomColours: Record<string, string> = Object.fromEntries(steps.map(({ code, colour }) => [code, colour]));

/** What building land is to be near (§6.2.1). */
export const targetTexts = {
  centre: { nb: 'sentrumssone', en: 'centre zone' },
  hub: { nb: 'kollektivknutepunkt', en: 'transit hub' },
} satisfies Record<string, Bilingual>;
