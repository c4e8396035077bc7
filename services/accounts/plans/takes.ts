import type { Bilingual } from '../../../layers/declaration/bilingual.ts';

/** Something that building on the plan reserve would take. A new one is a line here. */
interface Take {
  id: string;
  title: Bilingual;
  layer: string;
  /** Of a coverage: its classes. */
  classes?: readonly string[];
  /** Metres around the layer's land that count, too. */
  belt_m?: number;
}

/** Everything that the reserve is laid upon, in the order of the table. Kinds may overlap each other.
 * Protected land is none: it cannot be built on, and stands with what is unbuildable. */
export const takes: readonly Take[] = [
  { id: 'forest', title: { nb: 'Skog', en: 'Forest' }, layer: 'land-cover', classes: ['30'] },
  { id: 'mire', title: { nb: 'Myr', en: 'Mire' }, layer: 'land-cover', classes: ['60'] },
  { id: 'farmland', title: { nb: 'Jordbruk', en: 'Farmland' }, layer: 'land-cover', classes: ['21', '22', '23'] },
  { id: 'open', title: { nb: 'Åpen fastmark', en: 'Open land' }, layer: 'land-cover', classes: ['50', 'open'] },
  { id: 'above-treeline', title: { nb: 'Over skoggrensen', en: 'Above the treeline' }, layer: 'treeline' },
  {
    id: 'contiguous-nature',
    title: { nb: 'Sammenhengende natur', en: 'Contiguous nature' },
    layer: 'contiguous-nature',
  },
  { id: 'recreation', title: { nb: 'Friluftsområde', en: 'Recreation area' }, layer: 'recreation-area' },
  { id: 'nature-type', title: { nb: 'Naturtype', en: 'Nature type' }, layer: 'nature-type' },
  { id: 'wild-reindeer', title: { nb: 'Villrein', en: 'Wild reindeer' }, layer: 'wild-reindeer' },
  {
    id: 'shoreline',
    title: { nb: 'Strandsone (100 m)', en: 'Shoreline (100 m)' },
    layer: 'water',
    belt_m: 100,
  },
];
