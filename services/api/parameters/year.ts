import { z } from 'zod';
import { parameter } from './parameter.ts';

/** Which survey of a layer that comes by year is drawn. */
export const year = parameter({
  name: 'year',
  kind: 'number',
  schema: z.int().min(1000).max(3000).optional(),
  meaning: {
    nb: 'året som vises av kartlag med flere årganger: den siste som ikke er senere. Uten det vises den nyeste.',
    en: 'the year to show of layers that come by year: the last one that is not later. Without it, the latest is shown.',
  },
});
