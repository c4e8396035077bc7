import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Addresses } from '../links.ts';
import type { ProblemDocument } from '../../problem.ts';
import { texts } from '../texts/texts.ts';
import { html } from '../../html.ts';
import { page } from './page.ts';

/** A problem for someone with a browser. */
export const problemPage = (problem: ProblemDocument, language: Language, links: Addresses): string =>
  page({
    title: problem.title,
    language,
    links,
    address: '/',
    body: html`<p>${problem.detail}</p>
      ${problem.remedy ? html`<p><strong>${texts[language].page.whatToDo}:</strong> ${problem.remedy}</p>` : null}
      <p>${problem.status} · <code>${problem.type}</code></p>`,
  });
