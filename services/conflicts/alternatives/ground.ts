import type { Session } from '../../database/database.ts';
import type { BuiltLand } from '../measurement/built-land.ts';
import { datasetIds, datasetsOf, isAbsent, type Constraints } from '../measurement/constraints.ts';
import type { FindingSubject } from '../judgement/finding.ts';
import type { CommonParameters } from '../judgement/parameter.ts';

/** Layers whose land is left out, whatever the rules say. */
const leftOut = ['water', 'hazard', 'protected-area'] as const;

/** Layers that must have looked at a place before it is offered; elevation, too: see steepness.ts. */
export const mustBeKnown = [...leftOut, 'land-cover', 'building'] as const;

/** All layers that are read beside those of the check. */
export const alsoRead = [...mustBeKnown, 'holiday-home', 'dwelling', 'elevation', 'plan', 'zoning'] as const;

/**
 * Land-cover classes that are left out: farmland, roads, water and ice; open land that may be farmland, and what nobody
 * has mapped.
 */
const outClasses = ['12', '21', '22', '23', '70', '81', '82', '99', 'open'];

export const absentLayers = (constraints: Constraints): string[] =>
  [...mustBeKnown, 'elevation'].filter((layer) => isAbsent(constraints, layer));

/** Layers of which nobody says where they looked: no land is known to be free of them. */
export const unsaidLayers = (constraints: Constraints): string[] =>
  mustBeKnown.filter((layer) => datasetsOf(constraints, layer).every(({ hasCoverage }) => !hasCoverage));

/** What places for a zone are looked for with. */
export interface Ground {
  session: Session;
  constraints: Constraints;
  parameters: CommonParameters;
  built: BuiltLand;
  /** Zones of the plan that is checked: it rules where it lies. */
  draft: readonly { geom: Buffer; group: string; seeks: boolean }[];
  /** Ids of the plans that it replaces. */
  replaced: readonly string[];
  signal?: AbortSignal | undefined;
}

/** A zone that looks for another place. */
export interface Seeker {
  zone: FindingSubject;
  group: string;
  municipality: string;
  size_m2: number;
}

/** What all statements that look for places are told. */
export const placeParameters = ({ constraints, replaced }: Ground, { zone, municipality }: Seeker) => ({
  subject: zone.geom,
  municipality,
  plans: datasetIds(constraints, 'plan'),
  zoning: datasetIds(constraints, 'zoning'),
  replaced,
  division: constraints.division,
});

/** Which land is left out, whatever a plan gives it to. */
export const outParameters = ({ constraints, parameters }: Ground) => ({
  out: leftOut.flatMap((layer) => datasetIds(constraints, layer)),
  land_cover: datasetIds(constraints, 'land-cover'),
  out_classes: outClasses,
  noise_m: parameters.touching_m,
});
