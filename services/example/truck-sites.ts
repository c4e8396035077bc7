import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { placeName } from './names.ts';
import { randomStream, type Random } from './random.ts';
import type { RoadLink, RoadNetwork } from './road-network.ts';
import { rectangle, toCentimetre } from './shapes.ts';

const directions = ['both', 'with', 'against'] as const;

/** Where a truck can stop, fill or charge: rest areas, filling stations, industrial areas, energy stations, grid points. */
export function truckSiteLayers(land: Land, network: RoadNetwork): ExampleLayer[] {
  const about = { coverage: land.outline, dataDate: '2024-05-01', accuracyM: 5 };
  const main = network.links.filter(({ category }) => category === 'european' || category === 'national');
  const random = (name: string) => randomStream(land.seed, name);
  return [
    exampleLayer('rest-area', 'rasteplasser', { ...about, title: 'Rasteplasser og døgnhvileplasser' }, () =>
      spacedOut(main, 9, random('rest-areas')).map(({ link, at }, index) => {
        const truck = index % 3 === 0;
        return point(`rasteplass-${index}`, at, {
          name: placeName(index, 'plassen'),
          kind: truck ? 'truck-rest' : 'rest',
          road_number: link.number,
          capacity: 8 + ((index * 5) % 20),
          truck_bays: truck ? 10 + ((index * 7) % 25) : null,
          services: truck ? 'toalett,dusj,kiosk' : 'toalett',
          directions: directions[index % 3] ?? 'both',
        });
      }),
    ),
    exampleLayer('fuel-station', 'drivstoff', { ...about, title: 'Drivstoffstasjoner' }, () =>
      spacedOut(main, 14, random('fuel-stations')).map(({ link, at }, index) =>
        point(`drivstoff-${index}`, at, {
          name: placeName(index + 3, 'tanken'),
          operator: ['Nordtank', 'Fjelldrivstoff', 'Veikroa'][index % 3] ?? null,
          road_number: link.number,
          capacity: 6 + (index % 9),
          truck_bays: index % 2 === 0 ? 2 + (index % 5) : 0,
          truck_access: index % 2 === 0,
          services: index % 2 === 0 ? 'kafe,toalett' : 'kiosk',
          directions: directions[index % 3] ?? 'both',
        }),
      ),
    ),
    exampleLayer('energy-station', 'energi', { ...about, title: 'Energistasjoner' }, () =>
      spacedOut(main, 40, random('energy-stations')).map(({ link, at }, index) =>
        point(`energi-${index}`, at, {
          name: placeName(index + 5, 'laderen'),
          energy: ['charging', 'charging', 'biogas', 'hydrogen'][index % 4] ?? 'charging',
          power_kw: index % 4 < 2 ? 350 * (1 + (index % 3)) : null,
          truck_access: index % 3 !== 1,
          directions: directions[(index * 2) % 3] ?? 'both',
          status: ['open', 'open', 'planned', 'building'][index % 4] ?? 'open',
          operator: 'Eksempelkraft',
          road_number: link.number,
        }),
      ),
    ),
    exampleLayer('industrial-area', 'naring', { ...about, title: 'Næringsområder' }, () => industrialAreas(land)),
    exampleLayer('grid-point', 'trafo', { ...about, title: 'Transformatorstasjoner' }, () => gridPoints(land)),
  ];
}

function industrialAreas(land: Land): ExampleFeature[] {
  const random = randomStream(land.seed, 'industrial-areas');
  return land.settlements.list
    .filter(({ residents }) => residents > 150)
    .map(({ name, at: [x, y], radius }, index) => {
      const angle = random.between(0, 2 * Math.PI);
      const middle: Point = [x + 0.8 * radius * Math.cos(angle), y + 0.8 * radius * Math.sin(angle)];
      return {
        id: `naring-${index}`,
        properties: {
          name: `${name} næringspark`,
          kind: index % 2 === 0 ? 'industri' : 'lager',
          road_number: null,
          capacity: 20 + 5 * (index % 7),
          truck_bays: index % 3 === 0 ? 6 : null,
          truck_access: index % 4 !== 3,
          services: null,
          directions: 'both',
        },
        geometry: rectangle(middle, random.between(120, 300), random.between(80, 200), angle),
      };
    });
}

/** A station with what is free there, on a date; the owner of some does not say. */
function gridPoints(land: Land): ExampleFeature[] {
  const random = randomStream(land.seed, 'grid-points');
  return land.settlements.list.map(({ name, at: [x, y] }, index) =>
    point(`trafo-${index}`, [x + random.between(-800, 800), y + random.between(-800, 800)], {
      name: `${name} trafo`,
      owner: 'Eksempelnett',
      available_mw: index % 5 === 4 ? null : Math.round(random.between(0, 30) * 10) / 10,
      reserved_mw: index % 5 === 4 ? null : Math.round(random.between(0, 8) * 10) / 10,
      date: index % 5 === 4 ? null : '2024-05-01',
    }),
  );
}

/** One site for every `each` links, at least one. */
function spacedOut(links: RoadLink[], each: number, random: Random): { link: RoadLink; at: Point }[] {
  const count = Math.max(1, Math.round(links.length / each));
  return Array.from({ length: count }, (_, index) => {
    const link = links[Math.min(links.length - 1, Math.floor(((index + random.next()) * links.length) / count))];
    if (!link) throw new Error('The example county has no main road.');
    const [a, b] = [link.line[0] ?? [0, 0], link.line.at(-1) ?? [0, 0]];
    const share = random.between(0.2, 0.8);
    const beside = random.pick([-25, 25]);
    return { link, at: [a[0] + share * (b[0] - a[0]) + beside, a[1] + share * (b[1] - a[1])] };
  });
}

function point(id: string, [x, y]: Point, properties: ExampleFeature['properties']): ExampleFeature {
  return { id, properties, geometry: { type: 'Point', coordinates: [toCentimetre(x), toCentimetre(y)] } };
}
