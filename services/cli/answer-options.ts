import { writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { WrongUse } from './failure.ts';
import type { Say } from './language.ts';

/** How and where an answer that has tables is written. */
export interface AnswerOptions<Format extends string> {
  format: Format;
  output?: string;
}

/** Give a command the forms that its answer can have, the first one by default, and a file for it. */
export const withAnswerOptions = (command: Command, say: Say, formats: readonly string[]): Command =>
  command
    .addOption(
      new Option('--format <format>', say({ nb: 'form på svaret', en: 'form of the answer' }))
        .choices(formats)
        .default(formats[0]),
    )
    .option('-o, --output <file>', say({ nb: 'skriv svaret til en fil', en: 'write the answer to a file' }));

/** @throws WrongUse for a workbook without a file: said before anything is worked out */
export function refuseWorkbookOnScreen({ format, output }: AnswerOptions<string>): void {
  if (format !== 'xlsx' || output !== undefined) return;
  throw new WrongUse({
    nb: 'Et regneark skrives til en fil: --output FIL.xlsx.',
    en: 'A workbook is written to a file: --output FILE.xlsx.',
  });
}

/** Write the answer in the form that was asked for, to its file or to standard output. */
export async function writeAnswer<Format extends string>(
  forms: Record<Format, () => string | Uint8Array | Promise<Uint8Array>>,
  { format, output }: AnswerOptions<Format>,
): Promise<void> {
  const body = await forms[format]();
  if (output === undefined) process.stdout.write(body);
  else await writeFile(output, body);
}
