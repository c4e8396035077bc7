import { fold } from '../../layers/declaration/fold.ts';

const known = new Map<string, string>();
/** Values are folded too, and there is no end to them. */
const remembered = 20_000;

/** `fold`, remembering: a file has few names and codes, and very many features. */
export function folded(name: string): string {
  let found = known.get(name);
  if (found === undefined) {
    if (known.size >= remembered) known.clear();
    known.set(name, (found = fold(name)));
  }
  return found;
}
