import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { quantity } from '../../figures.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Check } from '../check.ts';
import { readConstraints, type Constraints } from '../measurement/constraints.ts';
import type { CheckResult } from '../answer/result.ts';
import { layerTitles } from './layer-titles.ts';
import { makeReport } from './make-report.ts';
import type { Source } from './material.ts';
import { backgroundLayers, drawCheck, type Wanted } from './picture/draw-check.ts';
import type { Report } from './report.ts';
import { toldInFull } from './severity.ts';
import { texts } from './texts/texts.ts';
import { zoneLabels } from './zone-label.ts';

/**
 * A finished check as a document, with its maps.
 * @param result the same check in words, in the language of the document
 */
export async function reportOf(
  database: Database,
  catalogue: Catalogue,
  { check, result, language }: { check: Check; result: CheckResult; language: Language },
): Promise<Report> {
  const background = await readConstraints(database, backgroundLayers);
  const constraints: Constraints = {
    ...check.constraints,
    editions: new Map([...background.editions, ...check.constraints.editions]),
  };
  const told = toldInFull(result);
  const remedies = await remediesOf(
    database,
    result,
    told.map(({ number }) => number),
  );
  const drawn = await drawCheck(
    { database, catalogue, check, constraints, language, remedies },
    wantedPictures(result, told, language),
    overviewWords(result, language),
  );
  return makeReport({
    ...{ result, language, ...drawn },
    layers: layerTitles(catalogue, language),
    names: await constraintNames(database, catalogue, result),
    sources: sourcesOf(check),
  });
}

function wantedPictures(result: CheckResult, told: ReturnType<typeof toldInFull>, language: Language): Wanted[] {
  const say = texts[language];
  const labelOf = zoneLabels(result, say);
  return told.map(({ number, answer, properties }) => {
    const [zone, area] = [labelOf(properties), properties.area_m2];
    const land = `${quantity((area ?? 0) / 1000, language, 1)} daa ${say.answers[answer]}`;
    const { rule_title: rule } = properties;
    return { number, alt: area ? say.map.alt(zone, rule, land) : say.map.altNear(zone, rule) };
  });
}

function overviewWords({ findings }: CheckResult, language: Language): string {
  const count = (verdict: string) =>
    findings.features.filter(({ properties }) => properties.verdict === verdict).length;
  return texts[language].map.altOverview(count('conflict'), count('review'));
}

/** Zones as they could be drawn instead, back in the analysis CRS. */
async function remediesOf(
  database: Database,
  { findings }: CheckResult,
  numbers: readonly number[],
): Promise<Map<number, Buffer>> {
  const found = numbers.flatMap((number) => {
    const geometry = findings.features[number]?.properties.remedy_geometry;
    return geometry ? [{ number, geometry: JSON.stringify(geometry) }] : [];
  });
  const rows = await database.rows<{ number: number; geom: Buffer }>(statement('conflicts/on-the-plane'), {
    numbers: found.map(({ number }) => number),
    geometries: found.map(({ geometry }) => geometry),
  });
  return new Map(rows.map(({ number, geom }) => [number, geom]));
}

/** What the constraints of a check are called, where their layer has a field for that. */
async function constraintNames(
  database: Database,
  catalogue: Catalogue,
  { findings }: CheckResult,
): Promise<Map<string, string>> {
  const met = new Map<string, { fids: Set<number>; datasets: Set<number> }>();
  for (const { properties } of findings.features)
    for (const { layer, fid } of properties.constraints) {
      const own = met.get(layer) ?? { fids: new Set(), datasets: new Set() };
      own.fids.add(fid);
      for (const dataset of properties.datasets) if (dataset.layer === layer) own.datasets.add(dataset.id);
      met.set(layer, own);
    }
  const names = new Map<string, string>();
  for (const [id, { fids, datasets }] of met) {
    const layer = catalogue.get(id);
    const label = 'name' in layer.fields ? 'name' : layer.label;
    if (!label) continue;
    type Row = { fid: number; name: string };
    const rows = await database.rows<Row>(layerStatement('conflicts/constraint-names', layer), {
      ...{ datasets: [...datasets], fids: [...fids], label },
    });
    for (const { fid, name } of rows) names.set(`${id}/${fid}`, name);
  }
  return names;
}

/** Every dataset that the rules had before them, and those that say which land is new. */
const sourcesOf = ({ constraints, rules }: Check): Source[] =>
  constraints.layers
    .filter((layer) => isRead(layer, rules))
    .flatMap((id) => {
      const edition = constraints.editions.get(id);
      return (edition?.datasets ?? []).map(
        ({ layer, part, title, provider, dataDate, licence, attribution, accuracyM, importedAt, example }) => ({
          ...{ layer, title: title ?? part, provider, dataDate, licence, attribution, importedAt, example },
          accuracy: accuracyM,
          edition: edition?.number ?? 0,
        }),
      );
    });

/** The ground is read whatever is asked; it is a source where a rule names it. */
const isRead = (layer: string, rules: Check['rules']): boolean =>
  rules.some(({ against, helpedBy = [] }) => [...against, ...helpedBy].includes(layer));
