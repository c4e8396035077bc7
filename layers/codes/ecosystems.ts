import type { Bilingual } from '../declaration/bilingual.ts';

/** The twelve ecosystem types of level 1 in Regulation (EU) 2024/3024, Annex IX, by the numbers used there. */
export const ecosystemTypes = {
  1: { nb: 'bebygde og andre menneskeskapte områder', en: 'settlements and other artificial areas' },
  2: { nb: 'åkerland', en: 'cropland' },
  3: { nb: 'grasmark', en: 'grassland' },
  4: { nb: 'skog', en: 'forest and woodland' },
  5: { nb: 'hei og kratt', en: 'heathland and shrub' },
  6: { nb: 'lite vegeterte områder', en: 'sparsely vegetated ecosystems' },
  7: { nb: 'innlandsvåtmark', en: 'inland wetlands' },
  8: { nb: 'elver og kanaler', en: 'rivers and canals' },
  9: { nb: 'innsjøer og magasiner', en: 'lakes and reservoirs' },
  10: { nb: 'fjorder og brakkvann', en: 'marine inlets and transitional waters' },
  11: { nb: 'strender, dyner og kystvåtmark', en: 'coastal beaches, dunes and wetlands' },
  12: { nb: 'hav', en: 'marine ecosystems' },
} as const satisfies Record<number, Bilingual>;

export const ecosystemColours: Record<keyof typeof ecosystemTypes, string> = {
  1: '#c08f8f',
  2: '#f2c94c',
  3: '#d7dd7e',
  4: '#5f9e57',
  5: '#b79a6a',
  6: '#d9d2c3',
  7: '#86aaa5',
  8: '#5cc0d9',
  9: '#8fc1e6',
  10: '#5c93c9',
  11: '#ecd9a8',
  12: '#33639c',
};
