import { html, Html } from '../../html.ts';
import type { Run } from '../../runs/run.ts';
import { tablesCsv } from '../../tables/tables-csv.ts';
import { writeWorkbook } from '../../tables/write-workbook.ts';
import { pageAnswer, table } from '../html/page.ts';
import { json, type Answer, type Call } from '../route.ts';
import { tell } from '../tell.ts';

/** Forms of a result, besides JSON for processes that give tables. */
export const resultFormats = {
  json: 'application/json',
  html: 'text/html',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const never = { 'Cache-Control': 'no-store' };

/**
 * The result of a run as tables and figures.
 * @throws Problem 406 where its process gives none
 */
export async function resultForPeople(call: Call, run: Run, format: string): Promise<Answer> {
  const { given, language, links, processes } = call;
  const process = processes.find(({ id }) => id === run.kind);
  if (!process?.tables) {
    // A browser asks for a page of everything; only who asks for a table by name is told that there is none.
    if (given.f === undefined) return json(run.result, resultFormats.json, never);
    throw tell(406, 'not-acceptable', ({ notAcceptable, badFormat }) => ({
      ...notAcceptable,
      remedy: badFormat.remedy(resultFormats.json),
    }));
  }
  const tables = process.tables(run.result, language);
  if (format === 'csv') return { type: `${resultFormats.csv}; charset=utf-8`, body: tablesCsv(tables), headers: never };
  if (format === 'xlsx') {
    const headers = { ...never, 'Content-Disposition': `attachment; filename="${run.kind}.xlsx"` };
    return { type: resultFormats.xlsx, body: await writeWorkbook(tables), headers };
  }
  const address = `/jobs/${call.path.jobId ?? ''}/results`;
  const page = pageAnswer({
    ...{ title: process.title[language], language, links, address, given },
    formats: ['json', 'csv', 'xlsx'].map((f) => [f.toUpperCase(), links.to(address, { f, lang: language })] as const),
    body: html`${(process.drawings?.(run.result, language) ?? []).map(({ svg }) => html`<figure>${new Html(svg)}</figure>`)}
    ${tables.map(
      ({ name, headings, rows }) =>
        html`<h2>${name}</h2>
          ${table(headings, rows)}`,
    )}`,
  });
  return { ...page, headers: { ...page.headers, ...never } };
}
