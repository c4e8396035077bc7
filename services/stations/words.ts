import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import { energyStationSites } from '../../layers/energy-station-sites.ts';
import type { SiteProperties } from './answer.ts';
import { roadName } from './demand/road-key.ts';
import { filterTexts, type Exclusion } from './candidates/exclusion.ts';
import { loadCatalogue } from '../../layers/catalogue.ts';
import type { Language } from '../../layers/declaration/bilingual.ts';
import { percent, quantity } from '../figures.ts';

const layers = await loadCatalogue();

/** A layer's title; its id where it is no more. */
export const layerTitle = (id: string, language: Language): string =>
  layers.has(id) ? layers.get(id).title[language] : id;

/** What a place for a station is today. */
export const kindTitle = (kind: SiteProperties['kind'], language: Language): string =>
  energyStationSites.fields['kind']?.codes?.[kind]?.[language] ?? kind;

/** What a site is called: its name, else what it is and where. */
export function siteTitle({ name, kind, road, municipality }: SiteProperties, language: Language): string {
  if (name !== null) return name;
  const at = [road === null ? null : roadName(road), municipality].filter(Boolean).join(', ');
  return at ? `${kindTitle(kind, language)} (${at})` : kindTitle(kind, language);
}

/** Why a place is out. */
export function exclusionInWords({ filter, layer, names, value, limit }: Exclusion, language: Language): string {
  const what = filterTexts[filter][language];
  if (layer) return `${what} ${layerTitle(layer, language).toLowerCase()}: ${(names ?? []).join(', ')}`;
  if (filter === 'slope')
    return `${what}: ${percent(value ?? 0, language)} (${words.most[language]} ${percent(limit ?? 0, language)})`;
  if (filter !== 'far-from-road') return what;
  const far = typeof value === 'number' ? `${quantity(value / 1000, language, 1)} km` : words.noWay[language];
  return `${what}: ${far} (${words.most[language]} ${quantity((limit ?? 0) / 1000, language, 1)} km)`;
}

const words = {
  most: { nb: 'høyst', en: 'at most' },
  noWay: { nb: 'ingen veg tilbake', en: 'no way back' },
} satisfies Record<string, Bilingual>;
