import type { Feature, Polygon } from 'geojson';
import type { Verdict } from '../../services/conflicts/judgement/verdict.ts';

/** What the rules about zones should say of one; rules that are not named: `not-relevant`. */
type Expected = Partial<Record<string, Verdict>>;

/** A zone of the draft, and what was expected of it before the rules were run. */
export interface DraftZone {
  id: string;
  name: string;
  /** Null: the zone has none. */
  purpose: number | null;
  status: number;
  /** Middle, longitude and latitude, degrees; and metres east and north. */
  at: [lon: number, lat: number];
  size: [east: number, north: number];
  level?: number;
  /** How much of its new land is above the line or in its belt. */
  above?: 'none' | 'part' | 'whole';
  /** Part of the zone that is new or extended, where it is not all. */
  newShare?: number;
  change?: 'new' | 'changed' | 'kept';
  expected: Expected;
  why: string;
}

/**
 * Geilo (Hol) as the data have it. The derived line runs at about 1050 m in Hol, uncertain by 110 m in height: land between
 * about 940 and 1160 m is in its belt. A derived line never gives more than review. The heights in the reasons were read
 * off the contours (200 m apart) and spot heights of N1000, the ground off its land cover, by eye.
 *
 * Nobody has data on contiguous nature, corridors, recreation areas, minerals, heritage, centres, grid points or regional
 * plan zones here: rules about them say that nothing is known. Where the wild-reindeer area was looked for is not stated:
 * it can hit, but never be clear.
 *
 * All else stands as it was written before. Where the check first said otherwise, it was mended: land deep inside the line's
 * land was a mere touching because zones are narrower than the line's grid; heights were not found where contours lie far
 * apart, and the belt with them; and land far inside Hol was not known to be far from other municipalities.
 */
const unknowable: Expected = { 'mineral-built-over': 'not-assessed', 'heritage-affected': 'not-assessed' };

/** New holiday homes: cross-border is about 50 daa and more. */
const newCabins = (treeline: Verdict, reindeer: 'within' | 'not known', more: Expected = {}): Expected => ({
  ...unknowable,
  treeline,
  'nature-areas': 'not-assessed',
  'wild-reindeer': reindeer === 'within' ? 'review' : 'not-assessed',
  'holiday-densify-first': 'review',
  'urban-green': 'clear',
  ...more,
});

/** New housing or centre. */
const newTown = (more: Expected = {}): Expected => ({
  ...unknowable,
  'densify-first': 'not-assessed',
  'urban-green': 'clear',
  ...more,
});

