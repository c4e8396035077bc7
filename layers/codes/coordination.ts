import { integer, number, oneOf, text } from '../declaration/field.ts';
import { byCode, fill } from '../declaration/paint.ts';

/** The words of the figure in the regional plan, §6.1. */
export const centralityBandTexts = {
  outer: { nb: 'ytre del av regionen', en: 'outer part of the region' },
  hinterland: { nb: 'omland/forstadsområde', en: 'hinterland or suburb' },
  city: { nb: 'storbyområde', en: 'city area' },
};

export const pressureBandTexts = {
  low: { nb: 'lavt press', en: 'low pressure' },
  middle: { nb: 'middels press', en: 'middle pressure' },
  high: { nb: 'høyt press', en: 'high pressure' },
};

export const settlementTexts = {
  scattered: { nb: 'spredtbygd område', en: 'scattered' },
  smaller: { nb: 'mindre tettsted', en: 'smaller urban area' },
  larger: { nb: 'større tettsted', en: 'larger urban area' },
};

export const agreementTexts = {
  agrees: { nb: 'press og bosetting sier det samme', en: 'pressure and settlement say the same' },
  'pressure-above': { nb: 'høyere press enn bosettingen tilsier', en: 'more pressure than the settlement suggests' },
  'pressure-below': { nb: 'lavere press enn bosettingen tilsier', en: 'less pressure than the settlement suggests' },
};

type Along = keyof typeof centralityBandTexts;
type Up = keyof typeof pressureBandTexts;

/** Colours of the nine boxes: bluer towards the city, redder with pressure, darkest where both are high. */
export const zoneColours: Record<Along, Record<Up, string>> = {
  outer: { low: '#e8e8e8', middle: '#e4acac', high: '#b84848' },
  hinterland: { low: '#b0d5df', middle: '#ad9ea5', high: '#985356' },
  city: { low: '#64acbe', middle: '#516d7a', high: '#574249' },
};

const along = Object.keys(centralityBandTexts) as Along[];
const up = Object.keys(pressureBandTexts) as Up[];
const boxes = along.flatMap((centrality) => up.map((pressure) => [centrality, pressure] as const));

/** The code of a box of the figure. */
export const zoneCode = (centrality: Along, pressure: Up): string => `${centrality}-${pressure}`;

/** The boxes of the figure in words, by code. */
export const zoneTexts = Object.fromEntries(
  boxes.map(([centrality, pressure]) => {
    const [one, other] = [centralityBandTexts[centrality], pressureBandTexts[pressure]];
    return [zoneCode(centrality, pressure), { nb: `${one.nb}, ${other.nb}`, en: `${one.en}, ${other.en}` }];
  }),
);

export const zoneFields = {
  zone: oneOf(zoneTexts, { title: { nb: 'samordningssone', en: 'coordination zone' } }),
  need: integer({ nb: 'behov for samordning (1–5)', en: 'need for coordination (1–5)' }),
  settlement: oneOf(settlementTexts, { title: { nb: 'bosetting', en: 'settlement' } }),
  agreement: oneOf(agreementTexts, { title: { nb: 'press og bosetting', en: 'pressure and settlement' } }),
  centrality: number({ nb: 'sentralitet', en: 'centrality' }),
  pressure: number({ nb: 'utbyggingspress, persentil', en: 'development pressure, percentile' }),
  municipality: text({ nb: 'kommunenummer', en: 'municipality number' }),
  residents: integer({ nb: 'bosatte', en: 'residents' }),
  buildings: integer({ nb: 'bygninger', en: 'buildings' }),
  new_buildings: integer({ nb: 'nye bygninger', en: 'new buildings' }),
  reserve_m2: number({ nb: 'ubebygd planreserve', en: 'unbuilt plan reserve' }, { unit: 'm²' }),
};

export const zonePaint = fill(
  byCode('zone', Object.fromEntries(boxes.map(([a, b]) => [zoneCode(a, b), zoneColours[a][b]]))),
  { opacity: 0.7 },
);
