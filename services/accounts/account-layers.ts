import { barometerLayers } from './barometer/read-barometer.ts';
import { coverages } from './extent/extent-accounts.ts';
import { natureLayers } from './nature/nature-accounts.ts';
import { planLayers } from './plans/plan-accounts.ts';

/** Layers that any account or indicator reads. */
export const accountLayers: readonly string[] = [
  ...new Set(['municipality', 'region', ...coverages, ...planLayers, ...natureLayers, ...barometerLayers]),
];
