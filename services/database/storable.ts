/** Control letters and halves of letters that PostgreSQL's text cannot hold, as JSON writes them. */
const unstorable = /(\\\\)|\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** JSON text that PostgreSQL's jsonb takes: what it cannot hold becomes U+FFFD, the sign for an unreadable letter. */
export const storableJson = (value: unknown): string =>
  (JSON.stringify(value) ?? 'null').replace(unstorable, (_, backslash?: string) => backslash ?? '\ufffd');

/** Half of a letter. */
const half = /\p{Surrogate}/u;

/** Text that PostgreSQL takes. */
export const storableText = (text: string): string =>
  half.test(text) || text.includes('\0') ? (JSON.parse(storableJson(text)) as string) : text;
