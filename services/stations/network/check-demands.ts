import { BadQuestion } from './answer.ts';
import { checkMatrix, checkNumber, checkOnce } from './sound-lists.ts';
import type { Flow, FlowQuestion, NetworkQuestion } from './question.ts';

/** See that demand or flows can be reckoned with. @throws BadQuestion */
export function checkDemands(question: NetworkQuestion): void {
  if (question.model === 'flow-refuelling') return checkFlows(question);
  const { demand, candidates, distance } = question;
  if (demand.length === 0)
    throw new BadQuestion({
      nb: 'Det er ingen etterspørsel å dekke. Importer trafikk, eller gi egne punkter.',
      en: 'There is no demand to serve. Import traffic, or give points of your own.',
    });
  checkOnce(demand, { nb: 'Etterspørselen', en: 'The demand' });
  for (const { id, weight } of demand) checkNumber(weight, { nb: `Vekten for ${id}`, en: `The weight of ${id}` });
  checkMatrix(distance, candidates, demand, { nb: 'avstand', en: 'distance' });
  if (question.model !== 'p-median') checkNumber(question.radius, { nb: 'Radien', en: 'The radius' });
  if (question.model === 'set-cover' && question.share !== undefined && !(question.share > 0 && question.share <= 1))
    throw new BadQuestion({
      nb: `Andelen som skal dekkes, må være over 0 og høyst 1; fikk ${question.share}.`,
      en: `The share to be covered must be above 0 and at most 1; got ${question.share}.`,
    });
}

function checkFlows({ flows, range_km: range, candidates }: FlowQuestion): void {
  if (flows.length === 0)
    throw new BadQuestion({
      nb: 'Det er ingen strømmer å betjene. Gi minst én rute med start og mål.',
      en: 'There are no flows to serve. Give at least one route with a start and an end.',
    });
  checkOnce(flows, { nb: 'Strømmen', en: 'The flow' });
  checkNumber(range, { nb: 'Rekkevidden', en: 'The range' });
  for (const flow of flows) checkFlow(flow);
  const limited = candidates.find(({ capacity }) => capacity !== undefined);
  if (limited)
    throw new BadQuestion({
      nb: `${limited.id} har en kapasitet, men modellen for strømmer regner ikke med kapasitet: en strøm fyller flere steder.`,
      en: `${limited.id} has a capacity, but the model of flows does not reckon with capacity: a flow fills in several places.`,
    });
}

function checkFlow({ id, path, links, volume }: Flow): void {
  checkNumber(volume, { nb: `Volumet for ${id}`, en: `The volume of ${id}` });
  if (path.length < 1 || links.length !== path.length - 1)
    throw new BadQuestion({
      nb: `Strømmen ${id} har ${path.length} steder og ${links.length} lenker. Det skal være én lenke færre enn steder.`,
      en: `The flow ${id} has ${path.length} nodes and ${links.length} links. There should be one link fewer than nodes.`,
    });
  for (const km of links) checkNumber(km, { nb: `En lenke i ${id}`, en: `A link of ${id}` });
}
