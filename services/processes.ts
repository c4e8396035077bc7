import { accountsProcess } from './accounts/process.ts';
import { planCleanUp } from './conflicts/clean-up/process.ts';
import { centralityExplained } from './centrality/centrality/explain-process.ts';
import { centralityProcess } from './centrality/centrality/process.ts';
import { densificationProcess } from './centrality/densification/process.ts';
import { zonesChangeProcess } from './centrality/zones-change/process.ts';
import { developmentPressureProcess } from './centrality/pressure/process.ts';
import { accessibilityProcess } from './centrality/within-minutes/process.ts';
import { coordinationZonesProcess } from './centrality/zones/process.ts';
import { networkProcess } from './centrality/network/process.ts';
import { isochronesProcess } from './centrality/isochrones/process.ts';
import { conflictCheck } from './conflicts/process.ts';
import { deriveTreelineProcess } from './treeline/process.ts';
import { energyStationsProcess } from './stations/process.ts';
import { conflictSweep } from './conflicts/sweep/process.ts';
import type { Process } from './runs/process.ts';

/** The analyses that are offered, over HTTP and on the command line. */
export const processes: readonly Process[] = [
  conflictCheck as Process,
  conflictSweep as Process,
  planCleanUp as Process,
  deriveTreelineProcess as Process,
  centralityProcess as Process,
  centralityExplained as Process,
  developmentPressureProcess as Process,
  coordinationZonesProcess as Process,
  zonesChangeProcess as Process,
  accessibilityProcess as Process,
  densificationProcess as Process,
  isochronesProcess as Process,
  networkProcess as Process,
  accountsProcess as Process,
  energyStationsProcess as Process,
];
