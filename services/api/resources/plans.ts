import { z } from 'zod';
import { csvLineToRead } from '../../csv-line.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { draftsKept, findDraft, keepDraft, planOfDraft, type KeptDraft } from '../../imports/plans/drafts.ts';
import type { DraftPlan } from '../../imports/plans/plan-file.ts';
import { planReportJson } from '../../imports/plans/report-json.ts';
import { planReportBody, titleOf } from '../../imports/plans/report-page.ts';
import { html } from '../../html.ts';
import { pageAnswer } from '../html/page.ts';
import { Link, type Addresses } from '../links.ts';
import { parameter } from '../parameters/parameter.ts';
import { factsIn, planFactParameters } from '../parameters/plan-facts.ts';
import { problemOfPlan } from '../plan-problems.ts';
import { json, route, type Answer, type Call } from '../route.ts';
import { shortened, tell } from '../tell.ts';
import { texts } from '../texts/texts.ts';

/** All files of one upload together; a plan of a whole municipality is some tens of megabytes. */
const mostBytes = 64 * 1024 * 1024;
const mostFiles = 20;
/** What an archive may hold, unpacked. */
const archiveLimits = { entries: 200, bytes: 256 * 1024 * 1024 };

const Zone = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  object_type: z.string().nullable(),
  code: z.number().nullable(),
});

const Place = z
  .object({ lon: z.number(), lat: z.number(), x: z.number(), y: z.number(), crs: z.int() })
  .describe('degrees (ETRS89), and the coordinates of the file in its EPSG number');

const Plan = z.object({
  id: z.string(),
  plan: z.object({
    plan_id: z.string().nullable(),
    name: z.string().nullable(),
    plan_type: z.number().nullable(),
    plan_status: z.number().nullable(),
    law: z.number().nullable(),
    in_force: z.string().nullable(),
    predecessor: z.string().nullable(),
  }),
  files: z.array(z.object({ name: z.string(), crs: z.int(), features: z.int() })),
  crs: z.string(),
  outline_given: z.boolean().describe('false: the land of the zones stands in for the outline'),
  layers: z.array(
    z.object({
      layer: z.string(),
      read: z.int(),
      loaded: z.int(),
      repaired: z.int(),
      rejected: z.int(),
    }),
  ),
  verdict: z.string(),
  counts: z.object({ errors: z.int(), warnings: z.int(), information: z.int() }),
  tolerance_m2: z.number().describe('smaller gaps and overlaps are left out'),
  problems: z.array(
    z.object({
      number: z.int(),
      code: z.string(),
      severity: z.enum(['error', 'warning', 'information']),
      title: z.string(),
      text: z.string(),
      remedy: z.string(),
      layer: z.string().nullable(),
      zone: Zone.nullable(),
      index: z.int().nullable(),
      place: Place.nullable(),
      geometry: z.unknown().describe('of gaps, overlaps and land outside: GeoJSON in degrees (ETRS89)'),
      values: z.record(z.string(), z.unknown()),
    }),
  ),
  more: z.record(z.string(), z.int()).describe('how many more problems there are of a code'),
  notes: z.array(z.string()),
  left_out: z.array(z.object({ object_type: z.string(), count: z.int() })),
  created: z.string(),
  expires: z.string(),
  links: z.array(Link),
});

export const planVariables = {
  planId: { nb: 'id-en som opplastingen svarte med', en: 'the id that the upload answered with' },
};
/** A plan that is not adopted is nobody else's business: no cache keeps it. */
export const unshared = { 'Cache-Control': 'private, no-store' };
const draftId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Upload the files of a plan: they are read, judged, and kept for a while as a draft that no map shows. */
export const planUpload = route({
  method: 'post',
  path: '/plans',
  id: 'uploadPlan',
  tag: 'Plans',
  summary: {
    nb: `Last opp en plan (SOSI, GML, GeoJSON, GeoPackage, FileGDB eller Shapefile i zip): én eller flere filer, høyst 64 MB. Den blir tatt vare på i ${draftsKept.days} dager som utkast`,
    en: `Upload a plan (SOSI, GML, GeoJSON, GeoPackage, FileGDB or Shapefile in a zip): one or several files, 64 MB at most. It is kept as a draft for ${draftsKept.days} days`,
  },
  formats: { json: 'application/json' },
  upload: { bytes: mostBytes, files: mostFiles },
  changesData: true,
  query: {
    ...planFactParameters,
    crs: parameter({
      name: 'crs',
      kind: 'number',
      schema: z.int().positive().optional(),
      meaning: {
        nb: 'EPSG-nummeret til koordinatene, når filen ikke sier det.',
        en: 'EPSG number of the coordinates, where the file does not say it.',
      },
    }),
    format: parameter({
      name: 'format',
      kind: 'text',
      schema: z
        .string()
        .regex(/^[a-z-]{1,30}$/)
        .optional(),
      meaning: {
        nb: 'formatet til filene, når de ikke viser det: sosi, gml, geojson …',
        en: 'format of the files, where they do not show it: sosi, gml, geojson …',
      },
    }),
  },
  returns: Plan,
  statuses: {
    201: { nb: 'Planen er tatt vare på; Location sier hvor', en: 'The plan is kept; Location says where' },
  },
  async handle({ catalogue, database, files, language, links, query, signal }) {
    const { crs, format, ...said } = query;
    const kept = await keepDraft(database, catalogue, files, {
      ...{ crs, format, signal, limits: archiveLimits },
      facts: factsIn(said),
    }).catch((error: unknown) => {
      throw problemOfPlan(error);
    });
    const draft = await draftAt(database, kept.id);
    const headers = { ...unshared, Location: links.to(`/plans/${kept.id}`) };
    return {
      ...json(documentOf(draft, { language, links }), 'application/json', headers),
      status: kept.isNew ? 201 : 200,
    };
  },
});

