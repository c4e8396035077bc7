import type { Fault, Reason, Reasons } from '../reasons.ts';
import type { FileFault, FileFaults } from '../readers/unreadable.ts';
import type { Warning } from '../report.ts';

/** What a language must say about imports. */
export interface Texts {
  /** Why a feature was not loaded, as a sentence that says what to do. */
  reasons: { [Code in Reason]: (values: Reasons[Code]) => string };
  faults: Record<Fault, string>;
  /** Details of `unreadable`, by the code before the colon. */
  unreadable: Record<string, string>;
  fileFaults: { [Code in FileFault]: (values: FileFaults[Code]) => string };
  warnings: { [Code in Warning['warning']]: (values: Extract<Warning, { warning: Code }>) => string };
  geometryKinds: Record<string, string>;
  report: {
    counts: (read: number, loaded: number, repaired: number, rejected: number) => string;
    place: (crs: number, extent: string) => string;
    rejected: string;
    feature: (index: number, id: string | null) => string;
    andMore: (count: number) => string;
    repaired: string;
    areaChange: (before: string, after: string) => string;
    unknownCodes: string;
    unmapped: string;
    withoutId: (count: number) => string;
    identical: (count: number) => string;
    withHeights: (count: number) => string;
    ownOutline: (count: number) => string;
    warnings: string;
  };
}
