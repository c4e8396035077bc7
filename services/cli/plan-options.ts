import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Language } from '../../layers/declaration/bilingual.ts';
import type { PlanFacts } from '../imports/plans/plan-facts.ts';
import type { PlanReport } from '../imports/plans/plan-report.ts';
import { planReportJson } from '../imports/plans/report-json.ts';
import { planReportPage } from '../imports/plans/report-page.ts';
import { planReportText } from '../imports/plans/report-text.ts';
import { WrongUse } from './failure.ts';
import type { Say } from './language.ts';
import { wholeNumber } from './values.ts';

/** Facts of a plan as options of a command. */
export interface PlanOptions {
  planName?: string;
  planType?: number;
  planStatus?: number;
  law?: number;
  inForce?: string;
  replaces?: string;
  report?: string;
}

/** Options that say what a plan's files do not say, or say wrongly; and where the report on it goes. */
export const withPlanOptions = (command: Command, say: Say): Command =>
  command
    .option('--plan-name <text>', say({ nb: 'plannavn', en: 'name of the plan' }))
    .option(
      '--plan-type <code>',
      say({
        nb: 'plantype: 20 kommuneplan, 34 områderegulering, 35 detaljregulering …',
        en: 'plan type: 20 municipal plan, 34 area zoning plan, 35 detailed zoning plan …',
      }),
      wholeNumber,
    )
    .option(
      '--plan-status <code>',
      say({ nb: 'planstatus: 2 forslag, 3 vedtatt …', en: 'plan status: 2 proposal, 3 adopted …' }),
      wholeNumber,
    )
    .option(
      '--law <year>',
      say({ nb: 'plan- og bygningsloven som planen følger: 1985 eller 2008', en: 'the law it follows: 1985 or 2008' }),
      law,
    )
    .option(
      '--in-force <date>',
      say({ nb: 'dato planen trådte i kraft: 2021-05-31', en: 'day it came into force: 2021-05-31' }),
      day,
    )
    .option('--replaces <plan-id>', say({ nb: 'arealplan-ID som planen erstatter', en: 'the plan it replaces' }))
    .option(
      '--report <file>',
      say({
        nb: 'plankontroll til fil: .html, .json eller .txt',
        en: 'what a plan register would complain about: .html, .json or .txt',
      }),
    );

/** What was said about the plan; undefined when nothing was. */
export function factsFrom({
  planName,
  planType,
  planStatus,
  law,
  inForce,
  replaces,
}: PlanOptions): Partial<PlanFacts> | undefined {
  const said = {
    name: planName,
    plan_type: planType,
    plan_status: planStatus,
    law,
    in_force: inForce,
    predecessor: replaces,
  };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

const forms: Record<string, (report: PlanReport, language: Language) => string> = {
  '.html': planReportPage,
  '.json': (report, language) => `${JSON.stringify(planReportJson(report, language), null, 2)}\n`,
  '.txt': planReportText,
};

/** @throws WrongUse before anything is done, when the file's ending is none that a report is written in */
export function refuseOtherReports(path: string | undefined): void {
  if (path === undefined || extname(path).toLowerCase() in forms) return;
  const known = Object.keys(forms).join(', ');
  throw new WrongUse({
    nb: `Plankontrollen skrives som ${known}, ikke «${path}».`,
    en: `The report is written as ${known}, not '${path}'.`,
  });
}

/** Write a report on a plan in the form that the file's ending says. */
export async function writeReport(path: string, report: PlanReport, language: Language): Promise<void> {
  await writeFile(path, forms[extname(path).toLowerCase()]?.(report, language) ?? '');
}

function law(text: string): number {
  if (text === '1985' || text === '2008') return Number(text);
  throw new InvalidArgumentError('It must be 1985 or 2008.');
}

function day(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('It must be a day, such as 2021-05-31.');
}