/** One uploaded plan: its facts, what a plan register would complain about, its zones. */
export const planPage = route({
  method: 'get',
  path: '/plans/{planId}',
  id: 'getPlan',
  tag: 'Plans',
  summary: {
    nb: 'En opplastet plan: opplysninger og det som må rettes (JSON, HTML, CSV), sonene (GeoJSON)',
    en: 'An uploaded plan: its facts and what is to be mended (JSON, HTML, CSV), its zones (GeoJSON)',
  },
  formats: { json: 'application/json', html: 'text/html', geojson: 'application/geo+json', csv: 'text/csv' },
  variables: planVariables,
  returns: z.looseObject({}),
  async handle(call) {
    const { database, format, language, links, path } = call;
    const draft = await draftAt(database, path.planId ?? '');
    if (format === 'json') return json(documentOf(draft, { language, links }), 'application/json', unshared);
    if (format === 'geojson') return zonesOf(database, draft);
    if (format === 'csv') return problemsCsv(draft, call);
    const own = `/plans/${draft.id}`;
    const page = pageAnswer({
      title: titleOf(draft.report, language),
      language,
      links,
      address: own,
      given: call.given,
      formats: [
        ['JSON', links.to(own, { f: 'json' })],
        ['GeoJSON', links.to(own, { f: 'geojson' })],
        ['CSV', links.to(own, { f: 'csv' })],
      ],
      body: html`<link rel="stylesheet" href="${links.to('/plan-report.css')}" />
        <p>
          <a href="${links.to(`${own}/conflicts`, { f: 'html', lang: language })}">${texts[language].page.conflicts}</a>
        </p>
        ${planReportBody(draft.report, language)}`,
    });
    return { ...page, headers: unshared };
  },
});

const unknownPlan = (id: string) =>
  tell(404, 'unknown-plan', ({ unknownPlan: say }) => ({
    ...say,
    detail: say.detail(shortened(id)),
    remedy: say.remedy(draftsKept.days),
  }));

/** @throws Problem 404 */
export async function draftAt(database: Database, id: string): Promise<KeptDraft> {
  const draft = draftId.test(id) ? await findDraft(database, id) : null;
  if (!draft) throw unknownPlan(id);
  return draft;
}

/** The plan of a draft, to be checked. @throws Problem 404 */
export async function planAt(database: Database, id: string): Promise<DraftPlan> {
  const plan = draftId.test(id) ? await planOfDraft(database, id) : null;
  if (!plan) throw unknownPlan(id);
  return plan;
}

function documentOf(
  { id, report, createdAt, expiresAt }: KeptDraft,
  { language, links }: Pick<Call, 'language' | 'links'>,
): z.infer<typeof Plan> {
  return { id, ...planReportJson(report, language), created: createdAt, expires: expiresAt, links: linksOf(id, links) };
}

const linksOf = (id: string, links: Addresses): Link[] => [
  { rel: 'self', type: 'application/json', href: links.to(`/plans/${id}`) },
  { rel: 'alternate', type: 'text/html', href: links.to(`/plans/${id}`, { f: 'html' }) },
  { rel: 'items', type: 'application/geo+json', href: links.to(`/plans/${id}`, { f: 'geojson' }) },
  { rel: 'related', type: 'application/json', href: links.to(`/plans/${id}/conflicts`) },
  { rel: 'related', type: 'text/html', href: links.to(`/plans/${id}/conflicts`, { f: 'html' }) },
];

async function zonesOf(database: Database, { datasets }: KeptDraft): Promise<Answer> {
  const { zoning, 'zoning-consideration': considerations } = datasets;
  const rows = await database.rows<{ feature: string }>(statement('plans/zone-features'), { zoning, considerations });
  return {
    type: 'application/geo+json',
    headers: unshared,
    body: `{"type":"FeatureCollection","features":[${rows.map(({ feature }) => feature).join(',')}]}`,
  };
}

function problemsCsv({ report }: KeptDraft, { language }: Pick<Call, 'language'>): Answer {
  const columns = ['number', 'severity', 'code', 'title', 'text', 'remedy', 'layer'] as const;
  const lines = planReportJson(report, language).problems.map((problem) => {
    const { zone, place } = problem;
    return csvLineToRead([
      ...columns.map((column) => problem[column]),
      ...[zone?.id, zone?.name, place?.lon, place?.lat, place?.x, place?.y, place?.crs],
    ]);
  });
  const heading = csvLineToRead([...columns, 'zone_id', 'zone_name', 'lon', 'lat', 'x', 'y', 'crs']);
  return { type: 'text/csv; charset=utf-8', headers: unshared, body: heading + lines.join('') };
}