export const zones: DraftZone[] = [
  {
    ...{ id: 'Z01', name: 'Prestholtseter', purpose: 1120, status: 2, at: [8.08, 60.57], size: [300, 200] },
    ...{ above: 'whole', change: 'new', expected: newCabins('review', 'not known') },
    why: 'Open mountain at about 1280 m, over the belt: red under a mapped line, review under a derived one.',
  },
  {
    ...{ id: 'Z02', name: 'Kikut', purpose: 1120, status: 2, at: [8.28, 60.495], size: [300, 200] },
    ...{ above: 'whole', change: 'new', expected: newCabins('review', 'not known') },
    why: 'Forest at about 970 m: below the line, but in its belt.',
  },
  {
    ...{ id: 'Z03', name: 'Hol, liside', purpose: 1120, status: 2, at: [8.34, 60.59], size: [200, 200] },
    ...{ above: 'none', change: 'new', expected: newCabins('clear', 'not known') },
    why: 'Forest at 600 to 650 m in the valley: far below the belt.',
  },
  {
    ...{ id: 'Z04', name: 'Geilo sør', purpose: 1120, status: 2, at: [8.2, 60.525], size: [300, 200] },
    ...{ above: 'none', change: 'new', expected: newCabins('clear', 'within') },
    why: 'Beside cabins at 820 to 870 m: below the belt. 60 daa, but 8 km from any border.',
  },
  {
    ...{ id: 'Z05', name: 'Skurdalen, reserve', purpose: 1120, status: 2, at: [8.26, 60.48], size: [200, 200] },
    ...{ above: 'none', change: 'kept', expected: newCabins('clear', 'within') },
    why: 'Future land of the plan in force, carried over: still new. On the 800 m contour, below the belt.',
  },
  {
    ...{ id: 'Z06', name: 'Geilohovda', purpose: 1120, status: 2, at: [8.19, 60.54], size: [200, 1500] },
    ...{ above: 'part', change: 'new', expected: newCabins('review', 'within') },
    why: 'From the town at 800 m up to 1040 m: the upper part is in the belt. 300 daa, far from any border. (Mended: not known was expected of wild reindeer, looked up at its middle; 111 daa of its lower part lie in the area.)',
  },
  {
    ...{ id: 'Z07', name: 'Myr ved Skurdalen', purpose: 1120, status: 2, at: [8.2612, 60.4482], size: [200, 200] },
    ...{ above: 'whole', change: 'new', expected: newCabins('review', 'within') },
    why: 'Mire on the 1000 m contour: in the belt. No rule is about mire.',
  },
  {
    ...{ id: 'Z08', name: 'Vats, på grensen', purpose: 1120, status: 2, at: [8.296, 60.66], size: [300, 200] },
    ...{ above: 'whole', change: 'new', expected: newCabins('review', 'not known', { 'cross-border': 'review' }) },
    why: '60 daa of mire at about 980 m, a few hundred metres from Ål.',
  },
  {
    ...{ id: 'Z09', name: 'Fjellmyr', purpose: 1120, status: 2, at: [8.0672, 60.5468], size: [200, 200] },
    ...{ above: 'whole', change: 'new', expected: newCabins('review', 'not known') },
    why: 'Mire at about 1320 m: a mire above the line is above it as other land is.',
  },
  {
    ...{ id: 'Z10', name: 'Hovet, innmark', purpose: 1120, status: 2, at: [8.22, 60.62], size: [200, 150] },
    ...{ above: 'none', change: 'new', expected: newCabins('clear', 'not known') },
    why: 'Open land at 600 to 650 m in the valley, which is farmland: open is not above the line for that.',
  },
  {
    ...{ id: 'Z11', name: 'Ustedalsfjorden', purpose: 1120, status: 2, at: [8.16, 60.52], size: [200, 200] },
    ...{ above: 'none', change: 'new', expected: newCabins('clear', 'within') },
    why: 'In and at the lake, 763 m: below the belt. No rule is about water.',
  },
  {
    ...{ id: 'Z12', name: 'Ustaoset vest', purpose: 1120, status: 1, at: [8.047264, 60.5], size: [300, 600] },
    ...{ change: 'kept', expected: {} },
    why: 'Present holiday homes of the plan in force: no new land.',
  },
  {
    ...{ id: 'Z13', name: 'Ustaoset øst', purpose: 1120, status: 3, at: [8.052736, 60.5], size: [300, 600] },
    ...{ change: 'kept', expected: {} },
    why: 'To be developed further within the outline given before: no new land.',
  },
  {
    ...{ id: 'Z14', name: 'Haugastøl, utvidet', purpose: 1120, status: 2, at: [7.871825, 60.515], size: [600, 400] },
    ...{ above: 'whole', change: 'changed', newShare: 1 / 3, expected: newCabins('review', 'within') },
    why: 'Two thirds are present homes of the plan in force; the 80 daa east of them are new, at about 1020 m in the belt.',
  },
  {
    ...{ id: 'Z15', name: 'Ustetind, spredt', purpose: 5220, status: 2, at: [8.1, 60.47], size: [400, 200] },
    ...{ above: 'whole', change: 'new', expected: newCabins('review', 'within') },
    why: 'A quota zone at about 1150 m, wholly above the line: red under a mapped line. 80 daa, far from any border.',
  },
  {
    ...{ id: 'Z16', name: 'Prestholt turisthytte', purpose: 1170, status: 2, at: [8.1, 60.57], size: [150, 150] },
    ...{ above: 'whole', change: 'new', expected: newCabins('review', 'not known') },
    why: 'May hold holiday homes; open mountain at about 1240 m.',
  },
  {
    ...{ id: 'Z17', name: 'Hol, hotell', purpose: 1170, status: 2, at: [8.32, 60.6], size: [100, 100] },
    ...{ above: 'none', change: 'new', expected: newCabins('clear', 'not known') },
    why: 'May hold holiday homes; at about 650 m, below the belt.',
  },
  {
    ...{ id: 'Z18', name: 'Geilo, boliger', purpose: 1110, status: 2, at: [8.24, 60.53], size: [200, 150] },
    ...{ change: 'new', expected: newTown() },
    why: 'Housing: not about holiday homes. Centre and hub are not in the data.',
  },
  {
    ...{ id: 'Z19', name: 'Geilo sentrum', purpose: 1130, status: 2, at: [8.225, 60.537], size: [100, 100] },
    ...{ change: 'new', expected: newTown({ 'urban-green': 'review' }) },
    why: 'Centre on the park of the plan in force, within the built-up area.',
  },
  {
    ...{ id: 'Z20', name: 'Næringspark', purpose: 1300, status: 2, at: [8.265, 60.53], size: [300, 200] },
    change: 'new',
    expected: { ...unknowable, 'urban-green': 'clear', 'business-location': 'not-assessed' },
    why: '60 daa of business land; roads and grid points are not in the data.',
  },
  {
    ...{ id: 'Z21', name: 'Verksted', purpose: 1300, status: 2, at: [8.3, 60.53], size: [100, 100] },
    ...{ change: 'new', expected: { ...unknowable, 'urban-green': 'clear' } },
    why: '10 daa of business land: smaller than the rule is about.',
  },
  {
    ...{ id: 'Z22', name: 'LNF', purpose: 5100, status: 2, at: [8.12, 60.6], size: [1000, 1000] },
    ...{ change: 'new', expected: {} },
    why: 'Agriculture, nature and outdoor life: no rule about zones concerns it.',
  },
  {
    ...{ id: 'Z23', name: 'Ukjent formål', purpose: 9999, status: 2, at: [8.36, 60.585], size: [100, 100] },
    ...{ above: 'none', expected: newCabins('review', 'not known', { 'densify-first': 'not-assessed' }) },
    why: 'A code nobody can source may be holiday homes: review, though it lies in the valley.',
  },
  {
    ...{ id: 'Z24', name: 'Uten formål', purpose: null, status: 2, at: [8.37, 60.585], size: [100, 100] },
    expected: {
      ...{ treeline: 'failed', 'nature-areas': 'failed', 'wild-reindeer': 'failed', 'holiday-densify-first': 'failed' },
      ...{
        'cross-border': 'failed',
        'densify-first': 'failed',
        'urban-green': 'failed',
        'business-location': 'failed',
      },
      ...{ 'mineral-built-over': 'failed', 'heritage-affected': 'failed' },
    },
    why: 'Nothing can be said of a zone without a purpose; the others are judged.',
  },
  {
    ...{ id: 'Z25', name: 'I tunnel', purpose: 1120, status: 2, at: [8.09, 60.57], size: [100, 100], level: 1 },
    ...{ expected: {} },
    why: 'Not on the ground: listed, not judged.',
  },
  {
    ...{ id: 'Z26', name: 'Valdres', purpose: 1120, status: 2, at: [8.2, 61.35], size: [200, 200] },
    expected: newCabins('not-assessed', 'not known', { 'urban-green': 'not-assessed' }),
    why: 'Far outside all data, as by a slip of the pen: nobody has looked there.',
  },
  {
    ...{ id: 'Z27', name: 'Heinseter', purpose: 1120, status: 2, at: [7.95, 60.38], size: [150, 150] },
    ...{ above: 'whole', change: 'new', expected: newCabins('review', 'within', { 'urban-green': 'not-assessed' }) },
    why: 'In Nore og Uvdal, outside the plan and the known plans; mountain at 1200 m.',
  },
];

