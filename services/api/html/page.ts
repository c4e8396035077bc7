import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Addresses } from '../links.ts';
import type { Answer } from '../route.ts';
import { texts } from '../texts/texts.ts';
import { html, type Html } from '../../html.ts';

/** A step on the way from the landing page to this one. */
interface Crumb {
  title: string;
  href: string;
}

interface Page {
  title: string;
  body: Html;
  crumbs?: readonly Crumb[];
  /** The same resource in other formats: name and address. */
  formats?: readonly (readonly [name: string, href: string])[];
  language: Language;
  links: Addresses;
  /** This page's own path and query, for the page in the other language. */
  address: string;
  given?: Record<string, string>;
}

const other: Record<Language, Language> = { nb: 'en', en: 'nb' };

/** A page of the service: works without scripts, in both languages, and with a screen reader. */
export function page({ title, body, crumbs = [], formats = [], language, links, address, given = {} }: Page): string {
  const say = texts[language].page;
  const way = [{ title: say.home, href: links.to('/', { lang: language }) }, ...crumbs];
  return (
    '<!doctype html>\n' +
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – grunnriss</title>
        <link rel="stylesheet" href="${links.to('/page.css')}" />
      </head>
      <body>
        <a class="skip" href="#content">${say.skip}</a>
        <header>
          <strong>grunnriss</strong>
          <nav aria-label="${say.path}">
            <ol>
              ${way.map(({ title: name, href }) => html`<li><a href="${href}">${name}</a></li>`)}
            </ol>
          </nav>
          <a href="${links.to(address, { ...given, f: 'html', lang: other[language] })}" lang="${other[language]}"
            >${say.otherLanguage}</a
          >
        </header>
        <main id="content">
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>
          ${
            formats.length > 0
              ? html`${say.otherFormats}: ${formats.map(([name, href]) => html`<a href="${href}">${name}</a> `)}`
              : null
          }
        </footer>
      </body>
    </html> `.text
  );
}

/** A table with a heading per column. */
export const table = (headings: readonly string[], rows: readonly (readonly (Html | string | number | null)[])[]) =>
  html`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** An answer that is a page. */
export const pageAnswer = (given: Page): Answer => ({ type: 'text/html; charset=utf-8', body: page(given) });
