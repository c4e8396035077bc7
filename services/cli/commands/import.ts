import type { Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { coverageIn, type Coverage } from '../../imports/dataset-coverage.ts';
import { formatReport } from '../../imports/format-report.ts';
import { importFile } from '../../imports/import-file.ts';
import type { ImportResult } from '../../imports/import-options.ts';
import { planReportJson } from '../../imports/plans/report-json.ts';
import { planReportText } from '../../imports/plans/report-text.ts';
import { WrongUse } from '../failure.ts';
import { languageOption, type Say } from '../language.ts';
import { factsFrom, refuseOtherReports, withPlanOptions, writeReport, type PlanOptions } from '../plan-options.ts';
import { RestTime, restInWords } from '../rest-time.ts';
import { epsg, numberOrText, pair, positive } from '../values.ts';
import { withDatabase } from '../with-database.ts';

interface Options extends PlanOptions {
  layer?: string;
  map?: Record<string, string>;
  set?: Record<string, string>;
  crs?: number;
  format?: string;
  table?: string;
  cell?: number;
  cellAt: string;
  part?: string;
  coverage?: string;
  title?: string;
  provider?: string;
  licence?: string;
  attribution?: string;
  date?: string;
  accuracy?: number;
  again?: boolean;
  json?: boolean;
  lang: Language;
}

/** `grunnriss import FILE`: load a file as a new edition of a layer. */
export function add(program: Command, say: Say): void {
  const command = program
    .command('import')
    .argument(
      '<file...>',
      say({ nb: 'en fil, eller flere filer av én plan', en: 'a file, or several files of one plan' }),
    )
    .description(
      say({
        nb: 'last en fil inn i et kartlag; filene til en plan går av seg selv til lagene for planer',
        en: 'load a file into a layer; the files of a plan go into the layers of plans by themselves',
      }),
    )
    .option(
      '--layer <id>',
      say({
        nb: 'kartlaget (grunnriss layers viser dem); ellers etter objekttypene i filen',
        en: 'the layer (grunnriss layers lists them); else by the object types in the file',
      }),
    )
    .option(
      '--map <field=name>',
      say({ nb: 'hent et felt fra denne egenskapen i filen', en: 'take a field from this property of the file' }),
      pair,
    )
    .option(
      '--set <field=value>',
      say({ nb: 'samme verdi for alle objekter', en: 'the same value for every feature' }),
      pair,
    )
    .option(
      '--crs <epsg>',
      say({
        nb: 'koordinatsystem, der filen ikke sier det eller sier feil',
        en: 'CRS of the coordinates, where the file does not say or says wrongly',
      }),
      epsg,
    )
    .option(
      '--format <id>',
      say({ nb: 'format, der filen ikke viser det', en: 'format, where the file does not show it' }),
    )
    .option(
      '--table <name>',
      say({ nb: 'tabellen, der filen har flere', en: 'the table of a file that holds several' }),
    )
    .option(
      '--cell <metres>',
      say({ nb: 'radene er kvadratiske ruter av denne størrelsen', en: 'rows are square grid cells of this size' }),
      positive,
    )
    .option(
      '--cell-at <corner>',
      say({
        nb: 'hva koordinatene i en rad viser til: lower-left (nedre venstre hjørne) eller centre (midten)',
        en: "what a row's coordinates name: lower-left or centre",
      }),
      'lower-left',
    )
    .option(
      '--part <name>',
      say({
        nb: 'hva filen er en del av; en nyere av samme del tar plassen',
        en: 'what the file is a part of; a newer one of the same part takes its place',
      }),
    )
    .option(
      '--coverage <what>',
      say({
        nb: 'hvor kilden har kartlagt: en GeoJSON-fil, extent (utstrekningen) eller municipalities (kommunene)',
        en: 'where the source has looked: a GeoJSON file, extent, or municipalities',
      }),
    )
    .option('--title <text>', say({ nb: 'tittel på datasettet', en: 'title of the dataset' }))
    .option('--provider <text>', say({ nb: 'hvem som leverer det', en: 'who provides it' }))
    .option('--licence <text>', say({ nb: 'lisens', en: 'licence' }))
    .option('--attribution <text>', say({ nb: 'hvordan kilden vil navngis', en: 'how the source wants to be named' }))
    .option(
      '--date <iso>',
      say({
        nb: 'dato for dataene: 2024, 2024-05 eller 2024-05-31',
        en: 'date of the data: 2024, 2024-05 or 2024-05-31',
      }),
    )
    .option('--accuracy <metres>', say({ nb: 'stedfestingsnøyaktighet', en: 'positional accuracy' }), positive)
    .option(
      '--again',
      say({
        nb: 'også når samme fil er importert før på samme måte',
        en: 'also when the same file was imported before in the same way',
      }),
    )
    .option('--json', say({ nb: 'rapporten som JSON', en: 'the report as JSON' }))
    .addOption(languageOption(say));
  withPlanOptions(command, say).action((files: string[], options: Options) => importCommand(files, options));
}

async function importCommand([path = '', ...alongside]: string[], options: Options): Promise<void> {
  refuseOtherReports(options.report);
  if (alongside.length > 0 && options.layer !== undefined)
    throw new WrongUse({
      nb: 'Flere filer tas som én plan; --layer gjelder én fil. Importer dem hver for seg.',
      en: 'Several files are taken as one plan; --layer is for one file. Import them one by one.',
    });
  const { layer, map, crs, format, table, part, again, json, lang, report } = options;
  const { title, provider, licence, attribution, date, accuracy } = options;
  const coverage = options.coverage === undefined ? undefined : await coverageOf(options.coverage);
  const set =
    options.set && Object.fromEntries(Object.entries(options.set).map(([field, text]) => [field, numberOrText(text)]));
  const rest = new RestTime();
  const result = await withDatabase(
    ({ database, catalogue, progress, signal }) =>
      importFile(database, catalogue, {
        ...{
          path,
          alongside,
          plan: factsFrom(options),
          layer,
          map,
          set,
          crs,
          format,
          sourceLayer: table,
          part,
          coverage,
          again,
          signal,
        },
        onRefused: report === undefined ? undefined : (refused) => writeReport(report, refused, lang),
        cell: options.cell === undefined ? undefined : { size: options.cell, at: cornerOf(options.cellAt) },
        provenance: { title, provider, licence, attribution, dataDate: date, accuracyM: accuracy },
        onProgress: ({ layer, phase, read, count, share }) => {
          const left = restInWords(share === null ? null : rest.after(share), lang);
          progress.share(share, `${layer}: ${words[lang][phase](read, count)}${left}`);
        },
      }),
    lang,
  );
  if (report !== undefined) await reportTo(report, result, lang);
  process.stdout.write(json ? `${JSON.stringify(forMachines(result, lang), null, 2)}\n` : forPeople(result, lang));
  if (result.outcome === 'nothing-loaded') process.exitCode = 1;
}

const coverageOf = (said: string): Promise<Coverage> | Coverage =>
  said === 'extent' || said === 'municipalities' ? said : coverageIn(said);

function cornerOf(said: string): 'lower-left' | 'centre' {
  if (said === 'lower-left' || said === 'centre') return said;
  throw new WrongUse({
    nb: `--cell-at må være lower-left eller centre, ikke «${said}».`,
    en: `--cell-at must be lower-left or centre, not '${said}'.`,
  });
}

async function reportTo(path: string, { plan, outcome }: ImportResult, lang: Language): Promise<void> {
  if (plan) await writeReport(path, plan, lang);
  else if (outcome !== 'unchanged')
    throw new WrongUse({
      nb: 'Importen er gjort, men --report gjelder planer, og filen er ingen plan. --json skriver hva som ble av objektene.',
      en: 'The import is done, but --report is for plans, and the file is none. --json writes what became of its features.',
    });
}

const forMachines = ({ editions, plan, ...result }: ImportResult, lang: Language) => ({
  ...result,
  ...(plan && { plan: planReportJson(plan, lang) }),
  editions: Object.fromEntries(editions),
});

function forPeople(result: ImportResult, lang: Language): string {
  const text = words[lang];
  const left = result.leftOut.map(({ objectType, count }) => `  ${objectType || text.noType} (${count})`);
  return [
    ...(result.plan ? [planReportText(result.plan, lang)] : result.reports.map((report) => formatReport(report, lang))),
    ...(left.length > 0 && !result.plan ? [text.leftOut, ...left] : []),
    text[result.outcome],
    ...[...result.editions].map(([layer, number]) => text.edition(layer, number)),
    '',
  ].join('\n');
}

const words = {
  nb: {
    read: (read: number, count: number | null) => `steg 1 av 2, leser ${read}${count === null ? '' : ` av ${count}`}`,
    prepare: (read: number) => `steg 2 av 2, deler opp og tegner ${read}`,
    noType: 'uten objekttype',
    leftOut: 'Hører ikke til noe lag:',
    published: 'Publisert.',
    unchanged: 'Filen er uendret siden sist; ingenting er gjort. (--again importerer den likevel.)',
    'nothing-loaded': 'Ingen objekter kunne lastes; det som var der, står.',
    edition: (layer: string, number: number) => `  ${layer}: utgave ${number}`,
  },
  en: {
    read: (read: number, count: number | null) => `step 1 of 2, reading ${read}${count === null ? '' : ` of ${count}`}`,
    prepare: (read: number) => `step 2 of 2, cutting and drawing ${read}`,
    noType: 'without object type',
    leftOut: 'Belongs to no layer:',
    published: 'Published.',
    unchanged: 'The file has not changed; nothing was done. (--again imports it all the same.)',
    'nothing-loaded': 'No feature could be loaded; what was there stays.',
    edition: (layer: string, number: number) => `  ${layer}: edition ${number}`,
  },
};
