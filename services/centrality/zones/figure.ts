import {
  centralityBandTexts,
  pressureBandTexts,
  settlementTexts,
  zoneColours,
} from '../../../layers/codes/coordination.ts';
import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import { percent, quantity } from '../../figures.ts';
import { titledFigure } from '../../documents/picture/titled-figure.ts';
import { html } from '../../html.ts';
import { nameOfArea } from '../settlement/area-texts.ts';
import type { AreaFigure } from './coordination-zones.ts';
import { centralityBands, pressureBands, settlements, type Box } from './zones.ts';

const side = { width: 190, height: 128 };
const margin = { left: 150, top: 56, right: 16, bottom: 100 };
const size = {
  width: margin.left + 3 * side.width + margin.right,
  height: margin.top + 3 * side.height + margin.bottom,
};

/** From this part of the residents on, one band says nothing (ours). */
const nearlyAll = 0.95;

const words = {
  residents: { nb: 'bosatte', en: 'residents' },
  buildings: {
    housing: { nb: 'boligbygg', en: 'dwelling houses' },
    'holiday-homes': { nb: 'fritidsboliger', en: 'holiday homes' },
  },
  fresh: { nb: 'nye siden', en: 'new since' },
  reserve: { nb: 'daa planreserve', en: 'daa plan reserve' },
  along: { nb: 'Sentralitet', en: 'Centrality' },
  up: { nb: 'Utbyggingspress', en: 'Development pressure' },
  need: {
    nb: 'Økende behov for samordning, arealutnyttelse og miljøvennlig transport langs begge akser',
    en: 'Growing need for coordination, land efficiency and green transport along both axes',
  },
  oneBand: {
    nb: 'Nesten alle bor i ett bånd. Tredeler av dem skilles ved sentralitet',
    en: 'Nearly all live in one band. Thirds of them part at centrality',
  },
  and: { nb: 'og', en: 'and' },
  unplaced: { nb: 'uten kjent sentralitet eller press', en: 'without known centrality or pressure' },
} satisfies Record<string, Bilingual | Record<string, Bilingual>>;

/** Ink that is read on a ground: white on dark colours. */
function inkOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 130 ? '#ffffff' : '#1a1a1a';
}

/** The figure of §6.1 of an area, filled in, as an SVG document. */
export function drawFigure(figure: AreaFigure, fromYear: number | null, language: Language): string {
  const { area, boxes, kind, thirds, unplaced } = figure;
  const whole = (value: number | null) => (value === null ? '–' : quantity(Math.round(value), language, 0));
  const placed = boxes.reduce((sum, { residents }) => sum + residents, 0);
  const all = placed + unplaced.residents;
  const inBand = centralityBands.map((band) =>
    boxes.reduce((sum, box) => (box.centrality === band ? sum + box.residents : sum), 0),
  );
  const hint =
    thirds && Math.max(...inBand) >= nearlyAll * placed
      ? `${words.oneBand[language]} ${whole(thirds[0])} ${words.and[language]} ${whole(thirds[1])} (middle_centrality, high_centrality).`
      : '';
  const lines = ({ residents, buildings, new_buildings, reserve_m2 }: Box): string[] => [
    `${whole(residents)} ${words.residents[language]} (${percent(all > 0 ? residents / all : 0, language)})`,
    `${whole(buildings)} ${words.buildings[kind][language]}`,
    `${whole(new_buildings)} ${words.fresh[language]} ${fromYear ?? '–'}`,
    `${whole(reserve_m2 === null ? null : reserve_m2 / 1000)} ${words.reserve[language]}`,
  ];
  const drawn = boxes.map((box) => {
    const x = margin.left + centralityBands.indexOf(box.centrality) * side.width;
    const y = margin.top + (2 - pressureBands.indexOf(box.pressure)) * side.height;
    const colour = zoneColours[box.centrality][box.pressure];
    return html`<g fill="${inkOn(colour)}">
      <rect x="${x}" y="${y}" width="${side.width}" height="${side.height}" fill="${colour}" stroke="#ffffff" />
      ${lines(box).map(
        (line, at) =>
          html`<text x="${x + 10}" y="${y + 28 + 24 * at}" font-weight="${at === 0 ? '600' : '400'}">${line}</text>`,
      )}
    </g>`;
  });
  const title = `${nameOfArea(area, language) ?? area.number ?? ''}: ${words.buildings[kind][language]}`;
  const below = margin.top + 3 * side.height;
  const body = html`<text x="${margin.left}" y="44">${words.need[language]}</text>
    ${drawn}
    ${pressureBands.map((band, at) => {
      const y = margin.top + (2.5 - at) * side.height;
      return html`<text x="${margin.left - 10}" y="${y}" text-anchor="end">${pressureBandTexts[band][language]}</text>
        <text x="${margin.left - 10}" y="${y + 18}" text-anchor="end" fill="#5a5a5a" font-size="11">
          (${settlementTexts[settlements[at]][language]})
        </text>`;
    })}
    ${centralityBands.map(
      (band, at) =>
        html`<text x="${margin.left + (at + 0.5) * side.width}" y="${below + 22}" text-anchor="middle">
          ${centralityBandTexts[band][language]}
        </text>`,
    )}
    <text x="${margin.left + 1.5 * side.width}" y="${below + 44}" text-anchor="middle" font-weight="600">
      ${words.along[language]} →
    </text>
    <text x="14" y="${margin.top + 14}" font-weight="600">${words.up[language]} ↑</text>
    <text x="${margin.left}" y="${below + 70}" font-size="12">
      ${whole(unplaced.residents)} ${words.residents[language]} ${words.unplaced[language]}
    </text>
    ${hint === '' ? '' : html`<text x="${margin.left}" y="${below + 90}" font-size="12">${hint}</text>`} `;
  return titledFigure({ ...size, title, left: margin.left }, body);
}
