import { integer, number, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Numbers that municipalities had before mergers and new counties, and the municipality that took over: without geometry. */
export const municipalityNumber = layer({
  id: 'municipality-number',
  title: { nb: 'Tidligere kommunenumre', en: 'Former municipality numbers' },
  description: {
    nb: 'Hvilken kommune som har tatt over for et nummer som ikke gjelder lenger.',
    en: 'Which municipality has taken over from a number that does not hold any more.',
  },
  group: 'limits',
  geometry: 'point',
  geometryOptional: true,
  fields: {
    number: text({ nb: 'tidligere nummer', en: 'former number' }, { required: true }),
    successor: text({ nb: 'nummer nå', en: 'number now' }, { required: true }),
    successor_name: text({ nb: 'kommune nå', en: 'municipality now' }),
    share: number({ nb: 'andel', en: 'share' }),
    from_year: integer({ nb: 'fra år', en: 'from year' }),
    to_year: integer({ nb: 'til år', en: 'to year' }),
  },
  names: {
    number: ['kommunenummer_opprinnelig', 'gammelt_nummer'],
    successor: ['kommunenummer_2024', 'nytt_nummer'],
    successor_name: ['kommunenavn_2024'],
    share: ['vekt'],
    from_year: ['fra_aar'],
    to_year: ['til_aar'],
  },
  tiles: { zooms: [8, 14] },
  paint: circle('#6b5b95', { size: 3 }),
});
