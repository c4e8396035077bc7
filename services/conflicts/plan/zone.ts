import type { ZoneChange } from '../../../layers/codes/change.ts';
import type { Purpose } from '../../../layers/codes/purpose.ts';
import type { Message } from '../judgement/message.ts';

/** A zone of the plan that is checked, in place and measured. */
export interface Zone {
  /** Position among the plan's zones: tells zones apart also when two carry the same id. */
  index: number;
  /** The zone's own id, as the plan writes it. */
  id: string;
  name: string | null;
  purpose: Purpose;
  /** 1 present, 2 future, 3 further development; null in regulations. */
  status: number | null;
  /** Vertical level; 2 is on the ground. */
  level: number;
  /** Well-known binary in the analysis CRS. */
  geom: Buffer;
  /** West, south, east, north in the analysis CRS. */
  box: [number, number, number, number];
  /** Ellipsoidal m². */
  area_m2: number;
  /** Number of the municipality that holds most of it; null outside all. */
  municipality: string | null;
  /** What had to be mended or assumed to be able to judge it. */
  notes: Message[];
}

/** What cannot be judged, and why. */
export interface Failure {
  index: number;
  id: string;
  name: string | null;
  reason: Message;
}

/** A zone that cannot be judged. */
export interface FailedZone extends Failure {
  /** Vertical level; 2 is on the ground. */
  level: number;
  /** Well-known binary in the analysis CRS, where its land is known all the same. */
  geom: Buffer | null;
}

/** A zone with the land in it that is judged: what no plan gave before. */
export interface JudgedZone extends Zone {
  /** New or extended land, well-known binary in the analysis CRS; null when there is none. */
  land: Buffer | null;
  land_m2: number;
  /** What the zone is against the plans in force; null where that is not known, or it does not lie on the ground. */
  change: ZoneChange | null;
  /** How the land was found: what was given before and by which plan. */
  steps: Message[];
  /** What a finding should say about it: in line with a master plan, plans that clash, no building layer. */
  remarks: Message[];
}
