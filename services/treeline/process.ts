import { z } from 'zod';
import type { Process } from '../runs/process.ts';
import { deriveTreeline } from './publish-line.ts';

const Input = z.strictObject({
  grid_m: z
    .number()
    .min(50)
    .max(2000)
    .default(500)
    .describe('metres between the places where forest and height are compared'),
  window_m: z
    .number()
    .min(2000)
    .max(100_000)
    .default(10_000)
    .describe('width of the windows in which the upper limit of forest is looked for, metres'),
});

const Output = z.object({
  dataset: z.number().int().describe('published as part `derived` of layer `treeline`'),
  definition: z.literal('derived'),
  uncertainty_m: z.number().describe('in height'),
  windows: z.number().int().describe('windows in which the forest ends below the tops'),
  municipalities: z.array(
    z.object({
      number: z.string(),
      name: z.string().nullable(),
      height_m: z.number().nullable().describe('of the line where it runs; null where it runs nowhere'),
    }),
  ),
});

type Input = z.infer<typeof Input>;

/** Derive a treeline for a county that has none. The work is in publish-line.ts. */
export const deriveTreelineProcess: Process<Input, z.infer<typeof Output>> = {
  id: 'derive-treeline',
  title: { nb: 'Avledet skoggrense', en: 'Derived treeline' },
  description: {
    nb: 'En skoggrense av arealdekke og høyder, for fylker som ikke har noen. Den er avledet og gir høyst vurdering.',
    en: 'A treeline from land cover and heights, for counties that have none. It is derived and gives review at most.',
  },
  version: '1',
  inputs: Input,
  outputs: Output,
  changesData: true,
  async execute({ grid_m: step, window_m: window }, { database, catalogue, signal, onProgress }) {
    const { dataset, uncertainty, windows, heights } = await deriveTreeline(database, catalogue, {
      ...{ step, window, signal, onProgress },
    });
    return {
      ...{ dataset, definition: 'derived', uncertainty_m: uncertainty, windows },
      municipalities: heights.map(({ number, name, height }) => ({ number, name, height_m: height })),
    };
  },
};
