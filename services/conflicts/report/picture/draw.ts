import type { Layer } from '../../../../layers/declaration/layer.ts';
import type { Language } from '../../../../layers/declaration/bilingual.ts';
import type { Frame } from '../../../documents/picture/frame.ts';
import { drawMap } from '../../../documents/picture/draw-map.ts';
import type { Picture } from '../../../documents/picture/picture.ts';
import type { Shape } from '../../../documents/picture/shapes.ts';
import { looksOf } from './looks.ts';

/** What one picture shows, from the ground up. */
export interface Scene {
  /** Tells its patterns from those of other pictures on a page. */
  id: string;
  frame: Frame;
  water: readonly Shape[];
  roads: readonly Shape[];
  borders: readonly Shape[];
  constraints: readonly { layer: Layer; shapes: readonly Shape[] }[];
  others: readonly Shape[];
  zones: readonly Shape[];
  review: readonly Shape[];
  conflict: readonly Shape[];
  remedies: readonly Shape[];
  labels: readonly { x: number; y: number; text: string }[];
  /** Of all zones of the plan, not of one. */
  isOverview: boolean;
}

/** Draw a picture: shapes and patterns, never colour alone. */
export const draw = (scene: Scene, alt: string, language: Language): Picture =>
  drawMap({ id: scene.id, frame: scene.frame, looks: looksOf(scene, language), labels: scene.labels }, alt, language);
