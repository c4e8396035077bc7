import type { Frame } from './frame.ts';
import { ease, smoothNoise } from './noise.ts';
import { valleysOf, type Valleys } from './valleys.ts';

/** The ground: heights in metres above sea level at a point in EPSG:25832. */
export interface Terrain {
  frame: Frame;
  valleys: Valleys;
  /** Smooth, 0–1 800 m. */
  height(this: void, x: number, y: number): number;
  /** 0 on a valley floor, 1 on a ridge. */
  rise(this: void, x: number, y: number): number;
  /** Height at which the forest ends as observed, 900–1 050 m. */
  empiricalTreeline(x: number, y: number): number;
  /** Height at which the temperature alone would end the forest: 85–135 m higher. */
  climaticTreeline(x: number, y: number): number;
}

export function terrainOf(frame: Frame): Terrain {
  const valleys = valleysOf(frame);
  const { spacing } = valleys;
  const massif = smoothNoise(frame.seed, 'massif');
  const hill = smoothNoise(frame.seed, 'hill');
  const knoll = smoothNoise(frame.seed, 'knoll');
  const forest = smoothNoise(frame.seed, 'treeline');

  const rise = (x: number, y: number) => {
    const [across, along] = frame.toLocal(x, y);
    return valleys.rise(across, along);
  };
  const empiricalTreeline = (x: number, y: number) => {
    const [across, along] = frame.toLocal(x, y);
    const wave = forest(across / (0.8 * spacing), along / (0.8 * spacing));
    return 975 + 30 * (frame.upwards(along) - 0.5) + 60 * wave;
  };
  return {
    frame,
    valleys,
    rise,
    height(x, y) {
      const [across, along] = frame.toLocal(x, y);
      const up = frame.upwards(along);
      const floor = 62 + 530 * valleys.floorUpwards(across, along) ** 1.3;
      const ridge = 420 + 1120 * ease(up);
      const steepness = valleys.rise(across, along);
      const rough =
        130 * massif(across / (0.32 * spacing), along / (0.32 * spacing)) +
        60 * hill(across / (0.12 * spacing), along / (0.12 * spacing)) +
        20 * knoll(across / (0.045 * spacing), along / (0.045 * spacing));
      return floor + steepness * (ridge - floor + rough);
    },
    empiricalTreeline,
    climaticTreeline: (x, y) => {
      const [across, along] = frame.toLocal(x, y);
      return empiricalTreeline(x, y) + 110 + 25 * forest(along / (1.7 * spacing) + 50, across / (1.7 * spacing));
    },
  };
}
