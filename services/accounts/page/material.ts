import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Picture } from '../../documents/picture/picture.ts';
import type { Rule } from '../../conflicts/judgement/rule.ts';
import type { Accounts } from '../account.ts';
import type { Sweep } from '../barometer/evidence.ts';
import type { Indicator } from '../barometer/indicator.ts';

/** Where a municipality stands by results on the map. */
export interface Place {
  centrality: { index: number; class: number | null; scale: string | null } | null;
  pressure:
    | {
        kind: 'housing' | 'holiday-homes';
        cells: number;
        strong: number;
        new_buildings: number | null;
        from_year: number | null;
        to_year: number | null;
      }[]
    | null;
  /** Boxes of the figure of §6.1 that have cells here, the greatest need first; a box is null where it is not known. */
  coordination:
    | {
        kind: 'housing' | 'holiday-homes';
        zone: string | null;
        need: number | null;
        cells: number;
        residents: number;
        new_buildings: number;
        reserve_m2: number | null;
      }[]
    | null;
}

/** Somebody to compare with: a municipality, a region, the county. */
export interface Compared {
  name: string;
  accounts: Accounts;
}

/** All that the page of a municipality is made of. */
export interface Material {
  language: Language;
  catalogue: Catalogue;
  number: string;
  name: string;
  accounts: Accounts;
  compared: readonly Compared[];
  indicators: readonly Indicator[];
  rules: readonly Rule[];
  /** Of the municipality, oldest first; null where none is on the map. */
  sweeps: readonly Sweep[] | null;
  place: Place;
  /** Layers of the accounts that nobody has loaded or worked out. */
  absent: readonly string[];
  maps: { land: Picture | null; plans: Picture | null };
}
