import type { Bilingual, Language } from '../../layers/declaration/bilingual.ts';
import { percent, quantity } from '../figures.ts';
import { titledFigure } from '../documents/picture/titled-figure.ts';
import { html } from '../html.ts';
import type { Drawing } from '../tables/table.ts';
import type { StationsAnswer } from './answer.ts';
import { criterionTitle } from './criteria-in-words.ts';
import { siteTitle } from './words.ts';

/** Sites in the figure. */
const most = 10;
const [row, left, bars, right] = [30, 230, 420, 130];
const colours = [
  '#1f6f8b',
  '#8a1c4a',
  '#8a6d1f',
  '#3d6b35',
  '#5b3fa0',
  '#a3561f',
  '#4a5a66',
  '#2a6f5f',
  '#7a3b3b',
  '#6b6b6b',
];

const words = {
  title: { nb: 'De ti beste stedene: hva poengene består av', en: 'The ten best sites: what makes the scores' },
  topFive: { nb: 'blant de fem beste', en: 'in the top five' },
  draws: { nb: 'Andelen av vekttrekninger der stedet er blant de fem beste, står bakerst', en: 'The share of weight draws with the site in the top five stands last' }, // prettier-ignore
} satisfies Record<string, Bilingual>;

/** The ten best sites as bars of what each criterion adds. */
export function stationDrawings({ ranking, criteria, stability }: StationsAnswer, language: Language): Drawing[] {
  const best = ranking.features.filter(({ properties }) => properties.rank !== null).slice(0, most);
  if (best.length === 0) return [];
  const used = criteria.filter(({ left_out, weight }) => left_out === null && weight > 0);
  const sure = new Map((stability?.sites ?? []).map((site) => [site.id, site.topFive]));
  const largest = Math.max(...best.map(({ properties }) => properties.score ?? 0), 1e-9);
  const top = 64;
  const below = top + best.length * row + 16;
  const size = { width: left + bars + right, height: below + Math.ceil(used.length / 2) * 20 + 12 };
  const colourOf = (id: string) => colours[used.findIndex((one) => one.id === id) % colours.length];
  const drawn = html`
    ${stability ? html`<text x="12" y="44" fill="#4a4a4a">${words.draws[language]}</text>` : null}
    ${best.map(({ properties: site }, at) => {
      const y = top + at * row;
      let x = left;
      const parts = used.flatMap(({ id }) => {
        const adds = site.criteria.find((one) => one.id === id)?.adds ?? 0;
        const width = (adds / largest) * bars;
        const part = html`<rect
          x="${x.toFixed(1)}"
          y="${y}"
          width="${width.toFixed(1)}"
          height="20"
          fill="${colourOf(id)}"
        >
          <title>${criterionTitle(id, language)}: ${quantity(adds, language, 3)}</title>
        </rect>`;
        x += width;
        return width > 0 ? [part] : [];
      });
      const share = sure.get(site.id);
      const name = `${site.rank} ${siteTitle(site, language)}`;
      return html`<text x="${left - 8}" y="${y + 15}" text-anchor="end"
          >${name.length > 32 ? `${name.slice(0, 31)}…` : name}</text
        >
        ${parts}
        <text x="${(x + 8).toFixed(1)}" y="${y + 15}">
          ${quantity(site.score ?? 0, language, 3)}${share === undefined ? '' : ` · ${percent(share, language)}`}
        </text>`;
    })}
    ${used.map(({ id }, at) => {
      const [x, y] = [12 + (at % 2) * 390, below + Math.floor(at / 2) * 20];
      return html`<rect x="${x}" y="${y}" width="14" height="14" fill="${colourOf(id)}" />
        <text x="${x + 20}" y="${y + 12}">${criterionTitle(id, language)}</text>`;
    })}
  `;
  return [{ name: 'ranking', svg: titledFigure({ ...size, title: words.title[language], left: 12 }, drawn) }];
}
