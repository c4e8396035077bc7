import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import { treeline } from '../../../layers/treeline.ts';
import type { AboveTheLine, LineMet } from './above-the-line.ts';
import { say, type Message } from '../judgement/message.ts';
import type { Treeline } from './treeline-lines.ts';
import type { DrawnBelt } from './vertical-belt.ts';

/** How a zone was set against the lines: which line, which belt and how it was drawn, and what was found. */
export function treelineSteps(
  facts: AboveTheLine,
  lines: readonly Treeline[],
  met: readonly LineMet[],
  belts: readonly DrawnBelt[],
): Message[] {
  const drawn = (line: Treeline) => belts.find((belt) => belt.line === line.number);
  const about = met.length === 0 ? lines : met.map(({ line }) => lines[line]);
  return [
    ...about.map(describe),
    ...about.flatMap((line) => {
      const said = met.find(({ line: number }) => number === line.number);
      const found = said && say('treeline-found', { line: line.number + 1, above: said.above_m2, belt: said.belt_m2 });
      return [beltStep(line, drawn(line)), ...(found ? [found] : [])];
    }),
    ...(facts.linesDisagree ? [say('treeline-disagree')] : []),
  ];
}

const unknown: Bilingual = { nb: 'ukjent', en: 'unknown' };

const describe = ({ number, definition, source }: Treeline): Message =>
  say('treeline-line', {
    line: number + 1,
    definition: (definition && treeline.fields.definition?.codes?.[definition]) ?? unknown,
    source: source ?? unknown,
  });

function beltStep({ number, belt, uncertainty_m }: Treeline, height: DrawnBelt | undefined): Message {
  const values = { line: number + 1, width: uncertainty_m };
  if (belt !== 'vertical') return say(`treeline-belt-${belt}`, values);
  return height
    ? say('treeline-belt-vertical', { ...values, step: height.step_m })
    : say('treeline-belt-no-heights', values);
}

export const treelineTexts: Record<string, Bilingual> = {
  'treeline-line': {
    nb: 'Linje {line}: {definition} skoggrense, kilde {source}.',
    en: 'Line {line}: {definition} treeline, source {source}.',
  },
  'treeline-belt-none': {
    nb: 'Linje {line} er oppgitt uten usikkerhet: intet belte.',
    en: 'Line {line} is given without uncertainty: no belt.',
  },
  'treeline-belt-horizontal': {
    nb: 'Belte for linje {line}: {width:m} til hver side i kartet, der arealet over linjen har sin grense innenfor dekningen.',
    en: 'Belt of line {line}: {width:m} to each side on the map, where the land above has its border inside the coverage.',
  },
  'treeline-belt-vertical': {
    nb: 'Belte for linje {line}: terreng inntil {width:m} høyere eller lavere enn linjen på nærmeste punkt, uansett hvor langt unna det er. Høyder er interpolert i trekanter mellom høydekurver og høydepunkter, sammenlignet for hver {step:m}.',
    en: 'Belt of line {line}: ground up to {width:m} higher or lower than the line at its nearest point, however far off that is. Heights are interpolated in triangles between contours and spot heights, compared every {step:m}.',
  },
  'treeline-belt-no-heights': {
    nb: 'Usikkerheten til linje {line} er {width:m} i høyden, og høyden her eller der linjen går, er ikke kjent: beltet kan ikke tegnes. Over linjen er det høyst til vurdering.',
    en: 'The uncertainty of line {line} is {width:m} in height, and the height here or where the line runs is not known: the belt cannot be drawn. Above the line it is at most review.',
  },
  'treeline-belt-unknown': {
    nb: 'Usikkerheten til linje {line} er ikke oppgitt: høyst til vurdering.',
    en: 'The uncertainty of line {line} is not stated: at most review.',
  },
  'treeline-found': {
    nb: 'Etter linje {line} ligger {above:daa} over linjen og {belt:daa} i beltet.',
    en: 'By line {line}, {above:daa} lies above the line and {belt:daa} in its belt.',
  },
  'treeline-disagree': {
    nb: 'Linjene er uenige: samme areal ligger over beltet til én og under beltet til en annen. Høyst til vurdering.',
    en: 'The lines disagree: the same land lies above the belt of one and below that of another. At most review.',
  },
};
