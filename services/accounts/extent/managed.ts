/**
 * Classes that only people make, by coverage: land that became one of them was a managed change (SEEA EA §4.14). Other
 * change may be either; the data do not tell.
 */
const made: Record<string, ReadonlySet<string>> = {
  'land-cover': new Set(['11', '12', '21', '22', '23']),
  ecosystem: new Set(['1', '2']),
};

/** @returns null where nobody said what the classes of a coverage are */
export const managedClasses = (layer: string): ReadonlySet<string> | null => made[layer] ?? null;
