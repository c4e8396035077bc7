import type { Problem } from '../problem.ts';
import { tell } from './tell.ts';

const space = /[\t\n\r ]*/y;

/** One token of JSON (RFC 8259); where none matches, the text goes wrong. */
const token =
  /(?:([{}[\],:])|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))/y;

type Expected = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end' | 'nothing';

/**
 * Where a text stops being JSON: the offset of the first token that cannot stand there, or the text's length when it
 * ends too early. JSON.parse says so only in some of its messages.
 */
export function jsonErrorAt(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  const afterValue = (): Expected => (open.length > 0 ? 'comma or end' : 'nothing');
  for (let at = 0; ; at = token.lastIndex) {
    space.lastIndex = at;
    const start = at + (space.exec(text)?.[0].length ?? 0);
    token.lastIndex = start;
    const found = token.exec(text);
    if (!found) return start;
    const mark = found[1];
    const isString = text[start] === '"';
    const wantsValue = expected === 'value' || expected === 'value or end';
    if (mark === undefined) {
      if (wantsValue) expected = afterValue();
      else if (isString && (expected === 'name' || expected === 'name or end')) expected = 'colon';
      else return start;
    } else if ((mark === '{' || mark === '[') && wantsValue) {
      open.push(mark);
      expected = mark === '{' ? 'name or end' : 'value or end';
    } else if (mark === ':' && expected === 'colon') {
      expected = 'value';
    } else if (mark === ',' && expected === 'comma or end') {
      expected = open.at(-1) === '{' ? 'name' : 'value';
    } else if (mark === '}' && open.at(-1) === '{' && (expected === 'name or end' || expected === 'comma or end')) {
      open.pop();
      expected = afterValue();
    } else if (mark === ']' && open.at(-1) === '[' && (expected === 'value or end' || expected === 'comma or end')) {
      open.pop();
      expected = afterValue();
    } else return start;
  }
}

/** The problem of a body that is not JSON, with the line and character where it goes wrong. */
export function badJson(text: string): Problem {
  const at = jsonErrorAt(text);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  const found = JSON.stringify(text.slice(at, at + 1));
  return tell(
    400,
    'bad-json',
    ({ badJson: { title, detail, remedy, end, unexpected } }) => ({
      title,
      detail: detail(line, column, at >= text.length ? end : unexpected(found)),
      remedy,
    }),
    { instance: `line ${line}, character ${column}` },
  );
}