/** Of resources: nobody has data, so one answer each about the plan as a whole. */
export const expectedOfPlan: Expected = { 'mineral-unsecured': 'not-assessed', 'heritage-unsecured': 'not-assessed' };

/** The master plan in force, drawn for this test, and what of it the draft takes out. */
export const inForce = [
  { id: 'E1', name: 'Ustaoset', purpose: 1120, status: 1, at: [8.05, 60.5], size: [600, 600] },
  { id: 'E2', name: 'Skurdalen', purpose: 1120, status: 2, at: [8.26, 60.48], size: [200, 200] },
  { id: 'E3', name: 'Parken', purpose: 3040, status: 1, at: [8.225, 60.537], size: [200, 200] },
  { id: 'E4', name: 'Haugastøl', purpose: 1120, status: 1, at: [7.87, 60.515], size: [400, 400] },
  { id: 'E5', name: 'Hovet', purpose: 1120, status: 2, at: [8.18, 60.625], size: [200, 200] },
] as const satisfies readonly Pick<DraftZone, 'id' | 'name' | 'purpose' | 'status' | 'at' | 'size'>[];

/** Wholly: Hovet; of the park the part under the new centre: nobody gives the rest another purpose, so it goes, too. */
export const expectedTakenOut = ['E3', 'E5'];

/** West, south, east, north of both plans, degrees. */
export const planBox = [7.8, 60.42, 8.5, 60.68] as const;

/** A rectangle so many metres wide and high around a place, by the length of a degree there. */
export function rectangleAt([lon, lat]: readonly [number, number], [east, north]: readonly [number, number]): Polygon {
  const [dx, dy] = [east / 2 / (111_320 * Math.cos((lat * Math.PI) / 180)), north / 2 / 111_320];
  const corners = [
    [lon - dx, lat - dy],
    [lon + dx, lat - dy],
    [lon + dx, lat + dy],
    [lon - dx, lat + dy],
    [lon - dx, lat - dy],
  ];
  return { type: 'Polygon', coordinates: [corners] };
}

/** The draft as a municipality would send it. */
export const draftFeatures = (): Feature<Polygon>[] =>
  zones.map(({ id, name, purpose, status, at, size, level = 2 }) => ({
    ...{ type: 'Feature', id, geometry: rectangleAt(at, size) },
    properties: {
      ...{ objekttype: 'KpArealformålOmråde', områdenavn: name, arealbruksstatus: status, vertikalnivå: level },
      ...(purpose !== null && { arealformål: purpose }),
    },
  }));
