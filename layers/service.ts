import { integer, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Places that serve people: schools, shops, doctors. `count` is for grid cells that hold several. */
export const service = layer({
  id: 'service',
  title: { nb: 'Tjenester', en: 'Services' },
  description: {
    nb: 'Skoler, butikker, legekontor og andre tjenester.',
    en: 'Schools, shops, surgeries and other services.',
  },
  group: 'settlement',
  geometry: 'any',
  fields: {
    kind: oneOf(
      {
        school: { nb: 'skole', en: 'school' },
        kindergarten: { nb: 'barnehage', en: 'kindergarten' },
        health: { nb: 'helse', en: 'health' },
        shop: { nb: 'butikk', en: 'shop' },
        public: { nb: 'offentlig tjeneste', en: 'public service' },
        culture: { nb: 'kultur og idrett', en: 'culture and sports' },
        other: { nb: 'annen tjeneste', en: 'other service' },
      },
      {
        title: { nb: 'type', en: 'kind' },
        sourceValues: {
          grunnskole: 'school',
          'videregående skole': 'school',
          legekontor: 'health',
          sykehus: 'health',
          apotek: 'health',
          dagligvare: 'shop',
          forretning: 'shop',
          rådhus: 'public',
          bibliotek: 'culture',
        },
      },
    ),
    name: text({ nb: 'navn', en: 'name' }),
    count: integer({ nb: 'antall', en: 'count' }),
  },
  names: {
    kind: ['tjeneste', 'tjenestetype', 'type'],
    name: ['navn', 'NAVN'],
    count: ['antall', 'ANTALL'],
  },
  tiles: { zooms: [9, 14] },
  paint: circle('#2f7d7a', { size: 3 }),
  label: 'name',
});
