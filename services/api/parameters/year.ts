import { z } from 'zod';
import { parameter } from './parameter.ts';

/** Of layers that come by year: which datasets are drawn (tiles/years.ts). */
export const year = parameter({
  name: 'year',
  kind: 'number',
  schema: z.int().min(1000).max(3000).optional(),
  meaning: {
    nb: 'året som vises av kartlag med flere årganger: for hvert sted de nyeste data som ikke er senere, ellers de eldste som finnes der. Uten det vises de nyeste.',
    en: 'the year to show of layers that come by year: for each place the newest data that are not later, or else the earliest there are. Without it, the newest are shown.',
  },
});
