import type { Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { settle, withdraw } from '../../conflicts/settled/settle.ts';
import { readPlan } from '../../imports/plans/plan-file.ts';
import { WrongUse } from '../failure.ts';
import { languageOption } from '../language.ts';
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
export function add(program: Command): void {
  program
    .command('settle')
    .argument('<planfile...>', "a plan's file, or its files")
    .description(
      'mark a finding of a plan as settled; it keeps its verdict, and the mark holds until its geometry changes',
    )
    .requiredOption('--rule <id>', 'the rule that found it')
    .requiredOption('--zone <id>', "the zone's id in the plan")
    .option('--reason <text>', 'why it is settled')
    .option('--name <text>', 'who settled it')
    .option('--withdraw', 'take it back')
    .option('--crs <epsg>', 'CRS of the coordinates, where the file does not say', epsg)
    .option('--part <plan-id>', 'the plan, where the files hold several')
    .addOption(languageOption())
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
