import { folded } from './folded.ts';

/** Columns of a Shapefile's table have names of at most this many characters, or bytes. */
const longest = 10;

const encoder = new TextEncoder();

/**
 * How a Shapefile writes a name: `KPANGITTHENSYN` is `KPANGITTHE`, and in UTF-8 `nøyaktighet` is `nøyaktigh`. Folded;
 * none for a name that is short enough.
 */
export function cutForms(name: string): string[] {
  const letters = [...name];
  const forms = letters.length > longest ? [letters.slice(0, longest).join('')] : [];
  let bytes = 0;
  const within = letters.filter((letter) => (bytes += encoder.encode(letter).length) <= longest);
  if (within.length < letters.length) forms.push(within.join(''));
  return [...new Set(forms.map((form) => folded(form)))];
}

/**
 * The cut forms of the names of several fields, each only where all names it may be short for are the field's own:
 * `antallPlas` may be antallPlasser or antallPlasserVogntog, and is nobody's.
 * @param fields the names of each field, as its source writes them
 * @returns the forms of each field, in the order of its names
 */
export function cutNames(fields: readonly (readonly string[])[]): string[][] {
  const meanings = new Map<string, Set<string>>();
  for (const name of fields.flat())
    for (const form of [folded(name), ...cutForms(name)])
      meanings.set(form, (meanings.get(form) ?? new Set()).add(folded(name)));
  return fields.map((names) => {
    const own = new Set(names.map((name) => folded(name)));
    const forms = new Set(names.flatMap((name) => cutForms(name)));
    return [...forms].filter((form) => [...(meanings.get(form) ?? [])].every((meaning) => own.has(meaning)));
  });
}
