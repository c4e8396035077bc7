/**
 * COPY between client and server does not work on the embedded database: PGlite would wait for data that cannot come,
 * and end. A statement with it is replaced by one that fails with a clear error, so that transaction and batch go on
 * as after every other error.
 */
export const copyRefusal =
  "do $$ begin raise exception using errcode = '0A000', " +
  "message = 'COPY is not available on the embedded database', " +
  "hint = 'Use insert into … select … from unnest($1, …), or a PostgreSQL server by DATABASE_URL.'; end $$";

/** Comments, strings (plain, escaped and dollar-quoted), quoted names, words, and ends of statements. */
const token =
  /--[^\n]*|\/\*|\be'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)|[a-z_][\w$]*|;/giy;

/** Whether one of the statements begins with COPY. */
export function hasCopy(sql: string): boolean {
  if (!/copy/i.test(sql)) return false;
  let begins = true;
  for (let at = 0; at < sql.length;) {
    token.lastIndex = at;
    const found = token.exec(sql);
    if (!found) {
      if (!/\s/.test(sql[at])) begins = false;
      at += 1;
      continue;
    }
    const [text, dollar] = found;
    at += text.length;
    if (text === '/*') at = endOfComment(sql, at);
    else if (dollar) at = endOfQuote(sql, at, dollar);
    if (text === ';') begins = true;
    else if (text !== '/*' && !text.startsWith('--')) {
      if (begins && text.toLowerCase() === 'copy') return true;
      begins = false;
    }
  }
  return false;
}

/** Comments of this kind may stand inside one another. */
function endOfComment(sql: string, start: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  for (let depth = 1; depth > 0;) {
    const found = mark.exec(sql);
    if (!found) return sql.length;
    depth += found[0] === '/*' ? 1 : -1;
  }
  return mark.lastIndex;
}

function endOfQuote(sql: string, start: number, dollar: string): number {
  const end = sql.indexOf(dollar, start);
  return end < 0 ? sql.length : end + dollar.length;
}
