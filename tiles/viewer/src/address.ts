import type { Language } from './texts/texts.ts';
import type { ChosenYears } from './chosen-years.ts';

/** Where the map looks: zoom level, and the centre in degrees (EPSG:4326). */
export interface View {
  zoom: number;
  lat: number;
  lng: number;
}

/** A feature by layer and number. */
export interface FeatureRef {
  layer: string;
  fid: number;
}

/** What a shared link holds; a part that is missing or unreadable is left to the page's own choice. */
export interface Address {
  view?: View;
  layers?: string[];
  feature?: FeatureRef;
  /** Years that were chosen, by layer. */
  years?: ChosenYears;
  /** Weights of energy stations' criteria that were moved, 0–100. */
  weights?: ReadonlyMap<string, number>;
}

/** The page's language: `?lang=en`, Bokmål otherwise. */
export function languageOf(search: string): Language {
  return new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'nb';
}

/** Read `#map=9.2/60.1234/9.5678&layers=zoning,water&feature=zoning/17&years=land-cover/2018&weights=grid_mw/40`. */
export function readAddress(hash: string): Address {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const address: Address = {};
  const [zoom, lat, lng] = (parts.get('map') ?? '').split('/').map(Number);
  if (within(zoom, 0, 22) && within(lat, -85, 85) && within(lng, -180, 180)) address.view = { zoom, lat, lng };
  const layers = parts.get('layers');
  if (layers !== null) address.layers = layers.split(',').filter((id) => id !== '');
  const [layer, fid] = (parts.get('feature') ?? '').split('/');
  if (layer && within(Number(fid), 1, Number.MAX_SAFE_INTEGER)) address.feature = { layer, fid: Number(fid) };
  const years = (parts.get('years') ?? '').split(',').flatMap((text): [string, number][] => {
    const [id, year] = text.split('/');
    return id && within(Number(year), 1000, 3000) ? [[id, Number(year)]] : [];
  });
  if (years.length > 0) address.years = new Map(years);
  const weights = (parts.get('weights') ?? '').split(',').flatMap((text): [string, number][] => {
    const [id, weight] = text.split('/');
    return id && weight && within(Number(weight), 0, 100) ? [[id, Number(weight)]] : [];
  });
  if (weights.length > 0) address.weights = new Map(weights);
  return address;
}

/** Write what {@link readAddress} reads. */
export function writeAddress({ view, layers, feature, years, weights }: Address): string {
  const parts = [];
  if (view) parts.push(`map=${view.zoom.toFixed(2)}/${view.lat.toFixed(5)}/${view.lng.toFixed(5)}`);
  if (layers) parts.push(`layers=${layers.join(',')}`);
  if (feature) parts.push(`feature=${feature.layer}/${feature.fid}`);
  if (years && years.size > 0) parts.push(`years=${[...years].map(([id, year]) => `${id}/${year}`).join(',')}`);
  if (weights && weights.size > 0)
    parts.push(`weights=${[...weights].map(([id, weight]) => `${id}/${weight}`).join(',')}`);
  return `#${parts.join('&')}`;
}

function within(value: number | undefined, min: number, max: number): value is number {
  return value !== undefined && Number.isFinite(value) && value >= min && value <= max;
}
