import type { Polygon, Position } from 'geojson';
import { srsOf } from '../../imports/readers/gml/srs.ts';
import type { PlanRemedies } from './plan-remedies.ts';
import { aboutRemedies } from './about-remedies.ts';
import { isOfMasterPlan, isOfOldLaw, type SosiFeature } from './sosi-features.ts';

/** Namespaces of the product specifications that plans are delivered by. */
const schemas = {
  master: 'http://skjema.geonorge.no/SOSI/produktspesifikasjon/Kommuneplan/20190401',
  regulation: 'http://skjema.geonorge.no/SOSI/produktspesifikasjon/Reguleringsplanforslag/5.0',
};

/** Remedies as GML 3.2 in the names of SOSI Plan 5.0, in the given CRS; zones of the Act of 1985 are only named. */
export function remediesGml(remedies: PlanRemedies, features: readonly SosiFeature[], epsg: number): string {
  const master = isOfMasterPlan(remedies);
  const srs = `http://www.opengis.net/def/crs/EPSG/0/${epsg}`;
  const write: Writing = { srs, northFirst: srsOf(srs).northFirst, planId: planIdOf(remedies, master) };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...[...aboutRemedies(remedies), ...notWritten(features)].map((line) => `<!-- ${line.replaceAll('--', '– ')} -->`),
    `<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="${master ? schemas.master : schemas.regulation}" gml:id="utbedringer">`,
    ...features
      .filter((feature) => !isOfOldLaw(feature))
      .map((feature, index) => memberOf(feature, `u${index + 1}`, write)),
    '</gml:FeatureCollection>',
    '',
  ].join('\n');
}

function notWritten(features: readonly SosiFeature[]): string[] {
  const ids = features.filter(isOfOldLaw).map(({ id }) => id);
  if (ids.length === 0) return [];
  return [
    `Ikke med her: ${ids.join(', ')}. De er etter plan- og bygningsloven av 1985, som produktspesifikasjonene for GML ikke har objekttyper for. Hent utbedringene som GeoJSON.`,
  ];
}

interface Writing {
  srs: string;
  northFirst: boolean;
  planId: string;
}

/** The plan's id as the register parts it: the municipality and the number that it gave. */
function planIdOf({ check: { plan } }: PlanRemedies, master: boolean): string {
  const [, municipality, id] = /^(\d{4})_(.+)$/.exec(plan.facts.plan_id ?? '') ?? [];
  if (!municipality || !id) return '';
  const name = master ? 'arealplanId' : 'nasjonalArealplanId';
  return (
    `<app:${name}><app:NasjonalArealplanId><app:administrativEnhet><app:AdministrativEnhetskode>` +
    `<app:kommunenummer>${municipality}</app:kommunenummer></app:AdministrativEnhetskode></app:administrativEnhet>` +
    `<app:planidentifikasjon>${escaped(id)}</app:planidentifikasjon></app:NasjonalArealplanId></app:${name}>`
  );
}

function memberOf({ id, objectType, properties, geometry }: SosiFeature, gmlId: string, writing: Writing): string {
  const values = Object.entries(properties).map(
    ([name, value]) => `<app:${name}>${escaped(String(value))}</app:${name}>`,
  );
  return [
    `<gml:featureMember><app:${objectType} gml:id="${gmlId}">`,
    `<app:identifikasjon><app:Identifikasjon><app:lokalId>${escaped(id)}</app:lokalId></app:Identifikasjon></app:identifikasjon>`,
    `<app:område>${surfaceOf(geometry, gmlId, writing)}</app:område>`,
    ...values,
    ...(writing.planId ? [writing.planId] : []),
    `</app:${objectType}></gml:featureMember>`,
  ].join('\n');
}

function surfaceOf({ coordinates: [outer = [], ...holes] }: Polygon, gmlId: string, writing: Writing): string {
  const ring = (positions: Position[]) =>
    `<gml:LinearRing><gml:posList>${positions.map(([x, y]) => (writing.northFirst ? `${y} ${x}` : `${x} ${y}`)).join(' ')}</gml:posList></gml:LinearRing>`;
  return (
    `<gml:Polygon gml:id="${gmlId}.0" srsName="${writing.srs}" srsDimension="2"><gml:exterior>${ring(outer)}</gml:exterior>` +
    `${holes.map((hole) => `<gml:interior>${ring(hole)}</gml:interior>`).join('')}</gml:Polygon>`
  );
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string =>
  // Control characters have no place in XML 1.0.
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>]/g, (mark) => marks[mark] ?? mark);
