import { integer, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Public transport hubs (NVDB 42) and railway stations. */
export const transitHub = layer({
  id: 'transit-hub',
  title: { nb: 'Kollektivknutepunkt', en: 'Transit hubs' },
  description: {
    nb: 'Knutepunkt for buss og tog, med avganger i døgnet.',
    en: 'Hubs of bus and train, with departures a day.',
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
  objectTypes: ['Kollektivknutepunkt', 'Stasjon'],
  idNames: ['nvdbId', 'VEGOBJEKT-ID', 'NSR'],
  tiles: { zooms: [6, 14] },
  paint: circle('#14507a', { size: 6 }),
  label: 'name',
});
