import type { Command } from 'commander';
import { diagnose, type Finding } from '../../database/doctor.ts';
import { settingMeanings, type Settings } from '../../settings.ts';
import { settingsOrWrongUse } from '../with-database.ts';

/** `grunnriss doctor`: what a start needs, what is wrong with it and how to mend it. Fails when something is wrong. */
export function add(program: Command): void {
  program
    .command('doctor')
    .description('look at the setup: what is wrong, and how to mend it')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = settingsOrWrongUse();
      const findings = await diagnose(settings);
      process.stdout.write(
        json
          ? `${JSON.stringify(findings, null, 2)}\n`
          : `${settingLines(settings)}\n\n${findings.map(line).join('\n')}\n`,
      );
      if (findings.some(({ state }) => state === 'fail')) process.exitCode = 1;
    });
}

const signs: Record<Finding['state'], string> = { ok: 'ok  ', warn: 'obs!', fail: 'feil' };

const line = ({ check, state, detail, remedy }: Finding): string =>
  `${signs[state]}  ${check}: ${detail}${remedy ? `\n      → ${remedy}` : ''}`;

/** Every setting with its value; passwords and keys are only counted or left out. */
function settingLines(settings: Settings): string {
  const values: Record<string, string> = {
    DATABASE_URL: settings.databaseUrl?.replace(/\/\/([^:@/]*):.*@/, '//$1:***@') ?? '(embedded)',
    GRUNNRISS_DATA: settings.dataFolder,
    PORT: String(settings.port),
    HOST: settings.host,
    GRUNNRISS_API_KEYS: `(${settings.apiKeys.length})`,
    GRUNNRISS_BASE_URL: settings.baseUrl ?? '(none)',
    GRUNNRISS_CRS: String(settings.analysisSrid),
  };
  return Object.entries(settingMeanings)
    .map(([name, meaning]) => `${name.padEnd(20)} ${(values[name] ?? '').padEnd(24)} ${meaning}`)
    .join('\n');
}
