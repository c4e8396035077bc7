import type { DefectCode, Defects, Severity } from '../defect.ts';
import type { PlanLayer } from '../plan-source.ts';

/** What a language says about what is to be mended in a plan. */
export interface PlanTexts {
  defects: {
    [Code in DefectCode]: {
      /** What kind of thing it is. */
      title: string;
      /** What was found this time, after the zone's name; without one where the title says all. */
      found?: (values: Defects[Code]) => string;
      /** What to do. */
      remedy: string;
    };
  };
  severities: Record<Severity, { one: string; many: string; heading: string }>;
  layers: Record<PlanLayer, string>;
  /** Fields whose values no list knows. */
  fields: Record<string, string>;
  area: (m2: number) => string;
  zone: {
    unnamed: string;
    id: (id: string) => string;
    feature: (index: number, file: string | null) => string;
  };
  report: {
    title: (plan: string) => string;
    /** The line that a planner reads first. */
    ready: string;
    mend: (errors: number) => string;
    look: (warnings: number) => string;
    facts: Record<
      'plan_id' | 'name' | 'plan_type' | 'plan_status' | 'law' | 'in_force' | 'predecessor' | 'files' | 'crs',
      string
    >;
    notStated: string;
    counts: string;
    countHeadings: [layer: string, read: string, loaded: string, repaired: string, rejected: string];
    map: string;
    mapMeaning: string;
    what: string;
    where: string;
    place: (lat: string, lon: string) => string;
    coordinates: (x: string, y: string, crs: number) => string;
    remedy: string;
    andMore: (count: number) => string;
    reader: string;
    leftOut: string;
    leftOutMeaning: string;
    noType: string;
    tolerance: (m2: number) => string;
  };
}
