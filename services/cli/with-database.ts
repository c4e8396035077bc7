import type { Language } from '../../layers/declaration/bilingual.ts';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import { BadSettings, readSettings, type Settings } from '../settings.ts';
import { WrongUse } from './failure.ts';
import { languageOfSystem } from './language.ts';
import { progressTo, type Progress } from './progress.ts';

/** What every command that needs the database gets. */
export interface CommandContext {
  database: Database;
  catalogue: Catalogue;
  settings: Settings;
  progress: Progress;
  /** Aborted by the first Ctrl-C; the second one ends the process at once. */
  signal: AbortSignal;
}

/** Open the database, do the work, close everything, whatever happens. @param language of what is said meanwhile */
export async function withDatabase<T>(
  work: (context: CommandContext) => Promise<T>,
  language: Language = languageOfSystem(),
): Promise<T> {
  const settings = settingsOrWrongUse();
  const catalogue = await loadCatalogue();
  const progress = progressTo();
  const { signal, release } = abortOnInterrupt();
  const database = await openDatabase(settings, catalogue, { onProgress: (line) => progress.line(line[language]) });
  try {
    return await work({ database, catalogue, settings, progress, signal });
  } finally {
    progress.done();
    await database.close();
    release();
  }
}

/** The settings; a wrong one is wrong use of the command. */
export function settingsOrWrongUse(): Settings {
  try {
    return readSettings();
  } catch (error) {
    if (error instanceof BadSettings) {
      const { nb, en } = error.explanation;
      throw new WrongUse({ nb: `Miljøvariablene er gale:\n${nb}`, en: `The environment is wrong:\n${en}` });
    }
    throw error;
  }
}

function abortOnInterrupt(): { signal: AbortSignal; release: () => void } {
  const abort = new AbortController();
  const stop = () => {
    if (abort.signal.aborted) process.exit(130);
    abort.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return { signal: abort.signal, release: () => process.off('SIGINT', stop).off('SIGTERM', stop) };
}
