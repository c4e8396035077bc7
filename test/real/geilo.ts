import { expect } from 'chai';
import path from 'node:path';
import { checkPlan } from '../../services/conflicts/check.ts';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import type { CheckResult } from '../../services/conflicts/answer/result.ts';
import { importFile } from '../../services/imports/import-file.ts';
import { readPlan } from '../../services/imports/plans/plan-file.ts';
import type { DraftPlan } from '../../services/imports/plans/plan-file.ts';
import { loadCase } from '../cases/load-case.ts';
import type { Given } from '../setup/databases.ts';
import {
  draftFeatures,
  expectedOfPlan,
  expectedTakenOut,
  inForce,
  planBox,
  rectangleAt,
  zones,
  type DraftZone,
} from './geilo-draft.ts';

const planIds = { before: '3330_2014001', draft: '3330_2026001' };

/** What the draft is checked against beside land cover, heights and the derived line. */
export async function loadSurroundings(given: Pick<Given, 'database' | 'catalogue'>, folder: string): Promise<void> {
  const load = (file: string, layer: string, coverage?: 'municipalities') =>
    importFile(given.database(), given.catalogue(), { path: path.join(folder, file), layer, coverage });
  await load('n1000_builtup.geojson', 'urban-area', 'municipalities');
  await load('cabins_n50_hardangervidda.geojson', 'holiday-home');
  await load('villrein_hardangervidda_area.geojson', 'wild-reindeer');
  const facts = { plan_id: planIds.before, name: 'Tegnet for testen', plan_type: 20, plan_status: 3, law: 2008 };
  const outline = outlineOf(planBox);
  const layer = (features: { geometry: typeof outline; properties: Record<string, string | number | null> }[]) => ({
    ...{ coverage: outline, accuracy_m: null },
    features: features.map((each, at) => ({ type: 'Feature' as const, id: `${at}`, ...each })),
  });
  await loadCase(
    given.database(),
    given.catalogue(),
    {
      ...{ id: 'geilo', crs: 'EPSG:4326' },
      layers: {
        plan: layer([{ geometry: outline, properties: { ...facts, in_force: '2014-06-19' } }]),
        zoning: {
          ...layer([]),
          features: inForce.map(({ id, name, purpose, status, at, size }) => ({
            ...{ type: 'Feature', id, geometry: rectangleAt(at, size) },
            properties: {
              ...{ object_type: 'KpArealformålOmråde', purpose, status, level: 2, name, plan_id: planIds.before },
            },
          })),
        },
      },
    },
    new Set(),
  );
}

const outlineOf = ([west, south, east, north]: typeof planBox) => {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon' as const, coordinates: [ring] };
};

/** The draft, as it is read from a municipality's file. */
export async function geiloDraft(given: Pick<Given, 'catalogue'>): Promise<DraftPlan> {
  const about = { plan_id: planIds.draft, name: 'Kommuneplanens arealdel, Geilo (utkast)', plan_type: 20 };
  const facts = { ...about, plan_status: 2, law: 2008 as const, predecessor: planIds.before };
  const features = draftFeatures();
  const plan = await readPlan({ type: 'FeatureCollection', features }, { catalogue: given.catalogue(), facts });
  return { ...plan, plan: { index: 0, properties: { ...facts }, geometry: outlineOf(planBox) } };
}

/** The draft against what was written down before: verdicts, land above the line, what is new, what is taken out. */
export function geiloSuite(given: Given, folder: string): void {
  describe('and a draft master plan around Geilo', () => {
    let result: CheckResult;
    before(async function () {
      this.timeout(300_000);
      await loadSurroundings(given, folder);
      result = await checkPlan(given.database(), { plan: await geiloDraft(given) });
    });
    const findingOf = (rule: string, zone: DraftZone) =>
      result.findings.features.find(({ properties: { rule: own, zone: id } }) => own === rule && id === zone.id)
        ?.properties;

    it('gets the verdicts that were expected, rule by rule and zone by zone', async () => {
      const rules = (await loadRules()).map(({ id }) => id).filter((id) => !(id in expectedOfPlan));
      const differing = zones.flatMap((zone) =>
        rules.flatMap((rule) => {
          const [wanted, found] = [zone.expected[rule] ?? 'not-relevant', findingOf(rule, zone)?.verdict];
          return wanted === found ? [] : [`${zone.id} ${rule}: expected ${wanted}, found ${found}`];
        }),
      );
      expect(differing).to.deep.equal([]);
      for (const [rule, verdict] of Object.entries(expectedOfPlan))
        expect(
          result.findings.features.flatMap(({ properties }) => (properties.rule === rule ? [properties.verdict] : [])),
          rule,
        ).to.deep.equal([verdict]);
    });

    it('has as much land above the line, and as much that is new, as expected', () => {
      for (const zone of zones) {
        const { id, above, change, newShare } = zone;
        const found = findingOf('treeline', zone);
        if (!found) continue;
        const { area_m2: area, new_area_m2: land, zone_area_m2: whole } = found;
        if (above === 'none') expect(area, id).to.equal(0);
        if (above === 'whole') expect((area ?? 0) / (land ?? 1), id).to.be.closeTo(1, 1e-6);
        if (above === 'part') expect((area ?? 0) / (land ?? 1), id).to.be.within(0.05, 0.95);
        if (change) expect(found.change, id).to.equal(change);
        if (newShare) expect((land ?? 0) / (whole ?? 1), id).to.be.closeTo(newShare, 1e-4);
      }
      expect(result.taken_out?.map(({ zone }) => zone)).to.have.members(expectedTakenOut);
    });
  });
}
