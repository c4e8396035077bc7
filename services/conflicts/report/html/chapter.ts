import { factList, pictureFigure, table } from '../../../documents/html/parts.ts';
import { html, type Html } from '../../../html.ts';
import type { Card, Chapter, Report } from '../report.ts';
import { nothingIn, spreadInWords } from '../spread.ts';
import { texts, type Texts } from '../texts/texts.ts';
import { badge } from './badge.ts';

/** A guideline and what was found under it. */
export function chapterSection(chapter: Chapter, report: Report): Html {
  const say = texts[report.language];
  const { rule, title, answer, quote, quoteSource, spread, data, cards, lines, unanswered } = chapter;
  const { linesCount, linesLeftOut } = chapter;
  const counts = spreadInWords(spread, say);
  return html`<section id="rule-${rule}" class="chapter">
    <h2>${title}</h2>
    <p>${badge(answer, say)} ${counts ? html`<span class="counts">${say.counts}: ${counts}</span>` : null}</p>
    <figure class="quote">
      <blockquote lang="nb">«${quote}»</blockquote>
      <figcaption>${quoteSource}</figcaption>
    </figure>
    <p class="data">${say.ruleData}: ${data.join('. ')}</p>
    ${chapter.notes.map((note) => html`<p>${note}</p>`)}
    ${cards.length === 0 && lines.length === 0 ? html`<p>${nothingIn(answer, say)}</p>` : null}
    ${cards.map((card) => cardArticle(card, say))}
    ${
      lines.length > 0
        ? html`<h3>${say.others(linesCount)}</h3>
            ${table(
              say.othersHeadings,
              lines.map(({ zone, answer, area, reason, remedy }) => [
                ...[zone, badge(answer, say), area ?? '–', reason],
                remedy ?? '–',
              ]),
              `${title}: ${say.others(linesCount)}`,
            )}`
        : null
    }
    ${linesLeftOut > 0 ? html`<p>${say.leftOut(linesLeftOut)}</p>` : null}
    ${
      unanswered.length > 0
        ? html`<h3>${say.unanswered}</h3>
            ${table(
              say.unansweredHeadings,
              unanswered.map(({ answer, reason, zones }) => [badge(answer, say), reason, zones]),
              `${title}: ${say.unanswered}`,
            )}`
        : null
    }
  </section>`;
}

function cardArticle({ answer, zone, reason, notes, remedy, facts, picture }: Card, say: Texts): Html {
  return html`<article class="card card-${answer}">
    <h3>${badge(answer, say)} ${zone}</h3>
    <p class="reason">${reason}</p>
    ${remedy ? html`<p class="remedy"><strong>${say.remedy}:</strong> ${remedy}</p>` : null}
    ${
      notes.length > 0
        ? html`<ul>
            ${notes.map((note) => html`<li>${note}</li>`)}
          </ul>`
        : null
    }
    <div class="told">${picture ? pictureFigure(picture) : null} ${factList(facts)}</div>
  </article>`;
}
