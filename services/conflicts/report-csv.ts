import { csvLine } from '../csv-line.ts';
import type { CheckResult, FindingFeature } from './result.ts';

const columns = [
  'rule',
  'verdict',
  'zone',
  'zone_name',
  'purpose',
  'plan_id',
  'municipality',
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

/** A check's findings as CSV, a line for each rule and zone; areas in m² on the ellipsoid. */
export const reportCsv = ({ findings }: CheckResult): string =>
  csvLine([...columns, 'notes', 'section', 'guideline']) +
  findings.features
    .map(({ properties }) =>
      csvLine([
        ...columns.map((column) => properties[column]),
        properties.notes.join(' '),
        properties.guideline.section,
        properties.guideline.text,
      ]),
    )
    .join('');
