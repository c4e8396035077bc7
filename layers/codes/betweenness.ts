import type { Bilingual } from '../declaration/bilingual.ts';

/** Steps of betweenness by its percentile among the nodes (ours). */
const steps = [
  { code: 'low', least: 0, nb: 'lavere halvdel', en: 'lower half', colour: '#8f897a' },
  { code: 'middle', least: 50, nb: '50–80 %', en: '50–80 %', colour: '#5f94c9' },
  { code: 'high', least: 80, nb: '80–95 %', en: '80–95 %', colour: '#1f4f8f' },
  { code: 'highest', least: 95, nb: 'høyeste 5 %', en: 'highest 5 %', colour: '#a01f5a' },
];

/** The code of the step that a percentile lies in. */
export const betweennessStep = (percentile: number): string =>
  steps.findLast(({ least }) => percentile >= least)?.code ?? 'low';

export const betweennessTexts: Record<string, Bilingual> = Object.fromEntries(
  steps.map(({ code, nb, en }) => [code, { nb, en }]),
);

export const betweennessColours: Record<string, string> = Object.fromEntries(
  steps.map(({ code, colour }) => [code, colour]),
);
