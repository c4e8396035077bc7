import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Database } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';
import type { DatasetInfo } from '../../imports/editions.ts';
import type { Check } from '../check.ts';
import { datasetIds, datasetsOf, readConstraints, type Constraints } from '../measurement/constraints.ts';
import { coverageShares, type Covered } from '../measurement/coverage.ts';
import type { CommonParameters } from '../judgement/parameter.ts';
import type { Checklist } from './checklist.ts';
import { inWords, type Measured } from './in-words.ts';
import type { ChecklistItem } from './item.ts';
import { loadItems } from './items.ts';

/**
 * The checklist of a plan: every item measured for its new and extended building land.
 * @returns no lines when the plan has no such land
 */
export async function fillIn(
  database: Database,
  catalogue: Catalogue,
  check: Check,
  language: Language,
): Promise<Checklist> {
  const lands = newBuildingLand(check);
  if (lands.length === 0) return [];
  const items = await loadItems();
  const constraints = await readConstraints(database, [...new Set(items.map(({ layer }) => layer))]);
  const { geom } = await database.row<{ geom: Buffer }>(statement('conflicts/land-together'), { lands });
  const lines: Checklist = [];
  for (const item of items) {
    const datasets = datasetsOf(constraints, item.layer);
    const measured =
      datasets.length > 0 ? await measure(item, { database, catalogue, constraints, geom, check }) : null;
    lines.push(inWords(item, newestFirst(datasets), measured, catalogue.get(item.layer).title, language));
  }
  return lines;
}

const newestFirst = (datasets: readonly DatasetInfo[]): DatasetInfo[] =>
  [...datasets].sort((a, b) => (b.dataDate ?? '').localeCompare(a.dataDate ?? ''));

/** New or extended land of zones that allow building, or whose purpose nobody knows. */
const newBuildingLand = ({ zones }: Check): Buffer[] =>
  zones.flatMap(({ purpose, level, land }) => (land && level === 2 && purpose.allowsBuilding !== false ? [land] : []));

interface Given {
  database: Database;
  catalogue: Catalogue;
  constraints: Constraints;
  geom: Buffer;
  check: Check;
}

async function measure(item: ChecklistItem, given: Given): Promise<Measured> {
  const { database, catalogue, constraints, geom, check } = given;
  const datasets = datasetIds(constraints, item.layer);
  const parameters = {
    land: geom,
    datasets,
    field: item.where?.field ?? null,
    codes: item.where?.codes ?? [],
    not_field: item.unless?.field ?? null,
    not_codes: item.unless?.codes ?? [],
  };
  const layer = catalogue.get(item.layer);
  const { kind } = item.measure;
  const { value } = await database.row<{ value: number | null }>(
    layerStatement(`conflicts/checklist-${kind}`, layer),
    item.measure.kind === 'count'
      ? { ...parameters, within_m: item.measure.within }
      : item.measure.kind === 'area'
        ? { ...parameters, newest: item.newest ?? null }
        : parameters,
  );
  const zones = [{ index: 0, geom, land: geom }];
  const common = check.parameters.get('') as CommonParameters;
  const covered = (await coverageShares({ session: database, zones, parameters: common }, datasets)).get(0) as Covered;
  return { value, ...covered };
}
