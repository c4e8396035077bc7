import { z } from 'zod';
import { problemOfCheck } from '../../conflicts/problems.ts';
import { reportCsv } from '../../conflicts/answer/report-csv.ts';
import { checkInFull, type FullCheck } from '../../conflicts/report/check-in-full.ts';
import { reportOf } from '../../conflicts/report/check-report.ts';
import { reportBody } from '../../conflicts/report/html/body.ts';
import { writePdf } from '../../conflicts/report/pdf/write-pdf.ts';
import type { Report } from '../../conflicts/report/report.ts';
import { writeSpreadsheet } from '../../conflicts/report/xlsx/write-spreadsheet.ts';
import { CheckResult } from '../../conflicts/answer/result.ts';
import { html } from '../../html.ts';
import { titleOf } from '../../imports/plans/report-page.ts';
import { pageAnswer } from '../html/page.ts';
import { parameter } from '../parameters/parameter.ts';
import { json, route, type Answer, type Call } from '../route.ts';
import { draftAt, planAt, planVariables, unshared } from './plans.ts';

const formats = {
  json: 'application/json',
  html: 'text/html',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  csv: 'text/csv',
} as const;

/** The conflict check of an uploaded plan, on the data of now, with default parameters. */
export const planConflicts = route({
  method: 'get',
  path: '/plans/{planId}/conflicts',
  id: 'getPlanConflicts',
  tag: 'Plans',
  summary: {
    nb: 'Konfliktsjekk av en opplastet plan, på dataene som gjelder nå: svar (JSON, GeoJSON, CSV, XLSX) eller rapport med kart (HTML, PDF)',
    en: 'The conflict check of an uploaded plan, on the data of now: an answer (JSON, GeoJSON, CSV, XLSX) or a report with maps (HTML, PDF)',
  },
  formats,
  variables: planVariables,
  query: {
    alternatives: parameter({
      name: 'alternatives',
      kind: 'text',
      schema: z.enum(['true', 'false']).optional(),
      meaning: {
        nb: 'true: svaret (JSON, HTML, PDF, XLSX) sier også hvor soner med funn kan ligge i stedet. Tar lengre tid.',
        en: 'true: the answer (JSON, HTML, PDF, XLSX) also says where zones with findings could lie instead. Takes longer.',
      },
    }),
    against: parameter({
      name: 'against',
      kind: 'text',
      schema: z
        .string()
        .regex(/^[\da-f-]{36}$/)
        .optional(),
      meaning: {
        nb: 'id til en eldre versjon av planen, også lastet opp: svaret sier hva som er nytt, løst og endret siden den.',
        en: 'id of an older version of the plan, uploaded too: the answer says what is new, solved and changed since.',
      },
    }),
  },
  returns: CheckResult,
  async handle(call) {
    const { catalogue, database, format, language, path, query, signal } = call;
    const id = path.planId ?? '';
    const { report: facts } = await draftAt(database, id);
    const plan = await planAt(database, id);
    const against = query.against === undefined ? undefined : await planAt(database, query.against);
    const withoutChecklist = format === 'csv' || format === 'geojson';
    const alternatives = query.alternatives === 'true' && !withoutChecklist;
    const options = { language, against, signal, withoutChecklist, alternatives };
    const full = await checkInFull(database, catalogue, { plan }, options).catch((error: unknown) => {
      throw problemOfCheck(error);
    });
    const { result } = full;
    if (format === 'json') return json(result, formats.json, unshared);
    if (format === 'geojson') return json(result.findings, formats.geojson, unshared);
    if (format === 'csv') return { type: `${formats.csv}; charset=utf-8`, body: reportCsv(result), headers: unshared };
    const report = await reportOf(database, catalogue, full);
    if (format === 'html') return htmlAnswer(report, call, id, titleOf(facts, language));
    return fileAnswer(report, full, format === 'pdf' ? 'pdf' : 'xlsx');
  },
});

function htmlAnswer(report: Report, { given, language, links }: Call<unknown>, id: string, plan: string): Answer {
  const address = `/plans/${id}/conflicts`;
  const page = pageAnswer({
    title: report.title,
    ...{ language, links, address, given },
    crumbs: [{ title: plan, href: links.to(`/plans/${id}`, { f: 'html', lang: language }) }],
    formats: Object.keys(formats)
      .filter((f) => f !== 'html')
      .map((f) => [f.toUpperCase(), links.to(address, { ...given, f, lang: language })] as const),
    body: html`<link rel="stylesheet" href="${links.to('/conflict-report.css')}" />
      <link rel="stylesheet" href="${links.to('/picture.css')}" />
      ${reportBody(report)}`,
  });
  return { ...page, headers: unshared };
}

/** A file that is named after the plan when it is saved. */
async function fileAnswer(report: Report, { result }: FullCheck, format: 'pdf' | 'xlsx'): Promise<Answer> {
  const name = (result.run.plan.plan_id ?? 'plan').replace(/[^\w-]/g, '-').slice(0, 60);
  return {
    type: formats[format],
    body: format === 'pdf' ? await writePdf(report) : await writeSpreadsheet(result, report),
    headers: { ...unshared, 'Content-Disposition': `inline; filename="${name}.${format}"` },
  };
}
