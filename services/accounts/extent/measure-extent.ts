import type { Layer } from '../../../layers/declaration/layer.ts';
import { OverlayFailed } from '../../conflicts/measurement/every-zone.ts';
import type { Session } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import type { Version } from './extent-account.ts';
import type { ChangeRow, ClaimRow, MeasuredCoverage, MeasuredExtent } from './measured.ts';

/** Which coverage of which municipality, and what counts as noise. */
export interface ExtentQuestion {
  layer: Layer;
  from: Version;
  to: Version;
  municipality: string;
  division: number;
  /** Datasets of the municipalities of that division. */
  municipalities: readonly number[];
  sliver_width_m: number;
  /** Gaps and overlaps below this part of the municipality are rounding. */
  tolerance: number;
  /** Whether the land that changed is asked for, too. */
  withGeometry: boolean;
}

/** Rounding of an overlay, by the area it was done on: below it nothing is looked for. */
const rounding = 1e-10;

/** Measure both versions of a coverage in a municipality, and what changed between them, in short statements. */
export async function measureExtent(session: Session, question: ExtentQuestion): Promise<MeasuredExtent> {
  const {
    layer,
    from: before,
    to: after,
    municipality,
    division,
    municipalities,
    sliver_width_m,
    withGeometry,
  } = question;
  const versions = {
    ...{ from_datasets: before.datasets, from_year: before.year, to_datasets: after.datasets, to_year: after.year },
    ...{ municipality, division },
  };
  const wholes = await session.rows<Whole>(layerStatement('accounts/coverage', layer), {
    ...{ ...versions, municipalities, tolerance: rounding },
  });
  const [opening, closing] = wholes;
  if (!opening || !closing) throw new OverlayFailed([layer.id]);
  const from = await withOverlaps(session, question, before, opening);
  const to = await withOverlaps(session, question, after, closing);
  const both = {
    ...{ ...versions, sliver_width_m, from_gap: from.gap, to_gap: to.gap },
    twice: [from.twice, to.twice].filter((land) => land !== null),
  };
  const changes = await session.rows<ChangeRow>(layerStatement('accounts/changes', layer), {
    ...both,
    with_geometry: withGeometry,
  });
  const claims =
    both.twice.length > 0 ? await session.rows<ClaimRow>(layerStatement('accounts/claims', layer), both) : [];
  return { from, to, changes, claims };
}

type Whole = Omit<MeasuredCoverage, 'overlap_m2' | 'twice' | 'repeated' | 'classes'> & {
  classes: Record<string, number> | null;
};

/** A version with its overlaps: they are looked for only where sum and union differ. */
async function withOverlaps(
  session: Session,
  { layer, municipality, division }: ExtentQuestion,
  { datasets, year }: Version,
  whole: Whole,
): Promise<MeasuredCoverage> {
  const measured = { ...whole, classes: whole.classes ?? {}, overlap_m2: 0, twice: null, repeated: {} };
  if (whole.sum_m2 - whole.union_m2 <= Math.max(1e-3, rounding * whole.sum_m2)) return measured;
  const found = await session.row<{ overlap_m2: number; geom: Buffer | null; repeated: Record<string, number> }>(
    layerStatement('accounts/overlaps', layer),
    { datasets, year, municipality, division },
  );
  return { ...measured, overlap_m2: found.overlap_m2, twice: found.geom, repeated: found.repeated };
}
