import { componentsOf } from './components.ts';
import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import { cover } from './ground.ts';
import type { Land } from './land.ts';
import { surveyYear, type Survey } from './mesh.ts';
import { unionsOf } from './rings.ts';

/** Ecosystems are drawn in sheets of this width, metres: no polygon reaches from one end of the county to the other. */
const sheet = 4000;

/** Ecosystem types (EU level 1) in both surveys: cells of one type that lie together, within a sheet and a municipality. */
export function ecosystemLayers(land: Land): ExampleLayer[] {
  const { mesh, outline } = land;
  return (['opening', 'closing'] as const).map((survey: Survey) => {
    const year = surveyYear[survey];
    const about = { title: `Økosystemer ${year}`, coverage: outline, dataDate: `${year}-07-01`, accuracyM: 5 };
    return exampleLayer('ecosystem', String(year), about, function* (): Generator<ExampleFeature> {
      const areas = componentsOf(mesh, sheetKeys(land, survey));
      const unions = unionsOf(mesh, areas, survey);
      for (let face = 0; face < unions.labels; face++) {
        const geometry = unions.get(face);
        if (geometry)
          yield {
            id: `natur-${face}`,
            properties: { class: String(ecosystemType(land, face, survey)), year },
            geometry,
          };
      }
    });
  });
}

/** Type, municipality and sheet as one number. */
function sheetKeys(land: Land, survey: Survey): Int32Array {
  const { mesh, frame, municipalityOf, origin } = land;
  const sheets = 2 * Math.ceil((frame.radius * 1.2) / sheet) + 2;
  return Int32Array.from(origin, (cell, face) => {
    const municipality = municipalityOf[face];
    if (municipality < 0) return -1;
    const [across, along] = frame.toLocal(mesh.siteX[cell], mesh.siteY[cell]);
    const column = Math.floor(across / sheet) + sheets / 2;
    const row = Math.floor(along / sheet) + sheets / 2;
    return ((municipality * sheets + row) * sheets + column) * 16 + ecosystemType(land, face, survey);
  });
}

/** From land-cover class to EU level 1; mountains are heath up to 250 m above the treeline and sparse beyond. */
export function ecosystemType({ ground }: Land, face: number, survey: Survey): number {
  switch (ground[survey][face]) {
    case cover.built:
    case cover.transport:
      return 1;
    case cover.cultivated:
    case cover.surfaceCultivated:
      return 2;
    case cover.pasture:
      return 3;
    case cover.forest:
      return 4;
    case cover.open:
      return ground.aboveTreeline[face] < 250 ? 5 : 6;
    case cover.mire:
      return 7;
    case cover.water:
      return ground.river[face] ? 8 : 9;
    default:
      return 6;
  }
}
