import { InvalidArgumentError, type Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { loadExportFormats, type ExportFeature, type ExportFormat } from '../../exports/export-format.ts';
import { exportLayer } from '../../exports/export-layer.ts';
import { exportRejected } from '../../exports/export-rejected.ts';
import { writeFile, writeTo } from '../../exports/write-file.ts';
import { WrongUse } from '../failure.ts';
import { languageOption, type Say } from '../language.ts';
import type { Progress } from '../progress.ts';
import { RestTime, restInWords } from '../rest-time.ts';
import { epsg, wholeNumber } from '../values.ts';
import { withDatabase, type CommandContext } from '../with-database.ts';

interface Options {
  format: string;
  output?: string;
  crs?: number;
  edition?: number;
  part?: string;
  bbox?: Box;
  municipality?: string;
  rejected?: boolean;
  dataset?: number;
  lang: Language;
}

type Box = [west: number, south: number, east: number, north: number];

/** `grunnriss export LAYER`: an edition of a layer as a file, or what an import rejected. */
export function add(program: Command, say: Say): void {
  program
    .command('export')
    .argument(
      '<layer>',
      say({ nb: 'grunnriss layers viser dem, med utgavene', en: 'grunnriss layers lists them, with their editions' }),
    )
    .description(
      say({
        nb: 'skriv et kartlag til en fil som kan importeres igjen, eller med --rejected det som ikke ble lastet',
        en: 'write a layer to a file that can be imported again, or with --rejected what was not loaded',
      }),
    )
    .option(
      '--format <id>',
      say({
        nb: 'geojson, gpkg (GeoPackage), fgb (FlatGeobuf) eller csv',
        en: 'geojson, gpkg (GeoPackage), fgb (FlatGeobuf) or csv',
      }),
      'geojson',
    )
    .option(
      '--output <file>',
      say({
        nb: 'hvor; ellers til standard ut, for geojson og csv',
        en: 'where to; else to standard output, for geojson and csv',
      }),
    )
    .option(
      '--crs <epsg>',
      say({
        nb: 'koordinatsystem; geojson: 4326, ellers databasens',
        en: 'CRS of the coordinates; geojson: 4326, else that of the database',
      }),
      epsg,
    )
    .option('--edition <number>', say({ nb: 'en tidligere utgave', en: 'an earlier edition' }), wholeNumber)
    .option(
      '--part <name>',
      say({ nb: 'bare denne delen, for eksempel en plan-ID', en: 'only this part, such as a plan id' }),
    )
    .option(
      '--bbox <west,south,east,north>',
      say({
        nb: 'bare det som berører dette rektangelet, i koordinatsystemet til koordinatene',
        en: 'only what meets this box, in the CRS of the coordinates',
      }),
      box,
    )
    .option(
      '--municipality <number>',
      say({ nb: 'bare det som har noe i denne kommunen', en: 'only what has something inside this municipality' }),
    )
    .option(
      '--rejected',
      say({
        nb: 'objektene som en import ikke kunne laste, med årsaken, til å rette',
        en: 'the features that an import could not load, with the reason, to be mended',
      }),
    )
    .option(
      '--dataset <number>',
      say({
        nb: 'med --rejected: fra dette datasettet; ellers fra det nyeste av hver del',
        en: 'with --rejected: of this dataset; else of the newest of each part',
      }),
      wholeNumber,
    )
    .addOption(languageOption(say))
    .action((layer: string, options: Options) => exportCommand(layer, options));
}

async function exportCommand(layer: string, options: Options): Promise<void> {
  const format = await formatAsked(options);
  const said = words[options.lang];
  await withDatabase(async (context) => {
    const written = options.rejected
      ? await writeRejected(context, layer, options)
      : await write(context, layer, format, options);
    context.progress.line(said.written(written.count, options.output));
    if (written.parts.length > 1) context.progress.line(said.becomesOne(written.parts));
  });
}

interface Written {
  /** Of features. */
  count: number;
  /** Whose features they are, where they come back as one. */
  parts: string[];
}

async function write(
  { database, catalogue, settings, progress, signal }: CommandContext,
  layer: string,
  format: ExportFormat,
  { output, edition, part, bbox, municipality, crs, lang }: Options,
): Promise<Written> {
  const { about, features } = await exportLayer(database, catalogue, {
    ...{ layer, edition, part, bbox, municipality, signal },
    crs: crs ?? (format.inDegrees ? 4326 : settings.analysisSrid),
  });
  const counted = counting(features, progress, about.count, lang);
  const pieces = format.write(about, counted.features);
  if (output === undefined) await writeTo(process.stdout, pieces);
  else {
    await writeFile(output, pieces);
    const beside = format.sidecar?.(about);
    if (beside) await writeFile(output + beside.ending, only(beside.text));
  }
  return { count: counted.written(), parts: about.datasets.map((dataset) => dataset.part) };
}

async function writeRejected(
  { database, catalogue, signal }: CommandContext,
  layer: string,
  { output, part, dataset }: Options,
): Promise<Written> {
  const { count, pieces } = await exportRejected(database, catalogue, { layer, part, dataset, signal });
  await (output === undefined ? writeTo(process.stdout, pieces) : writeFile(output, pieces));
  return { count, parts: [] };
}

async function formatAsked({ format: id, output, rejected, dataset }: Options): Promise<ExportFormat> {
  const formats = await loadExportFormats();
  const format = formats.find((one) => one.id === id);
  const known = formats.map((one) => one.id).join(', ');
  if (!format)
    throw new WrongUse({
      nb: `Formatet «${id}» finnes ikke. Formater: ${known}.`,
      en: `There is no format '${id}'. Formats: ${known}.`,
    });
  if (rejected && id !== 'geojson')
    throw new WrongUse({ nb: '--rejected skrives bare som geojson.', en: '--rejected is written as geojson only.' });
  if (dataset !== undefined && !rejected)
    throw new WrongUse({
      nb: '--dataset hører til --rejected. Bruk --part.',
      en: '--dataset goes with --rejected. Use --part.',
    });
  if (!format.isText && output === undefined)
    throw new WrongUse({
      nb: `${format.title.nb} er binært: oppgi en fil med --output.`,
      en: `${format.title.en} is binary: name a file with --output.`,
    });
  return format;
}

/** The features, with how many went by. */
function counting(
  features: AsyncIterable<ExportFeature>,
  progress: Progress,
  count: number | null,
  lang: Language,
): { features: AsyncIterable<ExportFeature>; written: () => number } {
  let written = 0;
  const rest = new RestTime();
  const passed = async function* () {
    for await (const feature of features) {
      yield feature;
      written += 1;
      if (written % 500 !== 0) continue;
      const share = count === null ? null : written / count;
      const left = restInWords(share === null ? null : rest.after(share), lang);
      progress.share(share, `${words[lang].writing} ${written}${left}`);
    }
  };
  return { features: passed(), written: () => written };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a file is written from pieces, and this is the only one
async function* only(text: string): AsyncGenerator<string> {
  yield text;
}

/** `west,south,east,north` */
function box(text: string): Box {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite) || west >= east || south >= north)
    throw new InvalidArgumentError('It must be four numbers WEST,SOUTH,EAST,NORTH, the first two smaller.');
  return [west, south, east, north];
}

const listed = (parts: string[]): string => parts.slice(0, 5).join(', ') + (parts.length > 5 ? ' …' : '');

const words = {
  nb: {
    writing: 'Skriver',
    written: (count: number, file?: string) => `${count} objekter${file === undefined ? '' : ` → ${file}`}`,
    becomesOne: (parts: string[]) =>
      `De er fra ${parts.length} deler av laget (${listed(parts)}). Importert igjen blir filen én del; skal de bli som før, eksporter hver del for seg med --part.`,
  },
  en: {
    writing: 'Writing',
    written: (count: number, file?: string) => `${count} features${file === undefined ? '' : ` → ${file}`}`,
    becomesOne: (parts: string[]) =>
      `They are of ${parts.length} parts of the layer (${listed(parts)}). Imported again the file becomes one part; to get them as they were, export each by itself with --part.`,
  },
};
