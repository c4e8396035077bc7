import { z } from 'zod';
import { parameter } from './parameter.ts';

/**
 * A box, in the axis order of its CRS: four numbers, or six with heights, which are left out (/req/core/fc-bbox-definition).
 * The first corner may lie east of the second: then the box crosses the antimeridian.
 */
export const bbox = parameter({
  name: 'bbox',
  kind: 'numbers',
  schema: z
    .array(z.number())
    .min(4)
    .max(6)
    .refine((numbers) => numbers.length !== 5)
    .transform((numbers): [number, number, number, number] => {
      const half = numbers.length / 2;
      return [numbers[0] ?? 0, numbers[1] ?? 0, numbers[half] ?? 0, numbers[half + 1] ?? 0];
    })
    .optional(),
  meaning: {
    nb: 'fire tall med komma mellom: minste og største hjørne, i rekkefølgen til bbox-crs (standard lengde, bredde).',
    en: 'four numbers with commas between: lower and upper corner, in the order of bbox-crs (default longitude, latitude).',
  },
});
