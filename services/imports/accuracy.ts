import { cutForms } from './cut-names.ts';
import { isMissing, type Properties } from './properties.ts';
import { asNumber } from './values.ts';

/** SOSI gives `nøyaktighet` in centimetres; 0 there means that nobody measured. */
const sosiNames: readonly string[] = ['noyaktighet', ...cutForms('nøyaktighet')];
const ownName = 'accuracym';

interface Use {
  /** Folded names that the user gave for `accuracy_m`, in metres; null when none. */
  names: readonly string[] | null;
  /** Folded names that the layer's own fields take. */
  claimed: ReadonlySet<string>;
  /** Source names that went somewhere; added to. */
  used: Set<string>;
}

/** Positional accuracy of a feature in metres, where its source gives one: `accuracy_m`, or SOSI's `nøyaktighet`. */
export function accuracyOf(properties: Properties, { names, claimed, used }: Use): number | null {
  for (const name of names ?? [ownName, ...sosiNames]) {
    const found = properties.get(name);
    if (!found || isMissing(found.value) || claimed.has(name)) continue;
    const number = asNumber(found.value);
    const isSosi = sosiNames.includes(name);
    if (number === null || number < 0 || (number === 0 && isSosi)) continue;
    if (!found.nested) used.add(found.key);
    return isSosi ? number / 100 : number;
  }
  return null;
}
