import type { Language } from '../../layers/declaration/bilingual.ts';
import type { Reason, Reasons } from './reasons.ts';
import type { ImportReport } from './report.ts';
import type { FileFault, FileFaults, UnreadableFile } from './readers/unreadable.ts';
import { texts as en } from './texts/en.ts';
import { texts as nb } from './texts/nb.ts';
import type { Texts } from './texts/texts.ts';

const languages: Record<Language, Texts> = { nb, en };
const shownItems = 15;

/** A report of an import as text, for people. The report itself is the form for machines. */
export function formatReport(report: ImportReport, language: Language): string {
  const words = languages[language].report;
  const lines = [
    `${report.sourceFile ?? report.part} → ${report.layer} (${report.part})`,
    words.counts(report.read, report.loaded, report.repaired, report.rejected),
  ];
  if (report.extent) lines.push(words.place(report.crs, report.extent.map(rounded).join(', ')));
  const section = (title: string, items: string[]) => {
    if (items.length === 0) return;
    lines.push(`${title}:`, ...items.slice(0, shownItems).map((item) => `  ${item}`));
    if (items.length > shownItems) lines.push(`  ${words.andMore(items.length - shownItems)}`);
  };
  section(
    words.warnings,
    report.warnings.map((warning) => explainWarning(warning, language)),
  );
  section(words.rejected, rejectedLines(report, language));
  section(words.repaired, repairedLines(report, language));
  section(
    words.unknownCodes,
    report.unknownCodes.map(({ field, value, count }) => `${field} = ${value} (${count})`),
  );
  section(
    words.unmapped,
    report.unmapped.map(({ name, count }) => `${name} (${count})`),
  );
  if (report.withoutId > 0) lines.push(words.withoutId(report.withoutId));
  if (report.identical > 0) lines.push(words.identical(report.identical));
  if (report.withHeights > 0) lines.push(words.withHeights(report.withHeights));
  if (report.ownOutline > 0) lines.push(words.ownOutline(report.ownOutline));
  return lines.join('\n');
}

/** Why a feature was rejected, in words; `values` are those stored beside the reason. */
export function explainReason<Code extends Reason>(reason: Code, values: Reasons[Code], language: Language): string {
  return languages[language].reasons[reason](values);
}

/** Why a file could not be read, in words. */
export function explainFile<Code extends FileFault>(error: UnreadableFile<Code>, language: Language): string {
  const explain = languages[language].fileFaults[error.fault] as (values: FileFaults[Code]) => string;
  return explain(error.values);
}

/** What a user should look at, in words. */
export function explainWarning(warning: ImportReport['warnings'][number], language: Language): string {
  const explain = languages[language].warnings[warning.warning] as (values: typeof warning) => string;
  return explain(warning);
}

function rejectedLines({ rejections }: ImportReport, language: Language): string[] {
  const words = languages[language].report;
  return rejections.flatMap(({ reason, count, examples }) => [
    ...examples.map(
      ({ index, sourceId, values }) =>
        `${words.feature(index, sourceId)}: ${explainReason(reason, values as never, language)}`,
    ),
    ...(count > examples.length ? [words.andMore(count - examples.length)] : []),
  ]);
}

function repairedLines({ repairs }: ImportReport, language: Language): string[] {
  const { report: words, faults } = languages[language];
  return repairs.flatMap(({ fault, count, examples }) => [
    ...examples.map(({ index, sourceId, areaBefore, areaAfter }) => {
      const change = areaBefore === null ? '' : `, ${words.areaChange(rounded(areaBefore), rounded(areaAfter ?? 0))}`;
      return `${words.feature(index, sourceId)}: ${faults[fault]}${change}`;
    }),
    ...(count > examples.length ? [words.andMore(count - examples.length)] : []),
  ]);
}

const rounded = (number: number): string => String(Math.round(number * 1000) / 1000);
