import type { Language } from '../../layers/declaration/bilingual.ts';
import { datasetIds } from '../conflicts/measurement/constraints.ts';
import { statement } from '../database/statement.ts';
import { quantity } from '../figures.ts';
import type { Measured } from './criterion.ts';
import type { Situation } from './situation.ts';

/** The transformer station nearest to a site, with what its owner says is free. */
export interface NearestGridPoint {
  name: string | null;
  available_mw: number | null;
  date: string | null;
  /** Ellipsoidal; null where there is none at all. */
  distance_m: number | null;
}

const kept = new WeakMap<Situation, Promise<NearestGridPoint[]>>();

/** The nearest transformer station of each site; asked for once. */
export function gridPoints(situation: Situation): Promise<NearestGridPoint[]> {
  const found = kept.get(situation) ?? read(situation);
  kept.set(situation, found);
  return found;
}

async function read({ database, constraints, sites }: Situation): Promise<NearestGridPoint[]> {
  const rows = await database.rows<NearestGridPoint & { zone: number }>(statement('conflicts/nearest-grid-point'), {
    ...{ zones: [...sites.keys()], geoms: sites.map(({ geom }) => geom) },
    datasets: datasetIds(constraints, 'grid-point'),
  });
  const found = new Map(rows.map((row) => [row.zone, row]));
  return sites.map((_, at) => {
    const { name = null, available_mw = null, date = null, distance_m = null } = found.get(at) ?? {};
    return { name, available_mw, date, distance_m };
  });
}

/** The transformer station that a figure is of, its date, or that nobody says what is free. */
export function gridTold({ facts }: Measured, language: Language): string | null {
  const { name, available_mw: free, date, distance_m: far } = (facts ?? {}) as Partial<NearestGridPoint>;
  if (typeof far !== 'number') return null;
  return [
    `${name ?? '–'} (${quantity(far / 1000, language, 1)} km)`,
    typeof free === 'number' ? null : words.unsaid[language],
    date ? `${words.dated[language]} ${date}` : typeof free === 'number' ? words.undated[language] : null,
  ]
    .filter(Boolean)
    .join('; ');
}

const words = {
  unsaid: { nb: 'eieren har ikke oppgitt hva som er ledig', en: 'its owner does not say what is free' },
  dated: { nb: 'oppgitt', en: 'stated' },
  undated: { nb: 'uten dato', en: 'without a date' },
};
