import type { Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { settle, withdraw } from '../../conflicts/settled/settle.ts';
import { readPlan } from '../../imports/plans/plan-file.ts';
import { WrongUse } from '../failure.ts';
import { languageOption, type Say } from '../language.ts';
import { epsg } from '../values.ts';
import { withDatabase } from '../with-database.ts';

interface Options {
  rule: string;
  zone: string;
  reason?: string;
  name?: string;
  withdraw?: boolean;
  crs?: number;
  part?: string;
  lang: Language;
}

/** `grunnriss settle PLANFILE`: mark a finding of its conflict check as settled (avklart). */
export function add(program: Command, say: Say): void {
  program
    .command('settle')
    .argument('<planfile...>', say({ nb: 'filen til en plan, eller filene', en: "a plan's file, or its files" }))
    .description(
      say({
        nb: 'merk et funn i en plan som avklart; vurderingen står, og merket gjelder til geometrien endres',
        en: 'mark a finding of a plan as settled; it keeps its verdict, and the mark holds until its geometry changes',
      }),
    )
    .requiredOption('--rule <id>', say({ nb: 'regelen som fant det', en: 'the rule that found it' }))
    .requiredOption('--zone <id>', say({ nb: 'ID-en til området i planen', en: "the zone's id in the plan" }))
    .option('--reason <text>', say({ nb: 'hvorfor det er avklart', en: 'why it is settled' }))
    .option('--name <text>', say({ nb: 'hvem som avklarte det', en: 'who settled it' }))
    .option('--withdraw', say({ nb: 'ta merket tilbake', en: 'take it back' }))
    .option(
      '--crs <epsg>',
      say({
        nb: 'koordinatsystem, der filen ikke sier det',
        en: 'CRS of the coordinates, where the file does not say',
      }),
      epsg,
    )
    .option(
      '--part <plan-id>',
      say({ nb: 'planen, der filene har flere', en: 'the plan, where the files hold several' }),
    )
    .addOption(languageOption(say))
    .action((files: string[], options: Options) => settleCommand(files, options));
}

async function settleCommand(files: string[], options: Options): Promise<void> {
  const { rule, zone, reason = '', name = '', lang, crs, part } = options;
  const isWithdrawn = options.withdraw === true;
  if (!isWithdrawn && (reason.trim() === '' || name.trim() === '')) throw new WrongUse(words.whoAndWhy);
  const found = await withDatabase(async ({ database, catalogue, signal }) => {
    const facts = part === undefined ? undefined : { plan_id: part };
    const plan = await readPlan(files, { catalogue, crs, facts });
    if (isWithdrawn) return withdraw(database, { plan, rule, zone }, signal);
    await settle(database, { plan, rule, zone, reason, name }, signal);
    return true;
  });
  const said = isWithdrawn ? (found ? words.withdrawn : words.nothing) : words.settled;
  process.stdout.write(`${rule}, ${zone}: ${said[lang]}\n`);
}

const words = {
  whoAndWhy: {
    nb: 'Si hvorfor og av hvem: --reason «…» --name «…», eller --withdraw for å ta det tilbake.',
    en: 'Say why and by whom: --reason "…" --name "…", or --withdraw to take it back.',
  },
  settled: { nb: 'avklart', en: 'settled' },
  withdrawn: { nb: 'ikke lenger avklart', en: 'no longer settled' },
  nothing: { nb: 'var ikke avklart', en: 'was not settled' },
};
