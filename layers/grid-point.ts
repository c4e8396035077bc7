import { date, number, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/**
 * Transformer stations with the power that is free there. The figure is the grid company's own, on a date, and says
 * nothing of the grid above it: only an enquiry does.
 */
export const gridPoint = layer({
  id: 'grid-point',
  title: { nb: 'Transformatorstasjoner', en: 'Grid points' },
  description: {
    nb: 'Transformatorstasjoner med ledig effekt, slik nettselskapet har oppgitt den.',
    en: 'Transformer stations with free power, as stated by the grid company.',
  },
  group: 'mobility',
  geometry: 'point',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    owner: text({ nb: 'eier', en: 'owner' }),
    available_mw: number({ nb: 'ledig effekt', en: 'free power' }, { unit: 'MW' }),
    reserved_mw: number({ nb: 'reservert effekt', en: 'reserved power' }, { unit: 'MW' }),
    date: date({ nb: 'dato', en: 'date' }),
  },
  names: {
    name: ['navn', 'NAVN'],
    owner: ['eier', 'EIER', 'nettselskap'],
    available_mw: ['availableCons', 'ledigKapasitet', 'ledigEffekt'],
    reserved_mw: ['reservedCons'],
    date: ['capacityDate', 'dato', 'DATO'],
  },
  objectTypes: ['Transformatorstasjon', 'Nettstasjon'],
  tiles: { zooms: [7, 14] },
  paint: circle('#1f4fa0', { size: 4 }),
  label: 'name',
});
