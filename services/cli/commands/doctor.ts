import type { Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { diagnose, type Finding } from '../../database/doctor.ts';
import { settingMeanings, type Settings } from '../../settings.ts';
import { languageOption, type Say } from '../language.ts';
import { settingsOrWrongUse } from '../with-database.ts';

/** `grunnriss doctor`: what a start needs, what is wrong with it and how to mend it. Fails when something is wrong. */
export function add(program: Command, say: Say): void {
  program
    .command('doctor')
    .description(
      say({
        nb: 'se over oppsettet: hva som er galt, og hva som hjelper',
        en: 'look at the setup: what is wrong, and how to mend it',
      }),
    )
    .option('--json', say({ nb: 'som JSON', en: 'as JSON' }))
    .addOption(languageOption(say))
    .action(async ({ json, lang }: { json?: boolean; lang: Language }) => {
      const settings = settingsOrWrongUse();
      const findings = (await diagnose(settings)).map((finding) => inWords(finding, lang));
      process.stdout.write(
        json
          ? `${JSON.stringify(findings, null, 2)}\n`
          : `${settingLines(settings, lang)}\n\n${findings.map((finding) => line(finding, lang)).join('\n')}\n`,
      );
      if (findings.some(({ state }) => state === 'fail')) process.exitCode = 1;
    });
}

const inWords = ({ check, state, detail, remedy }: Finding, lang: Language) => ({
  ...{ check: check[lang], state, detail: detail[lang] },
  ...(remedy && { remedy: remedy[lang] }),
});

const signs: Record<Language, Record<Finding['state'], string>> = {
  nb: { ok: 'ok  ', warn: 'obs!', fail: 'feil' },
  en: { ok: 'ok  ', warn: 'note', fail: 'FAIL' },
};

const line = ({ check, state, detail, remedy }: ReturnType<typeof inWords>, lang: Language): string =>
  `${signs[lang][state]}  ${check}: ${detail}${remedy ? `\n      → ${remedy}` : ''}`;

/** Every setting with its value; passwords and keys are only counted or left out. */
function settingLines(settings: Settings, lang: Language): string {
  const values: Record<string, string> = {
    DATABASE_URL:
      settings.databaseUrl?.replace(/\/\/([^:@/]*):.*@/, '//$1:***@') ?? { nb: '(innebygd)', en: '(embedded)' }[lang],
    GRUNNRISS_DATA: settings.dataFolder,
    PORT: String(settings.port),
    HOST: settings.host,
    GRUNNRISS_API_KEYS: `(${settings.apiKeys.length})`,
    GRUNNRISS_BASE_URL: settings.baseUrl ?? { nb: '(ingen)', en: '(none)' }[lang],
    GRUNNRISS_CRS: String(settings.analysisSrid),
  };
  return Object.entries(settingMeanings)
    .map(([name, meaning]) => `${name.padEnd(20)} ${(values[name] ?? '').padEnd(24)} ${meaning[lang]}`)
    .join('\n');
}
