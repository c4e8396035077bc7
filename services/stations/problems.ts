import { CannotMeasure } from '../centrality/places/cannot-measure.ts';
import { measured } from '../centrality/problems.ts';
import { Problem } from '../problem.ts';
import { UnknownCriterion } from './criterion-catalogue.ts';
import { BadQuestion } from './network/answer.ts';
import { CannotRank } from './ranking/ranking.ts';

export const noCandidates = (): CannotMeasure =>
  new CannotMeasure({
    nb: 'Det finnes ingen steder å vurdere: ingen rasteplasser, drivstoffstasjoner, næringsområder, tettsteder eller kryss mellom hovedveger i dataene. Importer et av kartlagene, eller gi egne punkter i candidates.',
    en: 'There are no places to judge: no rest areas, filling stations, industrial areas, urban areas or junctions of main roads in the data. Import one of the layers, or give your own points in candidates.',
  });

/** Ids that name no site of this question. */
export class UnknownSites extends BadQuestion {}

export const unknownSites = (ids: readonly string[], of: 'fixed' | 'forbidden'): UnknownSites =>
  new UnknownSites({
    nb: `${of}: ${ids.join(', ')} er ikke blant stedene. Id-ene står i svarets ranking.`,
    en: `${of}: ${ids.join(', ')} are not among the sites. Their ids are in the ranking of the answer.`,
  });

export const tooManyFixed = (fixed: number, added: number): BadQuestion =>
  new BadQuestion({
    nb: `${fixed} steder skal bygges (fixed), men det skal bare bli ${added} nye stasjoner. Øk p eller p_new, eller ta noen ut av fixed.`,
    en: `${fixed} sites are to be built (fixed), but only ${added} stations are to be added. Raise p or p_new, or take some out of fixed.`,
  });

export const unknownRoads = (roads: readonly string[]): BadQuestion =>
  new BadQuestion({
    nb: `spacing: kartet har ingen veg ${roads.join(', ')}. Skriv som E16, Rv7 eller Fv280.`,
    en: `spacing: the map has no road ${roads.join(', ')}. Write E16, Rv7 or Fv280.`,
  });

/** Do the work; what cannot be ranked, asked or measured is a problem that the asker is told. */
export async function answered<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  return measured(async () => {
    try {
      return await work();
    } catch (error) {
      throw problemOfStations(error);
    }
  });
}

function problemOfStations(error: unknown): unknown {
  if (error instanceof UnknownCriterion || error instanceof CannotRank)
    return new Problem(422, 'cannot-rank', {
      title: { nb: 'Kan ikke rangeres', en: 'Cannot be ranked' },
      ...{ detail: error.explanation, instance: '/inputs/weights' },
    });
  if (error instanceof BadQuestion)
    return new Problem(422, 'bad-question', {
      title: { nb: 'Det spørsmålet kan ikke stilles', en: 'That question cannot be asked' },
      detail: error.explanation,
    });
  return error;
}
