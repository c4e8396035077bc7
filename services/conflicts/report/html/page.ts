import { readFileSync } from 'node:fs';
import { pictureStyle } from '../../../documents/html/style.ts';
import { Html, html } from '../../../html.ts';
import type { Report } from '../report.ts';
import { reportBody } from './body.ts';

/** Style sheet of a report in HTML. */
export const reportStyle = new URL('report.css', import.meta.url);

/** A report as a page of its own, to be kept, sent or printed: needs nothing from outside. */
export function reportPage(report: Report): string {
  // A style sheet has no entities: it is put in as it is, and it is ours.
  const css = new Html([reportStyle, pictureStyle].map((style) => readFileSync(style, 'utf8')).join('\n'));
  const page = html`<html lang="${report.language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${report.title} – grunnriss</title>
      <style>
        ${css}
      </style>
    </head>
    <body class="alone">
      <main>
        <h1>${report.title}</h1>
        ${reportBody(report)}
      </main>
    </body>
  </html> `;
  return `<!doctype html>\n${page.text}`;
}
