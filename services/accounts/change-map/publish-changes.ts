import type { Catalogue } from '../../../layers/catalogue.ts';
import { landCover } from '../../../layers/land-cover.ts';
import { landCoverChange } from '../../../layers/land-cover-change.ts';
import { editionsIn, publishResults, type OnMap } from '../../centrality/publish/publish-results.ts';
import { readConstraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { sideBySide } from '../../database/side-by-side.ts';
import { fromWkb } from '../../imports/wkb-reader.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { questionOf } from '../extent/extent-accounts.ts';
import type { Version } from '../extent/extent-account.ts';
import { measureExtent } from '../extent/measure-extent.ts';
import type { ChangeRow } from '../extent/measured.ts';
import { versionsOf } from '../extent/versions.ts';
import { standardSliver, type AccountInputs } from '../inputs.ts';
import { accountsVersion } from '../kept.ts';
import { municipalitiesFor } from '../municipalities.ts';

/**
 * Put the land that changed class between two versions of the land cover on the map, noise apart from change. Only what
 * was asked for by the defaults becomes the map; other versions are read by the key of their run.
 * @returns null where there is no land cover, or one version alone
 * @throws CannotAccount, GroundGone, LeaseLost, and the signal's reason
 */
export async function publishChanges(
  database: Database,
  catalogue: Catalogue,
  { from, to, sliver_width_m }: Pick<AccountInputs, 'from' | 'to' | 'sliver_width_m'>,
  signal?: AbortSignal,
): Promise<OnMap | null> {
  const constraints = await readConstraints(database, [landCover.id, 'municipality']);
  const versions = await versionsOf(database, landCover, constraints, { from, to });
  if (!versions || versions.from.year === versions.to.year) return null;
  const municipalities = await municipalitiesFor(database, constraints);
  const request = {
    ...{ kind: landCoverChange.id, version: accountsVersion, editions: editionsIn(constraints) },
    parameters: { ...versions, sliver_width_m },
  };
  const isStandard = from === undefined && to === undefined && sliver_width_m === standardSliver;
  const work = async () => {
    const found = await sideBySide(municipalities, database.kind === 'server' ? 2 : 1, async ({ number }) => {
      signal?.throwIfAborted();
      const asked = { layer: landCover, constraints, ...versions, municipality: number, sliver_width_m };
      const { changes } = await measureExtent(database, await questionOf(database, asked, true));
      return changes.flatMap((row) => polygonsOf(row, number, versions));
    });
    const features = found.flat().map((feature, index): SourceFeature => ({ ...feature, index, id: String(index) }));
    const title = `Endret arealdekke ${versions.from.year ?? ''}–${versions.to.year ?? ''}`;
    return { answer: {}, layers: [{ layer: landCoverChange.id, title, features, count: features.length }] };
  };
  return publishResults(database, catalogue, constraints, request, { part: landCover.id, isStandard, signal }, work);
}

/** The land of one change as features: what is real, and what is noise. */
function polygonsOf(
  row: ChangeRow,
  municipality: string,
  { from, to }: { from: Version; to: Version },
): Pick<SourceFeature, 'properties' | 'geometry'>[] {
  if (row.side !== null) return [];
  const { opening, closing, area_m2, noise_m2, real_land, noise_land } = row;
  const of = (kind: 'change' | 'noise', area: number, land: Buffer | null) =>
    land
      ? [
          {
            properties: {
              ...{ kind, from_class: opening, to_class: closing, from_year: from.year, to_year: to.year },
              ...{ area_m2: area, municipality },
            },
            geometry: fromWkb(land),
          },
        ]
      : [];
  return [...of('change', area_m2 - noise_m2, real_land), ...of('noise', noise_m2, noise_land)];
}
