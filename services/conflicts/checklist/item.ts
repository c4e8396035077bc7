import type { Bilingual } from '../../../layers/declaration/bilingual.ts';

/** Themes of the checklist (§6.2.4 tiltak 5, and minerals of §6.2.5), in the order of the plan. */
export const themes = {
  nature: { nb: 'Natur og klima', en: 'Nature and climate' },
  'outdoor-life': { nb: 'Friluftsliv', en: 'Outdoor life' },
  'value-creation': { nb: 'Verdiskaping', en: 'Value creation' },
  mobility: { nb: 'Mobilitet', en: 'Mobility' },
  infrastructure: { nb: 'Infrastruktur', en: 'Infrastructure' },
  services: { nb: 'Kommunale tjenester', en: 'Municipal services' },
  minerals: { nb: 'Mineralinteresser', en: 'Mineral interests' },
} satisfies Record<string, Bilingual>;

interface Codes {
  field: string;
  codes: readonly string[];
}

/** A line of the checklist: what is measured between the plan's new building land and one layer. */
export interface ChecklistItem {
  id: string;
  theme: keyof typeof themes;
  title: Bilingual;
  layer: string;
  /** Features that count: a field and its codes; all where it is left out. */
  where?: Codes;
  /** Features that do not count. */
  unless?: Codes;
  /** A field with the year of the map: of several years the newest counts, where the plan lies. */
  newest?: string;
  /**
   * `area`: new building land on the features, ellipsoidal m², each piece of ground once. `distance`: ellipsoidal m in a
   * straight line to the nearest one. `count`: how many lie on the land or within so many metres.
   */
  measure: { kind: 'area' } | { kind: 'distance' } | { kind: 'count'; within: number };
}

export const checklistItem = (item: ChecklistItem): ChecklistItem => item;
