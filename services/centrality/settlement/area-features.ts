import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { fromWkb } from '../../imports/wkb-reader.ts';
import type { ResultLayer } from '../publish/publish-results.ts';
import type { Area } from './areas.ts';
import type { UrbanArea } from './urban-areas.ts';

/** Figures of areas as layers: one of the regions, one of the urban areas; areas of other kinds are in neither. */
export async function areaLayers<Told extends Area>(
  session: Session,
  constraints: Constraints,
  told: readonly Told[],
  urban: readonly UrbanArea[],
  { id, title, properties }: { id: string; title: string; properties: (area: Told) => SourceFeature['properties'] },
): Promise<ResultLayer[]> {
  const rows = await session.rows<{ number: string; geom: Buffer }>(statement('centrality/areas/region-shapes'), {
    regions: datasetIds(constraints, 'region'),
  });
  const regions = new Map(rows.map(({ number, geom }) => [number, geom]));
  const featuresOf = (those: readonly { area: Told; geom: Buffer; id: string }[]): SourceFeature[] =>
    those.map(({ area, geom, id: own }, index) => ({
      ...{ index, id: own, geometry: fromWkb(geom) },
      properties: { number: area.number, name: area.name, ...properties(area) },
    }));
  const ofRegions = told.flatMap((area) => {
    const geom = area.kind === 'region' && area.number !== null ? regions.get(area.number) : undefined;
    return geom ? [{ area, geom, id: area.number ?? '' }] : [];
  });
  // In the order of the urban areas; several may have one number, or none.
  const ofTowns = told
    .filter(({ kind }) => kind === 'urban-area')
    .flatMap((area, at) => (urban[at] ? [{ area, geom: urban[at].geom, id: `${at + 1}` }] : []));
  const layers = [
    { layer: `${id}-region`, title: `${title} per region`, features: featuresOf(ofRegions) },
    { layer: `${id}-urban-area`, title: `${title} per tettsted`, features: featuresOf(ofTowns) },
  ];
  return layers
    .filter(({ features }) => features.length > 0)
    .map((layer) => ({ ...layer, count: layer.features.length }));
}
