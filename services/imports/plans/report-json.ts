import type { Language } from '../../../layers/declaration/bilingual.ts';
import { explainWarning } from '../format-report.ts';
import { countOf, groupsOf, verdictOf } from './in-words.ts';
import type { PlanReport } from './plan-report.ts';

/** What is to be mended in a plan, for machines and in words. Areas in m² on the ellipsoid, geometry in degrees (ETRS89). */
export const planReportJson = (report: PlanReport, language: Language) => ({
  plan: report.facts,
  files: [...report.files],
  crs: `EPSG:${report.crs}`,
  outline_given: report.outlineGiven,
  layers: report.layers,
  verdict: verdictOf(report, language),
  counts: {
    errors: countOf(report, 'error'),
    warnings: countOf(report, 'warning'),
    information: countOf(report, 'information'),
  },
  tolerance_m2: report.toleranceM2,
  problems: groupsOf(report, language).flatMap(({ code, severity, title, remedy, items }) =>
    items.map(({ number, who, what, defect: { layer, zone, index, place, geometry, values } }) => ({
      ...{ number, code, severity, title },
      text: [who, what].filter(Boolean).join(': '),
      ...{ remedy, layer, zone, index, place, geometry, values },
    })),
  ),
  /** How many more there are of a code than are listed. */
  more: report.more,
  notes: report.warnings.map((warning) => explainWarning(warning, language)),
  left_out: report.leftOut.map(({ objectType, count }) => ({ object_type: objectType, count })),
});
