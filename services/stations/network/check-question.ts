import { BadQuestion } from './answer.ts';
import { checkDemands } from './check-demands.ts';
import { checkRoads } from './check-roads.ts';
import { checkMatrix, checkNumber, checkOnce } from './sound-lists.ts';
import type { NetworkQuestion } from './question.ts';

/** See that a question can be asked: what is given is there once, and numbers are numbers. @throws BadQuestion */
export function checkQuestion(question: NetworkQuestion): void {
  const ids = checkSites(question);
  checkSpacing(question);
  checkRoads(question.roads ?? [], ids);
  checkDemands(question);
  if (question.model !== 'set-cover') checkCount(question);
}

function checkSites({ candidates, existing = [], forbidden = [] }: NetworkQuestion): Set<string> {
  if (candidates.length === 0)
    throw new BadQuestion({
      nb: 'Det er ingen kandidater å velge blant. Løsne på filtrene, eller gi egne punkter.',
      en: 'There are no candidates to choose from. Loosen the filters, or give points of your own.',
    });
  const ids = new Set(candidates.map(({ id }) => id));
  checkOnce(candidates, { nb: 'Kandidaten', en: 'The candidate' });
  for (const [list, name] of [
    [existing, 'existing'],
    [forbidden, 'forbidden'],
  ] as const)
    for (const id of list)
      if (!ids.has(id))
        throw new BadQuestion({
          nb: `${id} står i ${name}, men er ikke blant kandidatene. Legg stedet til kandidatene, eller ta det ut.`,
          en: `${id} is in ${name} but not among the candidates. Add the place to the candidates, or take it out.`,
        });
  const both = existing.find((id) => forbidden.includes(id));
  if (both !== undefined)
    throw new BadQuestion({
      nb: `${both} er både stående og forbudt. Velg én av delene.`,
      en: `${both} is both standing and forbidden. Choose one of them.`,
    });
  for (const { id, capacity } of candidates)
    if (capacity !== undefined) checkNumber(capacity, { nb: `Kapasiteten for ${id}`, en: `The capacity of ${id}` });
  return ids;
}

function checkSpacing({ min_spacing: rule, candidates }: NetworkQuestion): void {
  if (!rule) return;
  checkNumber(rule.value, { nb: 'Minsteavstanden', en: 'The least spacing' });
  checkMatrix(rule.distances, candidates, candidates, { nb: 'avstand mellom steder', en: 'distance between sites' });
}

function checkCount(question: Exclude<NetworkQuestion, { model: 'set-cover' }>): void {
  const { candidates, p, p_new: added } = question;
  const existing = new Set(question.existing).size;
  const usable = candidates.length - new Set(question.forbidden).size;
  const count = p ?? existing + (added ?? NaN);
  if (!Number.isInteger(count) || count < 1 || (added !== undefined && added < 0))
    throw new BadQuestion({
      nb: `Antall stasjoner må være et helt tall som er 1 eller mer; fikk p = ${String(p)}, p_new = ${String(added)}.`,
      en: `The number of stations must be a whole number that is 1 or more; got p = ${String(p)}, p_new = ${String(added)}.`,
    });
  if (p !== undefined && added !== undefined && p !== existing + added)
    throw new BadQuestion({
      nb: `p = ${p} og p_new = ${added} stemmer ikke med ${existing} stående stasjoner. Gi bare den ene.`,
      en: `p = ${p} and p_new = ${added} do not agree with ${existing} standing stations. Give only one of them.`,
    });
  if (count < existing)
    throw new BadQuestion({
      nb: `p = ${count} er færre enn de ${existing} som står. p teller også dem; gi flere, eller p_new.`,
      en: `p = ${count} is fewer than the ${existing} that stand. p counts them too; give more, or p_new.`,
    });
  if (count > usable)
    throw new BadQuestion({
      nb: `${count} stasjoner er flere enn de ${usable} kandidatene som kan brukes. Gi færre stasjoner eller flere kandidater.`,
      en: `${count} stations are more than the ${usable} candidates that can be used. Give fewer stations or more candidates.`,
    });
}
