import { readFileSync } from 'node:fs';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { Html, html } from '../../html.ts';
import { explainWarning } from '../format-report.ts';
import { factsInWords, groupsOf, planTexts, verdictOf, type DefectGroup } from './in-words.ts';
import { placeInWords } from './place-in-words.ts';
import type { PlanReport } from './plan-report.ts';
import { reportMap } from './report-map.ts';

/** Style sheet of {@link planReportBody}. */
export const reportStyle = new URL('report.css', import.meta.url);

/** The plan's name, else its id, else its file: what its report is called. */
export const titleOf = ({ facts, files }: PlanReport, language: Language): string =>
  planTexts[language].report.title(facts.name ?? facts.plan_id ?? files.map(({ name }) => name).join(', '));

/** A report as a page of its own, to be kept, sent or printed: needs nothing from outside. */
export function planReportPage(report: PlanReport, language: Language): string {
  const title = titleOf(report, language);
  // A style sheet has no entities: it is put in as it is, and it is ours.
  const css = new Html(readFileSync(reportStyle, 'utf8'));
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} – grunnriss</title>
      <style>
        ${css}
      </style>
    </head>
    <body class="plan-report">
      <main>
        <h1>${title}</h1>
        ${planReportBody(report, language)}
      </main>
    </body>
  </html> `;
  return `<!doctype html>\n${page.text}`;
}

/** The contents of a report, without heading and frame. */
export function planReportBody(report: PlanReport, language: Language): Html {
  const { report: say, severities, layers } = planTexts[language];
  const groups = groupsOf(report, language);
  const headings = (['error', 'warning', 'information'] as const).filter((severity) =>
    groups.some((group) => group.severity === severity),
  );
  return html`<p class="verdict">${verdictOf(report, language)}</p>
    <dl class="facts">
      ${factsInWords(report, language).map(
        ([title, text]) =>
          html`<div>
            <dt>${title}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>
    ${report.drawing ? reportMap(report, report.drawing, groups, language) : null}
    ${headings.map(
      (severity) =>
        html`<section class="${severity}">
          <h2>${severities[severity].heading}</h2>
          ${groups.filter((group) => group.severity === severity).map((group) => groupSection(group, language))}
        </section>`,
    )}
    <section>
      <h2>${say.counts}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="${say.counts}">
        <table>
          <thead>
            <tr>
              ${say.countHeadings.map((heading, at) =>
                at === 0 ? html`<td></td>` : html`<th scope="col">${heading}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${report.layers.map(
              ({ layer, read, loaded, repaired, rejected }) =>
                html`<tr>
                  <th scope="row">${layers[layer]}</th>
                  ${[read, loaded, repaired, rejected].map((count) => html`<td>${count}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p>${say.tolerance(report.toleranceM2)}</p>
    </section>
    ${
      report.warnings.length > 0
        ? html`<section>
            <h2>${say.reader}</h2>
            <ul>
              ${report.warnings.map((warning) => html`<li>${explainWarning(warning, language)}</li>`)}
            </ul>
          </section>`
        : null
    }
    ${
      report.leftOut.length > 0
        ? html`<section>
            <h2>${say.leftOut}</h2>
            <p>${say.leftOutMeaning}</p>
            <p>${report.leftOut.map(({ objectType, count }) => `${objectType || say.noType} (${count})`).join(', ')}</p>
          </section>`
        : null
    }`;
}

function groupSection({ title, remedy, items, more }: DefectGroup, language: Language): Html {
  const say = planTexts[language].report;
  const count = items.length + more;
  const told = items.some(({ who, what, defect }) => who || what || defect.place);
  return html`<article>
    <h3>${title}${count > 1 ? ` (${count})` : null}</h3>
    <p class="remedy"><strong>${say.remedy}:</strong> ${remedy}</p>
    ${
      told
        ? html`<ul class="places">
            ${items.map(
              ({ number, who, what, defect }) =>
                html`<li>
                  ${defect.place ? html`<span class="number">${number}</span> ` : null}${
                    who ? html`<strong>${who}</strong>${what ? ': ' : null}` : null
                  }${what}
                  ${defect.place ? html`<span class="place">${placeInWords(defect.place, language)}</span>` : null}
                </li>`,
            )}
            ${more > 0 ? html`<li>${say.andMore(more)}</li>` : null}
          </ul>`
        : null
    }
  </article>`;
}
