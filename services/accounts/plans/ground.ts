import type { Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Version } from '../extent/extent-account.ts';
import type { Reach } from '../reach.ts';
import type { AccountedTreeline } from './treeline-here.ts';

/** What zones of one municipality are laid upon, and by which parameters. */
export interface Ground {
  constraints: Constraints;
  municipality: string;
  /** Null where it has no land here. */
  landCover: Version | null;
  ecosystem: Version | null;
  treeline: AccountedTreeline | null;
  /** How far the layers reach that are asked about. */
  reach: Reach;
  built_buffer_m: number;
}
