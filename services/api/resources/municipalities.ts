import { z } from 'zod';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { quantity } from '../../figures.ts';
import { statement } from '../../database/statement.ts';
import { html } from '../../html.ts';
import { pageAnswer, table } from '../html/page.ts';
import { json, route } from '../route.ts';
import { texts } from '../texts/texts.ts';

const Municipality = z.object({
  number: z.string(),
  name: z.string().nullable(),
  area_km2: z.number().meta({ description: 'On the ellipsoid' }),
  residents: z.int().nullable().meta({ description: 'Null: no population data here' }),
  centrality: z
    .object({ index: z.number(), class: z.int() })
    .nullable()
    .meta({ description: 'Null: not worked out, or its anchor is not in the data' }),
  conflicts: z.record(z.string(), z.int()).meta({
    description: 'Number of conflicts by rule, of the newest sweep over the plans in force, else of checks of drafts',
  }),
  reviews: z.record(z.string(), z.int()).meta({
    description: 'Number of findings for review by rule; those in plans older than the guideline are never conflicts',
  }),
  swept: z.string().nullable().meta({ description: 'Day of that sweep; null: the plans in force were not checked' }),
  bbox: z.array(z.number()).length(4),
  centre: z.array(z.number()).length(2).meta({ description: 'A point inside: longitude, latitude' }),
});

interface Row {
  number: string;
  name: string | null;
  area_km2: number;
  residents: string | null;
  centrality_index: number | null;
  centrality_class: number | null;
  conflicts: Record<string, number>;
  reviews: Record<string, number>;
  swept: string | null;
  west: number;
  south: number;
  east: number;
  north: number;
  lon: number;
  lat: number;
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

const municipalityOf = (row: Row): z.infer<typeof Municipality> => ({
  number: row.number,
  name: row.name,
  area_km2: rounded(row.area_km2, 3),
  residents: row.residents === null ? null : Number(row.residents),
  centrality:
    row.centrality_index === null || row.centrality_class === null
      ? null
      : { index: row.centrality_index, class: row.centrality_class },
  conflicts: row.conflicts,
  reviews: row.reviews,
  swept: row.swept,
  bbox: [row.west, row.south, row.east, row.north].map((degrees) => rounded(degrees, 7)),
  centre: [rounded(row.lon, 7), rounded(row.lat, 7)],
});

/** All municipalities with what is known about each. */
export const municipalities = route({
  method: 'get',
  path: '/municipalities',
  id: 'getMunicipalities',
  tag: 'Municipalities',
  summary: { nb: 'Kommunene', en: 'The municipalities' },
  formats: { json: 'application/json', html: 'text/html' },
  returns: z.object({ municipalities: z.array(Municipality) }),
  async handle({ database, format, given, language, links }) {
    const found = (await database.rows<Row>(statement('features/municipalities'))).map(municipalityOf);
    if (format === 'json') return json({ municipalities: found }, 'application/json', { 'Cache-Control': 'no-cache' });
    const say = texts[language].page;
    return pageAnswer({
      title: say.municipalities,
      language,
      links,
      address: '/municipalities',
      given,
      formats: [['JSON', links.to('/municipalities', { f: 'json' })]],
      body: html`<p>${say.municipalitiesMeaning}</p>
        ${table(
          [say.number, say.name, say.area, say.residents, say.centrality, say.inConflict, say.forReview],
          found.map((one) => [
            one.number,
            html`<a href="${links.to(`/municipalities/${one.number}`, { lang: language, f: 'html' })}"
              >${one.name ?? one.number}</a
            >`,
            quantity(one.area_km2, language, 1),
            one.residents === null ? say.notKnown : quantity(one.residents, language, 0),
            one.centrality === null ? say.notKnown : quantity(one.centrality.index, language, 0),
            ...[one.conflicts, one.reviews].map((counts) => countOf(counts, one.swept, language)),
          ]),
        )}`,
    });
  },
});

/** All findings together; that nobody looked is not none. */
function countOf(counts: Record<string, number>, swept: string | null, language: Language): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return swept === null && all === 0 ? texts[language].page.notKnown : quantity(all, language, 0);
}
