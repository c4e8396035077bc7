/** Wrong use of the command: exit code 2. */
export class WrongUse extends Error {}

/** Exit code of a failure, and what to print: a sentence for the user, the stack only when asked for. */
export function explain(error: unknown): { code: 1 | 2; text: string } {
  if (process.env['GRUNNRISS_DEBUG'] && error instanceof Error) console.error(error.stack);
  const text = error instanceof Error ? error.message : String(error);
  return { code: error instanceof WrongUse ? 2 : 1, text };
}
