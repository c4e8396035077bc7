import { expect } from 'chai';
import type { Position } from 'geojson';
import { CannotDerive } from '../../services/treeline/publish-line.ts';
import { deriveTreelineProcess } from '../../services/treeline/process.ts';
import { loadCase } from '../cases/load-case.ts';
import { everywhere, feature, rectangle } from '../conflicts/scene.ts';
import { ask } from '../imports/rows.ts';
import { eachDatabase } from '../setup/databases.ts';

const [x, y] = [500_000, 6_700_000];
const circle = (radius: number): Position[] =>
  Array.from({ length: 121 }, (_, at) => {
    const angle = ((at % 120) * Math.PI) / 60;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
/** A mountain that rises 1 in 10 to 1500 m, with contours every hundred metres; forest to 1000 m, 5 km from the top. */
const county = {
  municipality: everywhere([
    feature(rectangle(x - 12_000, y - 12_000, 24_000, 24_000), { number: '3338', name: 'Fjell' }),
  ]),
  'land-cover': everywhere([
    feature({ type: 'Polygon', coordinates: [circle(5000)] }, { class: '50' }),
    feature(
      {
        type: 'Polygon',
        coordinates: [...rectangle(x - 12_000, y - 12_000, 24_000, 24_000).coordinates, circle(5000)],
      },
      { class: '30' },
    ),
  ]),
  elevation: everywhere(
    Array.from({ length: 18 }, (_, at) =>
      feature({ type: 'LineString', coordinates: circle((at + 1) * 1000) }, { height_m: 1400 - at * 100 }),
    ),
  ),
};

eachDatabase('a derived treeline', ({ database, catalogue }) => {
  const derive = () =>
    deriveTreelineProcess.execute(
      { grid_m: 500, window_m: 10_000 },
      { database: database(), catalogue: catalogue(), language: 'nb' },
    );

  it('is refused without heights, saying what is missing', async () => {
    const without = { municipality: county.municipality, 'land-cover': county['land-cover'] };
    await loadCase(database(), catalogue(), { id: 'a', crs: 'EPSG:25832', layers: without }, new Set());
    const error = await derive().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(CannotDerive);
    expect((error as Error).message).to.match(/elevation/);
  });

  it('is published as land above, with its uncertainty in height, and takes the place of the one before', async () => {
    await loadCase(database(), catalogue(), { id: 'b', crs: 'EPSG:25832', layers: county }, new Set());
    await derive();
    const { municipalities, uncertainty_m, dataset } = await derive();
    expect(municipalities).to.have.length(1);
    expect(municipalities[0]?.height_m).to.be.within(930, 1000);
    expect(uncertainty_m).to.be.within(50, 90);
    const rows = await ask<Record<string, unknown>>(
      database(),
      `select d.id, d.part, t.definition, t.uncertainty_axis, sqrt(st_area(t.geom) / pi()) as radius, st_area(d.coverage) as coverage
       from grunnriss.layer_treeline t join grunnriss.current_dataset c on c.id = t.dataset_id join grunnriss.dataset d on d.id = c.id`,
    );
    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({ id: dataset, part: 'derived', definition: 'derived', uncertainty_axis: 'vertical' });
    expect(rows[0]?.['radius']).to.be.within(4900, 5800);
    expect(rows[0]?.['coverage']).to.be.closeTo(24_000 ** 2, 1);
  });
});
