import { csvLineToRead } from '../../csv-line.ts';
import { answerOf } from '../report/answer.ts';
import type { CheckResult, FindingFeature } from './result.ts';

const columns = [
  'rule',
  'verdict',
  'zone',
  'zone_name',
  'purpose',
  'plan_id',
  'municipality',
  'change',
  'area_m2',
  'red_area_m2',
  'share_of_zone',
  'share_covered',
  'distance_m',
  'touching',
  'reason',
  'remedy',
  'dataset',
] as const satisfies (keyof FindingFeature['properties'])[];

/**
 * A check's findings as CSV, a line for each rule and zone; areas in m² on the ellipsoid. `answer` tells what a verdict does
 * not: why nobody knows. Zones that the draft takes out
 * of the plan in force follow, without a rule.
 */
export const reportCsv = ({ findings, taken_out }: CheckResult): string =>
  csvLineToRead([...columns, 'answer', 'settled', 'notes', 'section', 'guideline']) +
  findings.features
    .map(({ properties }) =>
      csvLineToRead([
        ...columns.map((column) => properties[column]),
        answerOf(properties),
        properties.settled !== null,
        properties.notes.join(' '),
        properties.guideline.section,
        properties.guideline.text,
      ]),
    )
    .join('') +
  (taken_out ?? [])
    .map((zone) =>
      csvLineToRead([...columns.map((column) => takenOutColumns(zone)[column]), null, null, zone.remark, null, null]),
    )
    .join('');

type TakenOut = NonNullable<CheckResult['taken_out']>[number];

const takenOutColumns = ({
  zone,
  zone_name,
  purpose,
  area_m2,
}: TakenOut): Partial<Record<string, string | number | null>> => ({
  ...{ zone, zone_name, purpose, area_m2 },
  change: 'taken-out',
});
