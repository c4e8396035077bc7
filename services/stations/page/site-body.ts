import { factList, pictureFigure, table } from '../../documents/html/parts.ts';
import { html, type Html } from '../../html.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Picture } from '../../documents/picture/picture.ts';
import { reportWords } from './report-words.ts';
import type { Point, SiteReport } from './site-report.ts';

/** The page of a site: the answer first, then for and against, what is not known, and what it all rests on. */
export function siteBody(report: SiteReport, picture: Picture, language: Language): Html {
  const say = reportWords[language];
  return html`<p class="subtitle">${say.subtitle}</p>
    <p>${report.place}</p>
    <div class="answer">
      ${report.answer.map((line, at) => (at === 0 ? html`<p><strong>${line}</strong></p>` : html`<p>${line}</p>`))}
    </div>
    <div class="sides">
      ${sidesOf(report, language)}
      <section>
        <h2>${say.unknown}</h2>
        <ul>
          ${report.unknown.map((line) => html`<li>${line}</li>`)}
        </ul>
      </section>
    </div>
    <h2>${say.map}</h2>
    ${pictureFigure(picture)}
    <h2>${say.charging}</h2>
    ${factList(report.need)}
    <p class="quiet">${report.assumptions}</p>
    <h2>${say.inNetwork}</h2>
    ${report.network.map((line) => html`<p>${line}</p>`)}
    <h2>${say.parts}</h2>
    ${table(say.partHeadings, report.parts, say.parts)}
    <h2>${say.sources}</h2>
    ${table(say.sourceHeadings, report.sources, say.sources)}`;
}

/** For and against, where the site stands on scales with others; else what is known of it. */
function sidesOf({ speaksFor, against, between, isRanked }: SiteReport, language: Language): Html[] {
  const say = reportWords[language];
  if (isRanked)
    return [
      pointsOf(say.speaksFor, speaksFor, say.nothing),
      pointsOf(say.against, against, say.nothing),
      ...(between.length > 0 ? [pointsOf(say.between, between, say.nothing)] : []),
    ];
  return [
    ...(against.length > 0 ? [pointsOf(say.against, against, say.nothing)] : []),
    pointsOf(say.values, between, say.nothing),
  ];
}

const pointsOf = (title: string, points: readonly Point[], nothing: string): Html =>
  html`<section>
    <h2>${title}</h2>
    ${
      points.length === 0
        ? html`<p>${nothing}</p>`
        : html`<ul>
            ${points.map(
              ({ title: what, value, standing, facts }) =>
                html`<li>
                  <strong>${what}: ${value}</strong>${standing ? html` <span class="quiet">– ${standing}</span>` : null}
                  ${facts ? html`<br /><span class="quiet">${facts}</span>` : null}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
