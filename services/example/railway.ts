import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Position } from 'geojson';
import type { Land } from './land.ts';
import { toCentimetre } from './shapes.ts';

/** Metres of track in one feature. */
const stretch = 2000;
const step = 100;

/** A railway up the valley of the largest town, on the far side of the road from the water; every seventh stretch a tunnel. */
export function railwayLayers({ frame, terrain, municipalities, outline }: Land): ExampleLayer[] {
  const about = { title: 'Jernbane', coverage: outline, dataDate: '2024-01-15', accuracyM: 2 };
  const { valley } = municipalities[0].centre;
  const { valleys } = terrain;
  const onTrack = (along: number): Position => {
    const road = valleys.roadAcross(valley, along);
    const outwards = Math.sign(road - valleys.valleyAcross(valley, along));
    return frame.toMap(road + outwards * Math.min(90, 0.02 * valleys.spacing), along).map(toCentimetre);
  };
  return [
    exampleLayer('rail-line', 'bane', about, function* (): Generator<ExampleFeature> {
      const first = Math.floor(-frame.radius / stretch);
      for (let number = first; number * stretch < frame.radius; number++) {
        const line = Array.from({ length: stretch / step + 1 }, (_, i) => onTrack(number * stretch + i * step));
        const inside = line.filter(([x, y]) => frame.reach(x, y) < 0.98);
        if (inside.length < 2) continue;
        const properties = { name: `${municipalities[0].name}banen`, tunnel: (number - first) % 7 === 3 };
        yield { id: `bane-${number - first}`, properties, geometry: { type: 'LineString', coordinates: inside } };
      }
    }),
  ];
}
