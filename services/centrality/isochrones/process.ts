import type { MultiPolygon } from 'geojson';
import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { modes } from '../graph/mode.ts';
import { measured } from '../problems.ts';
import { IsochronesInput, type IsochronesInputs } from './inputs.ts';
import { findIsochrones } from './isochrones.ts';

const Output = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: z.custom<MultiPolygon>().describe('GeoJSON MultiPolygon, degrees (ETRS89)'),
      properties: z.object({
        origin: z.number().int().describe('position of the point, from 0'),
        ...{ minutes: z.number(), mode: z.enum(modes) },
        area_m2: z.number().describe('ellipsoidal'),
      }),
    }),
  ),
  ...{ roads: z.string(), width_m: z.number() },
});

/** Isochrones as polygons. The work is in isochrones.ts. */
export const isochronesProcess: Process<IsochronesInputs, z.infer<typeof Output>> = {
  id: 'isochrones',
  title: { nb: 'Reisetidsområder', en: 'Isochrones' },
  description: {
    nb: 'Arealet som nås fra punkter innen gitte minutter, til fots, med sykkel eller bil, som GeoJSON: alt innen width_m fra en veg som nås.',
    en: 'The land that is reached from points within given minutes, on foot, by bicycle or by car, as GeoJSON: all within width_m of a road that is reached.',
  },
  version: '2',
  inputs: IsochronesInput,
  outputs: Output,
  execute: (inputs, { database, signal }) => measured(() => findIsochrones(database, inputs, signal)),
};
