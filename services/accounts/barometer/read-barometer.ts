import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { currentEditions, type Edition } from '../../imports/editions.ts';
import { findDone } from '../../runs/run.ts';
import type { WithinMinutesAnswer } from '../../centrality/within-minutes/within-minutes.ts';
import type { FindingCount } from '../../conflicts/sweep/count-findings.ts';
import type { NatureAccount } from '../nature/nature-account.ts';
import type { PlanAccount } from '../plans/plan-account.ts';
import type { Sweep } from './evidence.ts';

/** A count of a municipality in a year; `newest`: of all datasets by their newest years. */
export interface CountedYear {
  municipality: string;
  newest: boolean;
  year: number | null;
  value: number;
}

export interface MunicipalFigure {
  municipality: string;
  indicator: string;
  year: number | null;
  value: number;
  source: string;
  date: string | null;
}

/** An account that was made before. */
export type KeptAccount = { municipality: string; date: string } & (
  { kind: 'plan-account'; result: PlanAccount } | { kind: 'nature-account'; result: Pick<NatureAccount, 'protected'> }
);

/** What indicators need beside the accounts, of all municipalities that were asked for. */
export interface Barometer {
  editions: ReadonlyMap<string, Edition>;
  residents: readonly CountedYear[];
  counted: readonly { municipality: string; value: number }[];
  figures: readonly MunicipalFigure[];
  sweeps: readonly Sweep[] | null;
  nearness: WithinMinutesAnswer['areas'] | null;
  lookedAt: readonly { municipality: string; layer: string }[];
  earlier: readonly KeptAccount[];
}

/** Layers that indicators read beside those of the accounts. */
export const barometerLayers = [
  ...['population', 'municipal-figure', 'holiday-home', 'conflict-in-force', 'accessibility'],
] as const;

/** Layers whose age or reach an indicator tells. */
const toldLayers = [...barometerLayers, 'plan', 'zoning', 'treeline', 'protected-area'];

/** @param buffer_m that decides what is built: earlier accounts by another one are not compared */
export async function readBarometer(
  session: Session,
  numbers: readonly string[],
  buffer_m: number,
): Promise<Barometer> {
  const of = { numbers: [...numbers] };
  const editions = await currentEditions(session, toldLayers);
  const key = editions.get('accessibility')?.datasets[0]?.runKey;
  const nearness = key ? await findDone(session, key) : undefined;
  // The slow ones at once: a server has more than one core.
  const [residents, counted, lookedAt] = await Promise.all([
    session.rows<CountedYear>(statement('accounts/residents'), of),
    session.rows<Barometer['counted'][number]>(statement('accounts/counted-holiday-homes'), of),
    session.rows<Barometer['lookedAt'][number]>(statement('accounts/looked-at'), {
      ...{ ...of, layers: ['treeline', 'protected-area'] },
    }),
  ]);
  return {
    ...{ editions, residents, counted, lookedAt },
    figures: await session.rows<MunicipalFigure>(statement('accounts/municipal-figures'), of),
    sweeps: await sweepsOnMap(session, numbers),
    nearness: nearness ? (nearness.result as WithinMinutesAnswer).areas : null,
    earlier: await session.rows<KeptAccount>(statement('accounts/kept-accounts'), { ...of, buffer_m }),
  };
}

/**
 * What sweeps found in municipalities, oldest first; null where none is on the map. The last one is the one on the map: data
 * that came back to an earlier state have their earlier findings back.
 */
export async function sweepsOnMap(session: Session, numbers: readonly string[]): Promise<Sweep[] | null> {
  const layer = 'conflict-in-force';
  const key = (await currentEditions(session, [layer])).get(layer)?.datasets[0]?.runKey;
  if (!key) return null;
  const rows = await session.rows<{ date: string; on_map: boolean; counts: FindingCount[] }>(
    statement('accounts/sweeps'),
    { numbers: [...numbers], key },
  );
  const current = rows.findIndex((row) => row.on_map);
  if (current < 0) return null;
  const before = rows.filter((_, index) => index !== current);
  return [...before, ...rows.slice(current, current + 1)].map(({ date, counts }) => ({ date, counts }));
}
