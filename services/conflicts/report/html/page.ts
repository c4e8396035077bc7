import { readFileSync } from 'node:fs';
import { html } from '../../../html.ts';
import type { Report } from '../report.ts';
import { reportBody } from './body.ts';

/** Style sheet of a report in HTML. */
export const reportStyle = new URL('report.css', import.meta.url);

/** A report as a page of its own, to be kept, sent or printed: needs nothing from outside. */
export function reportPage(report: Report): string {
  const css = readFileSync(reportStyle, 'utf8');
  // A style sheet has no entities: it is put in as it is, and it is ours.
  const [before, after] = html`<html lang="${report.language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${report.title} – grunnriss</title>
      <style>
        %
      </style>
    </head>
    <body class="alone">
      <main>
        <h1>${report.title}</h1>
        ${reportBody(report)}
      </main>
    </body>
  </html> `.text.split('%\n', 2) as [string, string];
  return `<!doctype html>\n${before}${css}${after}`;
}
