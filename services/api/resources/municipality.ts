import { z } from 'zod';
import { makeDocument } from '../../accounts/page/make-document.ts';
import type { Material } from '../../accounts/page/material.ts';
import { readMaterial, type Beside } from '../../accounts/page/read-material.ts';
import { municipalityJson, MunicipalityPage } from '../../accounts/page/write-json.ts';
import { problemOfAccounts } from '../../accounts/problems.ts';
import type { Document } from '../../documents/document.ts';
import { framedPicture } from '../../documents/picture/framed.ts';
import { pngOf } from '../../documents/picture/png.ts';
import { documentBody } from '../../documents/html/body.ts';
import { writeDocument } from '../../documents/pdf/write-document.ts';
import { statement } from '../../database/statement.ts';
import { html, type Html } from '../../html.ts';
import { pageAnswer } from '../html/page.ts';
import { parameter } from '../parameters/parameter.ts';
import { json, route, type Answer, type Call } from '../route.ts';
import { shortened, tell } from '../tell.ts';
import { texts } from '../texts/texts.ts';

const formats = {
  json: 'application/json',
  html: 'text/html',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const;

const fresh = { 'Cache-Control': 'no-cache' };
const sums = ['region', 'county'] as const;

/** All that is known of a municipality: to read, to print, as data. */
export const municipality = route({
  method: 'get',
  path: '/municipalities/{number}',
  id: 'getMunicipality',
  tag: 'Municipalities',
  summary: {
    nb: 'Alt som er kjent om en kommune: regnskap, planer, konflikter, nøkkeltall (JSON, HTML, PDF), og bildene (SVG, PNG)',
    en: 'All that is known of a municipality: accounts, plans, conflicts, key figures (JSON, HTML, PDF), and the pictures (SVG, PNG)',
  },
  formats,
  variables: { number: { nb: 'kommunenummer, som 3330', en: 'number of the municipality, such as 3330' } },
  query: {
    with: parameter({
      name: 'with',
      kind: 'text',
      schema: z
        .string()
        .regex(/^((\d{4}|region|county)(,(\d{4}|region|county)){0,17})?$/)
        .optional(),
      meaning: {
        nb: 'hvem kommunen sammenlignes med: kommunenumre, region og county, delt av komma. Summer tar lengre tid første gang.',
        en: 'whom to compare with: numbers of municipalities, region and county, parted by commas. Sums take longer the first time.',
      },
    }),
    picture: parameter({
      name: 'picture',
      kind: 'text',
      schema: z.string().max(60).optional(),
      meaning: { nb: 'et bilde på siden, med f=svg eller f=png.', en: 'a picture of the page, with f=svg or f=png.' },
    }),
  },
  returns: MunicipalityPage,
  async handle(call) {
    const { database, catalogue, language, format, path, query, signal } = call;
    const number = path['number'] ?? '';
    const given = { database, catalogue, language, signal };
    const material = await readMaterial(given, number, besideIn(query.with)).catch((error: unknown) => {
      throw problemOfAccounts(error, 404);
    });
    if (format === 'json') return json(municipalityJson(material), formats.json, fresh);
    const document = makeDocument(material);
    if (format === 'svg' || format === 'png') return pictureAnswer(document, query.picture ?? '', format);
    if (format === 'pdf')
      return {
        type: formats.pdf,
        body: await writeDocument(document),
        headers: { ...fresh, 'Content-Disposition': `inline; filename="${material.number}.pdf"` },
      };
    return pageOf(document, material, call);
  },
});

const besideIn = (asked = ''): Beside => {
  const words = asked.split(',');
  return { numbers: words.filter((word) => /^\d+$/.test(word)), sums: sums.filter((sum) => words.includes(sum)) };
};

const picturesIn = ({ sections }: Document) =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'picture' ? block : [])));

async function pictureAnswer(document: Document, id: string, format: 'svg' | 'png'): Promise<Answer> {
  const pictures = picturesIn(document);
  const found = pictures.find((one) => one.id === id);
  if (!found)
    throw tell(
      404,
      'unknown-picture',
      ({ unknownPicture: { title, detail, remedy } }) => ({
        title,
        detail: detail(shortened(id)),
        remedy: remedy(pictures.map((one) => one.id).join(', ')),
      }),
      { instance: 'picture' },
    );
  const headers = { ...fresh, 'Content-Disposition': `attachment; filename="${id}.${format}"` };
  const svg = framedPicture(`${document.title}: ${found.title}`, found.picture);
  return { type: formats[format], body: format === 'svg' ? svg : await pngOf(svg), headers };
}

async function pageOf(
  document: Document,
  { number }: Material,
  call: Call<{ with: string | undefined }>,
): Promise<Answer> {
  const { language, links, given } = call;
  const say = texts[language].page;
  const address = `/municipalities/${number}`;
  const below = (picture: string): Html =>
    html`<p class="download">
      ${say.download}
      ${(['svg', 'png'] as const).map(
        (f) =>
          html`<a
            href="${links.to(address, { ...given, f, picture, lang: language })}"
            aria-label="${say.downloadAs(f)}"
          >
            ${f.toUpperCase()}
          </a> `,
      )}
    </p>`;
  const page = pageAnswer({
    title: document.title,
    ...{ language, links, address, given },
    crumbs: [{ title: say.municipalities, href: links.to('/municipalities', { lang: language, f: 'html' }) }],
    formats: (['json', 'pdf'] as const).map((f) => [
      f.toUpperCase(),
      links.to(address, { ...given, f, lang: language }),
    ]),
    body: html`<link rel="stylesheet" href="${links.to('/document.css')}" />
      <link rel="stylesheet" href="${links.to('/picture.css')}" />
      <p class="subtitle">${document.subtitle}</p>
      ${await compareForm(call, address)} ${documentBody(document, below)}`,
  });
  return { ...page, headers: fresh };
}

/** Whom to compare with, without a script. */
async function compareForm(
  { database, language, links, query, path }: Call<{ with: string | undefined }>,
  address: string,
) {
  const say = texts[language].page;
  const others = (await database.rows<{ number: string; name: string | null }>(statement('accounts/present'))).filter(
    ({ number }) => number !== path['number'],
  );
  const options = [
    ['', '–'],
    ...sums.map((sum) => [sum, say[sum]]),
    ['region,county', `${say.region}, ${say.county}`],
    ...others.map(({ number, name }) => [number, name ?? number]),
  ] as const;
  return html`<form class="compare" action="${links.to(address)}">
    <input type="hidden" name="f" value="html" /><input type="hidden" name="lang" value="${language}" />
    <label for="with">${say.compareWith}</label>
    <select id="with" name="with">
      ${options.map(([value, name]) =>
        value === (query.with ?? '')
          ? html`<option value="${value}" selected>${name}</option>`
          : html`<option value="${value}">${name}</option>`,
      )}
    </select>
    <button>${say.show}</button>
  </form>`;
}
