import type { Session } from '../../database/database.ts';
import { findDone, type Run } from '../../runs/run.ts';
import { CannotMeasure } from '../places/cannot-measure.ts';
import type { OnMap } from './publish-results.ts';

/** A run of an analysis that is done, by its key. @throws CannotMeasure where there is none, or its results were forgotten */
export async function doneRun(session: Session, key: string, analysis: string): Promise<Run & { result: OnMap }> {
  const run = await findDone(session, key);
  if (run?.kind !== analysis)
    throw new CannotMeasure({
      nb: `Det finnes ingen ferdig kjøring av ${analysis} med nøkkel ${key}. Kjør den på nytt; nøkkelen står i svaret under run.key. Av kjøringer med egne parametere tas bare de nyeste vare på.`,
      en: `There is no done run of ${analysis} with key ${key}. Run it again; the key stands in the answer under run.key. Of runs by parameters of one's own only the newest are kept.`,
    });
  return run as Run & { result: OnMap };
}

/** The dataset that a run wrote for a layer. @throws CannotMeasure */
export async function datasetOfRun(session: Session, key: string, analysis: string, layer: string): Promise<number> {
  const { result } = await doneRun(session, key, analysis);
  const dataset = result.datasets[layer];
  if (dataset === undefined)
    throw new CannotMeasure({
      nb: `Kjøringen ${key} av ${analysis} har ingenting i kartlaget «${layer}».`,
      en: `Run ${key} of ${analysis} has nothing in layer '${layer}'.`,
    });
  return dataset;
}
