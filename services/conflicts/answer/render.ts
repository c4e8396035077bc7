import type { Geometry } from 'geojson';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Check } from '../check.ts';
import { coverageOf } from './coverage-summary.ts';
import { describeFinding } from './describe-finding.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import type { Finding } from '../judgement/finding.ts';
import { drawRemedies } from '../remedies/draw-remedies.ts';
import type { Remedy } from '../remedies/remedy.ts';
import type { CheckResult } from './result.ts';
import { describeRun } from './describe-run.ts';
import { describeTakenOut, describeZones } from './describe-zones.ts';
import { wholePlan } from '../plan/plan-area.ts';
import { summarise } from './summary.ts';
import { isHit, worstOf } from '../judgement/verdict.ts';

/** A finding with the geometry that readers see. */
export interface Drawn {
  finding: Finding;
  /** The land on the constraints where it is a hit, else the zone, none for a plan as a whole; longitude and latitude. */
  geometry: Geometry | null;
  remedy: Remedy | null;
  /** The zone as it could be drawn instead; of a resource, the consideration zone that is missing. */
  remedyGeometry: Geometry | null;
}

/** Put a finished check into words and onto the map. @throws OverlayFailed when a geometry or a sum could not be worked out */
export async function renderCheck(database: Database, check: Check, language: Language): Promise<CheckResult> {
  const drawn = await draw(database, check);
  return {
    verdict: worstOf(check.findings.map(({ verdict }) => verdict)),
    summary: await summarise(database, check, language),
    findings: {
      type: 'FeatureCollection',
      features: drawn.map((finding) => describeFinding(finding, check, language)),
    },
    zones: describeZones(check, language),
    taken_out: describeTakenOut(check, language),
    coverage: coverageOf(check, language),
    run: describeRun(check, language),
  };
}

/** Geometry of findings that have something to show: not of zones that no rule asks about. */
async function draw(database: Database, check: Check): Promise<Drawn[]> {
  const { findings } = check;
  const hits = findings.flatMap(({ verdict, measured }, number) =>
    isHit(verdict) && measured?.overlap ? [{ number, overlap: measured.overlap }] : [],
  );
  const remedies = await drawRemedies(database, check);
  const remedyGeometries = await shown(
    database,
    [...remedies].flatMap(([number, { geom }]) => (geom ? [{ number, geom }] : [])),
  );
  const overlaps = new Map(hits.map(({ number, overlap }) => [number, overlap]));
  const geometries = await shown(
    database,
    findings.flatMap(({ verdict, zone }, number) =>
      zone && zone.index !== wholePlan && verdict !== 'not-relevant'
        ? [{ number, geom: overlaps.get(number) ?? zone.geom }]
        : [],
    ),
  );
  return findings.map((finding, number) => ({
    finding,
    geometry: geometries.get(number) ?? null,
    remedy: remedies.get(number) ?? null,
    remedyGeometry: remedyGeometries.get(number) ?? null,
  }));
}

/** Geometries that one statement writes out. */
const batchSize = 1000;

async function shown(database: Database, geoms: { number: number; geom: Buffer }[]): Promise<Map<number, Geometry>> {
  const found = new Map<number, Geometry>();
  for (let first = 0; first < geoms.length; first += batchSize) {
    const batch = geoms.slice(first, first + batchSize);
    const numbers = batch.map(({ number }) => number);
    const rows = await database.rows<{ number: number; geometry: Geometry }>(statement('conflicts/shown'), {
      numbers,
      geoms: batch.map(({ geom }) => geom),
    });
    for (const [number, { geometry }] of everyAnswer(rows, ({ number }) => number, numbers))
      found.set(number, geometry);
  }
  return found;
}
