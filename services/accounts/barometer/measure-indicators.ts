import type { Accounts, Indicator as Figure } from '../account.ts';
import { evidenceOf } from './evidence-of.ts';
import type { Indicator } from './indicator.ts';
import type { Barometer } from './read-barometer.ts';

/**
 * The indicators of an account. Pure.
 * @param of the accounts of the municipalities that it sums; itself for one municipality
 */
export function measureIndicators(
  accounts: Accounts,
  of: readonly Accounts[],
  indicators: readonly Indicator[],
  barometer: Barometer,
): Figure[] {
  const evidence = evidenceOf(accounts, of, barometer);
  return indicators.map((indicator): Figure => {
    const { id, unit } = indicator;
    const measured = indicator.measure(evidence);
    const series = indicator.series(evidence);
    return measured.value === null
      ? { id, value: null, unit, date: null, missing: [...measured.missing], series }
      : { id, value: measured.value, unit, date: measured.date, missing: [], series };
  });
}
