import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Land } from './land.ts';
import { surveyYear } from './mesh.ts';
import { randomStream } from './random.ts';
import type { Settlement } from './settlements.ts';
import { toCentimetre } from './shapes.ts';

const industries = ['industri', 'varehandel', 'helse', 'undervisning', 'offentlig', 'bygg', 'reiseliv'];
const services = ['school', 'kindergarten', 'health', 'shop', 'public', 'culture', 'other'] as const;
const serviceNames: Record<(typeof services)[number], string> = {
  school: 'skole',
  kindergarten: 'barnehage',
  health: 'legekontor',
  shop: 'butikk',
  public: 'rådhus',
  culture: 'bibliotek',
  other: 'servicekontor',
};

/** Jobs and services in the settlements, about one job for two residents; most of both lie near the middle. */
export function workLayers(land: Land): ExampleLayer[] {
  const year = surveyYear.closing;
  const about = { coverage: land.outline, dataDate: `${year}-01-01`, accuracyM: 10 };
  const { list } = land.settlements;
  return [
    exampleLayer(
      'workplace',
      '2024',
      { ...about, title: 'Arbeidsplasser 2024' },
      function* (): Generator<ExampleFeature> {
        const random = randomStream(land.seed, 'workplaces');
        for (const [index, settlement] of list.entries()) {
          const places = Math.max(2, Math.round(settlement.residents / 40));
          for (let i = 0; i < places; i++)
            yield {
              id: `arbeid-${index}-${i}`,
              properties: {
                jobs: Math.max(1, Math.round(20 * random.between(0.3, 1.1) ** 3 * 2)),
                year,
                industry: random.pick(industries),
              },
              geometry: nearMiddle(settlement, random.next(), random.next()),
            };
        }
      },
    ),
    exampleLayer('service', '2024', { ...about, title: 'Tjenester 2024' }, function* (): Generator<ExampleFeature> {
      const random = randomStream(land.seed, 'services');
      for (const [index, settlement] of list.entries()) {
        const places = Math.max(settlement.centre ? services.length : 2, Math.round(settlement.residents / 250));
        for (let i = 0; i < places; i++) {
          const kind = services[(i * (settlement.centre ? 1 : 3)) % services.length] ?? 'other';
          yield {
            id: `tjeneste-${index}-${i}`,
            properties: { kind, name: `${settlement.name} ${serviceNames[kind]}`, count: 1 },
            geometry: nearMiddle(settlement, random.next(), random.next()),
          };
        }
      }
    }),
  ];
}

function nearMiddle({ at: [x, y], radius }: Settlement, far: number, turn: number): ExampleFeature['geometry'] {
  const distance = 0.85 * radius * far;
  const angle = 2 * Math.PI * turn;
  return {
    type: 'Point',
    coordinates: [toCentimetre(x + distance * Math.cos(angle)), toCentimetre(y + distance * Math.sin(angle))],
  };
}
