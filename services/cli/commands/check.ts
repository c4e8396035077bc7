import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { publishCheck } from '../../conflicts/answer/publish-findings.ts';
import { remediesOfPlan, trimFor, type TrimFor } from '../../conflicts/remedies/plan-remedies.ts';
import { remedyFile, remedyFormats, type RemedyFormat } from '../../conflicts/remedies/remedy-file.ts';
import { checkInFull } from '../../conflicts/report/check-in-full.ts';
import { reportFormats, type ReportFormat } from '../../conflicts/report/formats.ts';
import { readPlan } from '../../imports/plans/plan-file.ts';
import { examinePlan } from '../../imports/plans/examine-plan.ts';
import { WrongUse } from '../failure.ts';
import { languageOption, type Say } from '../language.ts';
import { factsFrom, refuseOtherReports, withPlanOptions, writeReport, type PlanOptions } from '../plan-options.ts';
import { epsg, number, pair } from '../values.ts';
import { withDatabase } from '../with-database.ts';

interface Options extends PlanOptions {
  format: ReportFormat;
  against?: string;
  rules?: string;
  set?: Record<string, string>;
  crs?: number;
  publish?: boolean;
  remedies?: string;
  alternatives?: string;
  trim: TrimFor;
  part?: string;
  lang: Language;
}

/** `grunnriss check PLANFILE`: which regional guidelines does this plan break? */
export function add(program: Command, say: Say): void {
  const command = program
    .command('check')
    .argument('<planfile...>', say({ nb: 'filen til en plan, eller filene', en: "a plan's file, or its files" }))
    .description(
      say({
        nb: 'sjekk en plan mot retningslinjene i regionplanen',
        en: "check a plan against the regional plan's guidelines",
      }),
    )
    .addOption(
      new Option('--format <format>', say({ nb: 'svarets form', en: 'form of the answer' }))
        .choices(Object.keys(reportFormats))
        .default('text'),
    )
    .option(
      '--rules <ids>',
      say({ nb: 'bare disse reglene, med komma mellom', en: 'only these rules, separated by commas' }),
    )
    .option(
      '--set <name=value>',
      say({ nb: 'en annen verdi for en parameter i reglene', en: 'another value for a parameter of the rules' }),
      pair,
    )
    .option(
      '--crs <epsg>',
      say({
        nb: 'koordinatsystem, der filen ikke sier det',
        en: 'CRS of the coordinates, where the file does not say',
      }),
      epsg,
    )
    .option(
      '--remedies <file>',
      say({
        nb: 'skriv det som løser funnene, til å ta inn i planen: .gml eller .geojson',
        en: 'write what would solve the findings, to be taken into the plan: .gml or .geojson',
      }),
    )
    .option(
      '--alternatives <file>',
      say({
        nb: 'skriv hvor områder med funn kan ligge i stedet, som JSON, og i rapporten; tar lengre tid',
        en: 'write where zones with findings could lie instead, as JSON, and in the report; takes longer',
      }),
    )
    .addOption(
      new Option(
        '--trim <verdict>',
        say({
          nb: 'skjær til områder bare for konflikter, eller også for det som må vurderes',
          en: 'trim zones for conflicts only, or for reviews, too',
        }),
      )
        .choices(trimFor)
        .default('conflict'),
    )
    .option(
      '--against <file>',
      say({
        nb: 'en eldre utgave av planen: hvilke funn er nye, løst, endret',
        en: 'an older version of the plan: which findings are new, solved, changed',
      }),
    )
    .option('--publish', say({ nb: 'legg funnene på kartet', en: 'put the findings on the map' }))
    .option(
      '--part <plan-id>',
      say({ nb: 'planen, der filene har flere', en: 'the plan, where the files hold several' }),
    )
    .addOption(languageOption(say));
  withPlanOptions(command, say).action((files: string[], options: Options) => checkCommand(files, options));
}

async function checkCommand(paths: string[], options: Options): Promise<void> {
  const { format, rules, set, crs, publish, lang, part, report, remedies, trim, against, alternatives } = options;
  refuseOtherReports(report);
  const remedyFormat = remedies === undefined ? null : formatOfRemedies(remedies);
  const answer = await withDatabase(async ({ database, catalogue, progress, signal }) => {
    const facts = { ...factsFrom(options), ...(part !== undefined && { plan_id: part }) };
    if (report !== undefined)
      await writeReport(report, await examinePlan(database, catalogue, paths, { crs, facts, signal }), lang);
    const plan = await readPlan(paths, { catalogue, crs, facts });
    const older = against === undefined ? undefined : await readPlan([against], { catalogue, crs, facts });
    const asked = {
      plan,
      rules: rules?.split(','),
      parameters: set && Object.fromEntries(Object.entries(set).map(([name, value]) => [name, number(name, value)])),
    };
    const full = await checkInFull(database, catalogue, asked, {
      ...{ language: lang, signal, against: older },
      alternatives: alternatives !== undefined,
    });
    const written = await reportFormats[format](full, { database, catalogue });
    if (remedies !== undefined && remedyFormat)
      await writeFile(
        remedies,
        await remedyFile(database, await remediesOfPlan(database, asked, { trim, signal }), remedyFormat),
      );
    if (alternatives !== undefined) {
      const { alternatives: instead, run } = full.result;
      await writeFile(alternatives, `${JSON.stringify({ ...instead, run }, null, 2)}\n`);
    }
    const published = publish ? await publishCheck(database, catalogue, plan, { signal }) : null;
    if (published && published.overtaken_by !== null) progress.line(overtaken[lang]);
    return written;
  }, lang);
  process.stdout.write(answer);
}

/** @throws WrongUse before anything is done, when the file's ending is none that remedies are written in */
function formatOfRemedies(path: string): RemedyFormat {
  const format = remedyFormats.find((each) => extname(path).toLowerCase() === `.${each}`);
  if (format) return format;
  throw new WrongUse({
    nb: `Utbedringene skrives som .gml eller .geojson, ikke «${path}».`,
    en: `Remedies are written as .gml or .geojson, not '${path}'.`,
  });
}

const overtaken = {
  nb: 'Funnene er ikke lagt på kartet: der står nyere funn for samme plan, på nyere data.',
  en: 'The findings were not put on the map: newer ones of the same plan, on newer data, stand there.',
};
