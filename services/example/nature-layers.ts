import type { Polygon } from 'geojson';
import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import { cover } from './ground.ts';
import type { Land } from './land.ts';
import { placeName } from './names.ts';
import type { Nature, NatureArea } from './nature.ts';
import { countyFaces, siteOf } from './places.ts';
import { randomStream } from './random.ts';
import { unionsOf, type Area } from './rings.ts';
import { blob, blobPolygon } from './shapes.ts';

const source = 'Eksempelkartlegging 2022';

/** Nature, outdoor life and danger. Nature types were looked for in some municipalities only; of danger nobody says where. */
export function natureLayers(land: Land, nature: Nature): ExampleLayer[] {
  const about = { coverage: land.outline, dataDate: '2022-10-01', accuracyM: 20 };
  const plain = (layer: string, part: string, title: string, areas: NatureArea[], more = extraFields(layer)) =>
    exampleLayer(layer, part, { ...about, title, coverage: coverageOf(land, layer) }, () =>
      areas.map(({ id, name, value, geometry }, index) => ({
        id,
        properties: { name, value, source, ...more(index) },
        geometry,
      })),
    );
  return [
    plain('contiguous-nature', 'natur', 'Sammenhengende naturområder', nature.contiguous),
    plain('nature-corridor', 'korridorer', 'Naturkorridorer', nature.corridors),
    plain('recreation-area', 'friluft', 'Friluftslivsområder', nature.recreation),
    plain('protected-area', 'vern', 'Naturvernområder', nature.protected),
    plain('nature-type', 'naturtyper', 'Naturtyper', nature.types),
    plain('wild-reindeer', 'villrein', 'Villreinområder', nature.reindeer),
    plain('regional-plan-zone', 'fjellplan', 'Regionale fjellplaner', nature.mountainPlans),
    exampleLayer('hazard', 'fare', { ...about, title: 'Faresoner' }, () => hazards(land)),
  ];
}

/** Every second municipality was mapped for nature types. */
function coverageOf({ mesh, municipalityOf, outline }: Land, layer: string): Area | null {
  if (layer !== 'nature-type') return outline;
  return unionsOf(
    mesh,
    municipalityOf.map((index) => (index >= 0 && index % 2 === 0 ? 0 : -1)),
    'opening',
  ).get(0);
}

function extraFields(layer: string): (index: number) => ExampleFeature['properties'] {
  const pick = <T>(list: readonly T[], index: number) => list[index % list.length];
  switch (layer) {
    case 'recreation-area':
      return (index) => ({ grade: pick(['A', 'B', 'C', 'D'], index) });
    case 'protected-area':
      return (index) => ({
        protection: pick(['NR', 'LVO', 'NP', 'BV', 'NM'], index),
        protected_since: `${1980 + (index % 40)}-06-01`,
      });
    case 'nature-type':
      return (index) => ({
        kind: pick(['rikmyr', 'slåttemark', 'gammel barskog', 'kalkskog', 'høstingsskog'], index),
        ku_value: pick(['very-large', 'large', 'middle', 'some'], index),
      });
    default:
      return () => ({});
  }
}

/** Slides on steep slopes, floods and quick clay along the water on the valley floor. */
function hazards(land: Land): ExampleFeature[] {
  const random = randomStream(land.seed, 'hazards');
  const faces = countyFaces(land);
  const rise = (face: number) => land.terrain.rise(...siteOf(land, face));
  const steep = faces.filter((face) => rise(face) > 0.25 && rise(face) < 0.6);
  const low = faces.filter((face) => rise(face) < 0.1 && land.ground.opening[face] !== cover.water);
  const count = Math.max(6, Math.round(900 * land.scale));
  return Array.from({ length: count }, (_, index) => {
    const kind = (['slide', 'flood', 'slide', 'quick-clay', 'radon', 'other'] as const)[index % 6] ?? 'slide';
    const [from, radius] = kind === 'slide' ? [steep, 220] : [low, 160];
    const geometry: Polygon = blobPolygon(
      blob(random, siteOf(land, random.pick(from.length > 0 ? from : faces)), radius * random.between(0.4, 1)),
    );
    const properties = { kind, name: placeName(index, 'sonen'), return_period: kind === 'radon' ? null : '1000' };
    return { id: `fare-${index}`, properties, geometry };
  });
}
