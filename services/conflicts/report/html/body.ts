import { factList, pictureFigure, table } from '../../../documents/html/parts.ts';
import { html, type Html } from '../../../html.ts';
import { answers } from '../answer.ts';
import type { Report } from '../report.ts';
import { spreadInWords } from '../spread.ts';
import { texts } from '../texts/texts.ts';
import { badge } from './badge.ts';
import { chapterSection } from './chapter.ts';

/** The contents of a report, without heading and frame. */
export function reportBody(report: Report): Html {
  const say = texts[report.language];
  return html`<div class="conflict-report">
    <p class="verdict">${badge(report.answer, say)} ${say.sentences[report.answer]}</p>
    ${report.example ? html`<p class="example">${say.example}</p>` : null} ${factList(report.facts)} ${contents(report)}
    <section id="summary">
      <h2>${say.summary}</h2>
      ${table(
        say.summaryHeadings,
        report.summary.map(({ rule, title, answer, zones, area, spread }) => [
          html`<a href="#rule-${rule}">${title}</a>`,
          badge(answer, say),
          ...[zones, area],
          spreadInWords(spread, say),
        ]),
        say.summary,
      )}
      ${report.pictureLimit ? html`<p>${report.pictureLimit}</p>` : null} ${legend(report)}
    </section>
    ${
      report.overview
        ? html`<section id="overview">
            <h2>${say.overview}</h2>
            ${pictureFigure(report.overview)}
          </section>`
        : null
    }
    ${comparison(report)} ${report.chapters.map((chapter) => chapterSection(chapter, report))} ${instead(report)}
    ${takenOut(report)} ${checklist(report)} ${appendix(report)}
  </div>`;
}

function contents({ chapters, comparison, instead: places, language }: Report): Html {
  const say = texts[language];
  const parts: [string, string][] = [
    ['summary', say.summary],
    ...(comparison ? [['comparison', comparison.title] as [string, string]] : []),
    ...chapters.map(({ rule, title }): [string, string] => [`rule-${rule}`, title]),
    ...(places ? [['instead', say.instead] as [string, string]] : []),
    ['checklist', say.checklist],
    ['basis', say.appendix],
  ];
  return html`<nav class="contents" aria-label="${say.contents}">
    <h2>${say.contents}</h2>
    <ol>
      ${parts.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ol>
  </nav>`;
}

function legend({ language }: Report): Html {
  const say = texts[language];
  return html`<section class="legend">
    <h3>${say.legend}</h3>
    <dl>
      ${answers.map(
        (answer) =>
          html`<div>
            <dt>${badge(answer, say)}</dt>
            <dd>${say.legendTexts[answer]}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function comparison({ comparison: compared, language }: Report): Html | null {
  if (!compared) return null;
  const say = texts[language];
  return html`<section id="comparison">
    <h2>${compared.title}</h2>
    <p>${compared.counts}</p>
    ${compared.note ? html`<p>${compared.note}</p>` : null}
    ${compared.rows.length > 0 ? table(say.comparisonHeadings, compared.rows, compared.title) : null}
  </section>`;
}

function instead({ instead: places, language }: Report): Html | null {
  if (!places) return null;
  const say = texts[language];
  return html`<section id="instead">
    <h2>${say.instead}</h2>
    <p>${say.insteadIntro}</p>
    ${places.zones.map(
      ({ title, places: rows }) =>
        html`<h3>${title}</h3>
          ${table(say.insteadHeadings, rows, title)}`,
    )}
    ${
      places.without.length > 0
        ? html`<h3>${say.insteadNone}</h3>
            ${table(say.insteadNoneHeadings, places.without, say.insteadNone)}`
        : null
    }
    ${places.leftOut ? html`<p>${places.leftOut}</p>` : null}
  </section>`;
}

function takenOut({ takenOut: rows, language }: Report): Html | null {
  const say = texts[language];
  if (rows.length === 0) return null;
  return html`<section>
    <h2>${say.takenOut}</h2>
    ${table(say.takenOutHeadings, rows, say.takenOut)}
  </section>`;
}

function checklist({ checklist: rows, language }: Report): Html {
  const say = texts[language];
  return html`<section id="checklist">
    <h2>${say.checklist}</h2>
    ${
      rows.length === 0
        ? html`<p>${say.noNewLand}</p>`
        : html`<p>${say.checklistIntro}</p>
            ${table(
              say.checklistHeadings,
              rows.map(({ theme, title, figure, source }) => [theme, title, figure, source]),
              say.checklist,
            )}`
    }
  </section>`;
}

function appendix(report: Report): Html {
  const say = texts[report.language];
  const part = (
    title: string,
    headings: readonly string[],
    rows: readonly (readonly (Html | string)[])[],
    none: string,
  ) =>
    html`<h3>${title}</h3>
      ${rows.length > 0 ? table(headings, rows, title) : html`<p>${none}</p>`}`;
  return html`<section id="basis">
    <h2>${say.appendix}</h2>
    ${part(
      say.notAssessed,
      say.notAssessedHeadings,
      report.notAssessed.map(({ title, answer, reason, zones }) => [title, badge(answer, say), reason, zones]),
      say.nothingUnassessed,
    )}
    ${part(say.coverage, say.coverageHeadings, report.coverage, say.noSources)}
    ${part(say.parameters, say.parameterHeadings, report.parameters, say.parametersDefault)}
    ${part(say.sources, say.sourceHeadings, report.sources, say.noSources)}
    <p>${say.method}</p>
    <p>${say.facts.run}: <code>${report.runKey}</code></p>
  </section>`;
}
