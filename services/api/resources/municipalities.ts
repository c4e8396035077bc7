import { z } from 'zod';
import { quantity } from '../../figures.ts';
import { statement } from '../../database/statement.ts';
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
  conflicts: z.record(z.string(), z.int()).meta({ description: 'Number of conflicts by rule' }),
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
      body: table(
        [say.number, say.name, say.area, say.residents],
        found.map(({ number, name, area_km2, residents }) => [
          ...[number, name, quantity(area_km2, language, 1)],
          residents === null ? null : quantity(residents, language, 0),
        ]),
      ),
    });
  },
});
