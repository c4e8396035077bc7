import { integer, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Public transport stops. */
export const stop = layer({
  id: 'stop',
  title: { nb: 'Holdeplasser', en: 'Stops' },
  description: {
    nb: 'Holdeplasser, med avganger i døgnet.',
    en: 'Public transport stops, with departures a day.',
  },
  group: 'mobility',
  geometry: 'point',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    modes: text({ nb: 'transportmidler', en: 'modes' }),
    departures: integer({ nb: 'avganger', en: 'departures' }, { unit: 'per døgn' }),
  },
  names: {
    name: ['navn', 'NAVN', 'stasjonsnavn', 'stoppestedsnavn'],
    modes: ['transportmiddel', 'transportMode', 'stoppestedstype'],
    departures: ['avganger', 'avgangerPerDøgn'],
  },
  objectTypes: ['Holdeplass', 'Stoppested', 'Quay'],
  idNames: ['nvdbId', 'VEGOBJEKT-ID', 'NSR', 'quay'],
  tiles: { zooms: [11, 14] },
  paint: circle('#3f86b5', { size: 2.5 }),
  label: 'name',
});
