import type { GeometryKind } from '../../layers/declaration/layer.ts';
import { folded } from './folded.ts';

/** What a table's or file's name says. */
export interface TableName {
  /** All of it, folded. */
  whole: string;
  /** Its words without those of the product and of the shape, folded together: `arealdekke` of `N50_Arealdekke_omrade`. */
  theme: string;
  /** The shape it names; null when it names none. */
  shape: Exclude<GeometryKind, 'any'> | null;
}

const shapes: Record<string, TableName['shape']> = {
  ...{ omrade: 'polygon', flate: 'polygon', flater: 'polygon', polygon: 'polygon', polygons: 'polygon' },
  ...{ senterlinje: 'line', linje: 'line', linjer: 'line', kurve: 'line', line: 'line', lines: 'line', grense: 'line' },
  ...{ posisjon: 'point', punkt: 'point', punkter: 'point', point: 'point', points: 'point' },
};

/**
 * Words that say which product, area, system or year a table is of, and nothing about what lies in it: N50_, fkb_,
 * Basisdata_3330_Hol_25832_…; ms: and app: are the prefixes of web feature services.
 */
const ofTheProduct =
  /^(?:n\d+(?:kartdata)?|fkb|nvdb|elveg|ssb|ngu|nve|basisdata|kartdata|norge|ms|app|public|main|[pv]?\d+m?)$/;

/**
 * The parts of a table's name as Norwegian data owners write them: `N50_Arealdekke_omrade`, `fkb_ar5_omrade`,
 * `ms:Naturvernomrade`, `n50_samferdsel_senterlinje`.
 */
export function readTableName(name: string): TableName {
  const words = name
    .split(/[^\p{Letter}\p{Mark}\p{Number}]+/u)
    .map((word) => folded(word))
    .filter((word) => word !== '' && !ofTheProduct.test(word));
  const last = words.at(-1) ?? '';
  const shape = words.length > 1 ? (shapes[last] ?? null) : null;
  return { whole: folded(name), theme: (shape === null ? words : words.slice(0, -1)).join(''), shape };
}
