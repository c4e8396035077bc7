import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Land } from './land.ts';
import { surveyYear, type Survey } from './mesh.ts';
import { unionsOf } from './rings.ts';

/** Land cover in both surveys: a coverage of one polygon per cell, and in the later one per plot cleared in a cell. */
export function landCoverLayers(land: Land): ExampleLayer[] {
  const { mesh, ground, origin, municipalityOf, outline } = land;
  return (['opening', 'closing'] as const).map((survey: Survey) => {
    const year = surveyYear[survey];
    const about = { title: `Arealdekke ${year}`, coverage: outline, dataDate: `${year}-07-01`, accuracyM: 2 };
    return exampleLayer('land-cover', String(year), about, function* (): Generator<ExampleFeature> {
      const cells = Int32Array.from(origin, (face, index) => {
        if (municipalityOf[index] < 0) return -1;
        return survey === 'opening' ? face : index;
      });
      const unions = unionsOf(mesh, cells, survey);
      for (let face = 0; face < unions.labels; face++) {
        const geometry = unions.get(face);
        if (geometry)
          yield { id: `flate-${face}`, properties: { class: String(ground[survey][face]), year }, geometry };
      }
    });
  });
}
