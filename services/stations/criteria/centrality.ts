import { datasetIds } from '../../conflicts/measurement/constraints.ts';
import { statement } from '../../database/statement.ts';
import { criterion } from '../criterion.ts';

/** How central the municipality is. */
export const centralityOfSite = criterion({
  id: 'centrality',
  title: { nb: 'Sentralitet', en: 'Centrality' },
  unit: { nb: 'indeks for kommunen, 0–1000', en: 'index of the municipality, 0–1000' },
  decimals: 0,
  direction: 'max',
  description: {
    nb: 'Kommunens sentralitet, slik analysen centrality regnet den ut.',
    en: 'Centrality of the municipality, as the analysis centrality worked it out.',
  },
  weight: {
    default: 0,
    why: {
      nb: 'Trafikken sier alt hvor det kjøres; gi vekt der stasjonen også skal tjene byens egne biler.',
      en: 'Traffic says already where people drive; give it weight where the station is to serve the town’s own trucks, too.',
    },
  },
  sources: ['centrality-municipality'],
  needs: ['centrality-municipality'],
  order: 8,
  measure: async ({ database, constraints, sites }) => {
    const rows = await database.rows<{ number: string; index: number | null }>(statement('stations/centrality-of'), {
      datasets: datasetIds(constraints, 'centrality-municipality'),
    });
    const of = new Map(rows.map(({ number, index }) => [number, index]));
    return { sites: sites.map(({ municipality }) => ({ value: of.get(municipality) ?? null })) };
  },
});
