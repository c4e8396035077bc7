import type { Language } from '../../../layers/declaration/bilingual.ts';
import { explainWarning } from '../format-report.ts';
import { factsInWords, groupsOf, planTexts, verdictOf } from './in-words.ts';
import type { PlanReport } from './plan-report.ts';
import { placeInWords } from './place-in-words.ts';

/** So many of one kind stand in a terminal; the JSON and the page have them all. */
const shownItems = 10;

/** What is to be mended in a plan, as lines for a terminal. */
export function planReportText(report: PlanReport, language: Language): string {
  const { severities, report: say, layers } = planTexts[language];
  const lines = [verdictOf(report, language), ''];
  for (const [title, text] of factsInWords(report, language)) lines.push(`${title}: ${text}`);
  const [, read, loaded, repaired, rejected] = say.countHeadings;
  for (const row of report.layers)
    lines.push(
      `${layers[row.layer]}: ${read.toLowerCase()} ${row.read}, ${loaded.toLowerCase()} ${row.loaded}, ` +
        `${repaired.toLowerCase()} ${row.repaired}, ${rejected.toLowerCase()} ${row.rejected}`,
    );
  let heading = '';
  for (const { severity, title, remedy, items, more } of groupsOf(report, language)) {
    if (severities[severity].heading !== heading) {
      heading = severities[severity].heading;
      lines.push('', heading.toUpperCase());
    }
    const count = items.length + more;
    lines.push('', count > 1 ? `${title} (${count})` : title);
    for (const { who, what, defect } of items.slice(0, shownItems)) {
      const about = [who, what].filter(Boolean).join(': ');
      if (about) lines.push(`  ${[about, placeInWords(defect.place, language)].filter(Boolean).join('  ')}`);
    }
    if (count > shownItems) lines.push(`  ${say.andMore(count - shownItems)}`);
    lines.push(`  → ${remedy}`);
  }
  if (report.warnings.length > 0)
    lines.push('', say.reader, ...report.warnings.map((warning) => `  ${explainWarning(warning, language)}`));
  if (report.leftOut.length > 0)
    lines.push(
      '',
      `${say.leftOut}: ${report.leftOut.map(({ objectType, count }) => `${objectType || say.noType} (${count})`).join(', ')}`,
    );
  return [...lines, '', say.tolerance(report.toleranceM2), ''].join('\n');
}
