import type { AccountedTreeline } from './treeline-here.ts';

/** What the reserve of a purpose group would take, ellipsoidal m² by kind (`takes.ts`); null: the layer is not there. */
export type Taken = Record<string, number | null>;

/** A purpose group in the plans that rule. Ellipsoidal m²; planned = built + reserve + unbuildable + densification. */
export interface PurposeRow {
  /** A key of layers/codes/purpose-groups.ts: both planning laws, all object types. */
  group: string;
  planned_m2: number;
  /** Near buildings, or built by land cover. Wins over unbuildable. */
  built_m2: number;
  /** Unbuilt and buildable land that is not densification. */
  reserve_m2: number;
  /** Unbuilt land that a stated filter excludes. */
  unbuildable_m2: number;
  /** Of the unbuildable land, what is protected by law; null where nobody looked. */
  protected_m2: number | null;
  /** The unbuilt and buildable part of present land (status 1 and 3). */
  densification_m2: number;
  takes: Taken;
  /** Built and reserve with half and one and a half times the buffer. */
  sensitivity: { buffer_m: number; built_m2: number; reserve_m2: number; densification_m2: number }[];
}

/** What plans give and what of it is left, in one municipality, a region or the county. */
export interface PlanAccount {
  /** Purposes that allow building, and extraction. */
  groups: PurposeRow[];
  /** Other purposes: how much land they have. */
  other: { group: string; planned_m2: number }[];
  /** Land of the plans that rule, each piece of ground once. */
  planned_m2: number;
  /** Land that two zones of one plan claim; it counts once, for the zone with the lower number. */
  claimed_twice_m2: number;
  /** What the reserve that would be built over (`built-over.ts`) would take of each ecosystem type, m²; null without ecosystems. */
  ecosystem_loss: { class: string; area_m2: number }[] | null;
  /** How land was found to be built, and what excluded it. */
  method: {
    built: 'buildings-and-land-cover' | 'buildings' | 'land-cover' | 'none';
    buffer_m: number;
    built_classes: string[];
    filters: string[];
    /** Layers that were asked about and that nobody looked at here: what hangs on them is null, never 0. */
    missing: string[];
    /** Layers looked at in part (share of the municipality), or where is not said (null): figures are what was found. */
    partly: { layer: string; share: number | null }[];
    /** What `above-treeline` is above: one line in a municipality; of several municipalities, all that decided. */
    treelines: AccountedTreeline[];
  };
  /** The draft that rules where it lies; null for the plans in force. */
  draft: string | null;
}

/** The plans in force, and the same with a draft. */
export interface PlanAccounts {
  current: PlanAccount;
  draft: PlanAccount | null;
}
