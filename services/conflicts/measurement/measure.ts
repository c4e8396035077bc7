import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import type { Session } from '../../database/database.ts';
import type { ConsiderationZone } from '../plan/consideration-zones.ts';
import type { PlanFacts } from '../../imports/plans/plan-facts.ts';
import type { CommonParameters } from '../judgement/parameter.ts';
import type { BuiltLand } from './built-land.ts';
import type { Constraints } from './constraints.ts';
import type { FullCoverage } from './full-coverage.ts';
import type { Message } from '../judgement/message.ts';
import type { PlansInForce } from '../plan/plans-in-force.ts';
import type { JudgedZone } from '../plan/zone.ts';

/** What a rule gets to measure with. */
export interface Measuring<Name extends string = string> {
  session: Session;
  /** Zones that the rule concerns and that have land to judge. */
  zones: readonly JudgedZone[];
  /** The same of the whole plan: zones may be measured a few at a time. */
  asked: readonly JudgedZone[];
  /** All zones of the plan that could be judged, whatever the rule asks about. */
  drawn: readonly JudgedZone[];
  /** The plan that is checked. */
  plan: PlanFacts;
  /** Plans in force on its land. */
  around: PlansInForce;
  /** Current datasets of every layer. */
  constraints: Constraints;
  /** Which datasets looked at all land around. */
  fullCoverage: FullCoverage;
  /** What is built on land. */
  built: BuiltLand;
  /** Consideration zones that count: of the plan, and of plans in force that it does not replace. */
  considerations: readonly ConsiderationZone[];
  /** Numbers of the municipalities within reach of the plan, and '' for land outside all: pieces are found by them. */
  municipalities: readonly string[];
  parameters: Record<Name, number> & CommonParameters;
  signal?: AbortSignal;
}

/** How zones are set against constraint layers. Rules share a relation, or bring their own. */
export interface Relation<Facts extends Measured, Name extends string = string> {
  /** Measure zones: one entry per zone, by its index. */
  measure: (given: Measuring<Name>) => Promise<Map<number, Facts>>;
  /** Words for the codes of its remarks and steps. */
  texts: Record<string, Bilingual>;
}

/** A constraint that a zone's land lies on. */
export interface ConstraintHit {
  layer: string;
  /** The feature's id in its source. */
  id: string;
  fid: number;
  dataset: number;
}

/** A feature, and how far off is far enough. */
export interface TooNear {
  dataset: number;
  fid: number;
  /** Well-known binary of one that is no polygon. */
  point: Buffer | null;
  metres: number;
}

/** A consideration zone that is not there and should be. */
export interface MissingZone {
  /** 110–910 */
  code: number;
  /** Well-known binary in the analysis CRS. */
  geom: Buffer;
  area_m2: number;
}

/** What every rule knows about a zone, whatever else it measures. */
export interface Measured {
  /** Ellipsoidal m² of the new land that lies on the constraints, each piece of ground once; 0 when only touching. */
  area_m2: number;
  /** The part of it that is red, m². */
  red_area_m2: number;
  /** An overlap narrower than the touching limit, or a shared border: not a hit, but worth a word. */
  touching: boolean;
  /** Ellipsoidal m to the nearest constraint where there is no overlap; null where there is none within reach. */
  distance_m: number | null;
  /** Share of the whole zone inside the layers' coverage, 0–1; null where a coverage is unknown. */
  share_covered: number | null;
  /** Of a resource that has to be secured, 0–1; null under rules about zones. */
  share_secured?: number | null;
  /** Whether all of the judged land was looked at, so that no hit means none. */
  covered: boolean;
  constraints: ConstraintHit[];
  /** Ids of datasets that the answer rests on. */
  datasets: number[];
  /** The land on the constraints, well-known binary in the analysis CRS; null when there is none. */
  overlap: Buffer | null;
  /** What the zone lies on or too near to. */
  keepsOff?: readonly TooNear[];
  /** Of a resource that has to be secured: the consideration zone that would do it. */
  missing?: MissingZone | null;
  remarks: Message[];
  steps: Message[];
}
