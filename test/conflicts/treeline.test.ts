import { expect } from 'chai';
import { answerOf } from '../../services/conflicts/report/answer.ts';
import { eachDatabase } from '../setup/databases.ts';
import { above, aboveNorthing, cabins, everywhere, rectangle, Stage } from './scene.ts';
import { star } from './shapes.ts';

const line = 6_700_000;

/** Ellipsoidal m² of a rectangle near easting 500,000 of UTM 32, where the scale is 0.9996. */
const onGround = (planar: number) => planar / 0.9996 ** 2;

eachDatabase('treeline', (given) => {
  const stage = new Stage(given);

  it('is red for one dekar of new cabins above the line, yellow for a square metre less', async () => {
    const dekar = await stage.finding({
      layers: aboveNorthing(line),
      zones: [cabins(rectangle(499_990, line, 20, 50))],
    });
    const less = await stage.finding({
      layers: aboveNorthing(line),
      zones: [cabins(rectangle(499_990, line, 20, 49.9))],
    });
    expect([dekar.verdict, less.verdict]).to.deep.equal(['conflict', 'review']);
    expect(dekar.area_m2).to.be.closeTo(onGround(1000), 1e-5);
  });

  it('is clear on the line itself and one centimetre over it, marked as touching', async () => {
    for (const over of [0, 0.01]) {
      const finding = await stage.finding({
        layers: aboveNorthing(line),
        zones: [cabins(rectangle(499_950, line - 100 + over, 100, 100))],
      });
      expect(finding).to.include({ verdict: 'clear', touching: true, distance_m: 0, area_m2: 0 });
    }
  });

  it('counts an overlap of exactly the touching width, and one as wide as the data are inaccurate does not', async () => {
    const zones = [cabins(rectangle(499_500, line - 98, 1000, 100))];
    expect((await stage.finding({ layers: aboveNorthing(line), zones })).verdict).to.equal('conflict');
    const coarse = { treeline: everywhere([above(rectangle(450_000, line, 100_000, 20_000))], 3) };
    expect(await stage.finding({ layers: coarse, zones })).to.include({ verdict: 'clear', touching: true });
  });

  it('parts the belt from what lies beyond it, on both sides of the line', async () => {
    const layers = aboveNorthing(line, { uncertainty_m: 30 });
    const zones = [cabins(rectangle(499_950, line - 100, 100, 200))];
    const finding = await stage.finding({ layers, zones });
    expect(finding.verdict).to.equal('conflict');
    expect(finding.area_m2).to.be.closeTo(onGround(13_000), 1e-3);
    expect(finding.red_area_m2).to.be.closeTo(onGround(7_000), 1e-3);
    const below = await stage.finding({ layers, zones: [cabins(rectangle(499_950, line - 25, 100, 20))] });
    expect(below.verdict).to.equal('review');
    expect(below.area_m2).to.be.closeTo(onGround(2000), 1e-3);
  });

  it('answers at a ragged line, and the same where that is drawn twice', async () => {
    const radii = Array.from({ length: 400 }, (_, at) => 500 + 20 * Math.sin(at / 3) + 3 * Math.cos(7 * at));
    const ragged = () => above(star(500_000, line, radii), { uncertainty_m: 40, uncertainty_axis: 'horizontal' });
    const zones = [cabins(star(500_480, line, [200, 210, 220, 230, 240, 250]))];
    const once = await stage.finding({ layers: { treeline: everywhere([ragged()]) }, zones });
    expect(once.verdict).to.equal('conflict');
    expect(once.area_m2).to.be.greaterThan(once.red_area_m2 ?? Infinity);
    const twice = await stage.finding({ layers: { treeline: everywhere([ragged(), ragged()]) }, zones });
    for (const figure of ['area_m2', 'red_area_m2'] as const)
      expect(twice[figure]).to.be.closeTo(once[figure] ?? NaN, 1e-9 * (once[figure] ?? 0));
  });

  it('takes the edge of the map for no treeline, and two sheets that share an edge for one', async () => {
    const belt = { uncertainty_m: 200 };
    const sheet = (west: number) => above(rectangle(west, line, 1000, 5000), belt);
    const layers = {
      treeline: {
        coverage: rectangle(499_000, line - 1000, 2000, 6000),
        accuracy_m: null,
        features: [sheet(499_000), sheet(500_000)],
      },
    };
    const atSeam = await stage.finding({ layers, zones: [cabins(rectangle(499_950, line + 1000, 100, 100))] });
    const atEdge = await stage.finding({ layers, zones: [cabins(rectangle(500_890, line + 1000, 100, 100))] });
    const atLine = await stage.finding({ layers, zones: [cabins(rectangle(500_890, line + 50, 100, 100))] });
    expect([atSeam.verdict, atEdge.verdict, atLine.verdict]).to.deep.equal(['conflict', 'conflict', 'review']);
    expect(atSeam.red_area_m2).to.be.closeTo(onGround(10_000), 1e-3);
  });

  it('is at most review where two lines disagree, and red where both put the land above', async () => {
    const lower = above(rectangle(450_000, line, 100_000, 20_000));
    const upper = above(rectangle(450_000, line + 500, 100_000, 20_000), { definition: 'climatic', source: 'Modell' });
    const layers = { treeline: everywhere([lower, upper]) };
    const between = await stage.finding({ layers, zones: [cabins(rectangle(499_950, line + 100, 100, 100))] });
    const over = await stage.finding({ layers, zones: [cabins(rectangle(499_950, line + 600, 100, 100))] });
    expect([between.verdict, over.verdict]).to.deep.equal(['review', 'conflict']);
    expect(over.area_m2).to.be.closeTo(onGround(10_000), 1e-3);
  });

  it('is at most review where nobody says how certain the line is', async () => {
    const layers = aboveNorthing(line, { uncertainty_m: null });
    const finding = await stage.finding({ layers, zones: [cabins(rectangle(499_950, line + 5000, 100, 100))] });
    expect(finding.verdict).to.equal('review');
    expect(finding.red_area_m2).to.equal(0);
  });

  it('takes the distance on the ellipsoid to the nearest line', async () => {
    const finding = await stage.finding({
      layers: aboveNorthing(line),
      zones: [cabins(rectangle(499_950, line - 3100, 100, 100))],
    });
    expect(finding.verdict).to.equal('clear');
    expect(finding.distance_m).to.be.closeTo(3000 / 0.9996, 1e-3);
  });

  it('draws the zone as it could be instead: checked again it is clear', async () => {
    const layers = aboveNorthing(line, { uncertainty_m: 30 });
    const first = await stage.finding({ layers, zones: [cabins(rectangle(499_950, line - 100, 100, 200))] });
    const trimmed = first.remedy_geometry;
    if (!trimmed) throw new Error('no trimmed zone');
    const again = await stage.finding({ layers, zones: [cabins(trimmed)], crs: 'EPSG:4326' });
    expect(again.verdict).to.equal('clear');
    expect(again.zone_area_m2).to.be.closeTo(onGround(7_000), 1);
  });

  it('tells no data, coverage unknown, partly covered and no hit apart', async () => {
    const zones = [cabins(rectangle(499_950, line - 500, 100, 100))];
    const { treeline } = aboveNorthing(line);
    const answer = async (layers: Parameters<Stage['finding']>[0]['layers']) => {
      const { verdict, share_covered } = await stage.finding({ layers, zones });
      return [verdict, share_covered && Number(share_covered.toFixed(6))];
    };
    expect(await answer({})).to.deep.equal(['not-assessed', null]);
    expect(await answer({ treeline: { ...treeline, coverage: null } })).to.deep.equal(['not-assessed', null]);
    const half = rectangle(500_000, line - 5000, 5000, 10_000);
    expect(await answer({ treeline: { ...treeline, coverage: half } })).to.deep.equal(['not-assessed', 0.5]);
    expect(await answer({ treeline })).to.deep.equal(['clear', 1]);
    expect(await answer({ treeline: everywhere([]) })).to.deep.equal(['clear', 1]);
  });

  it('has no data where one layer of several is absent, and not a part of it', async () => {
    const found = (layers: Parameters<Stage['findings']>[0]['layers']) =>
      stage.finding({ layers, zones: [cabins(rectangle(499_950, line - 500, 100, 100))] }, 'nature-areas');
    const absent = await found({ 'contiguous-nature': everywhere([]), 'nature-corridor': everywhere([]) });
    expect(absent).to.include({ verdict: 'not-assessed', share_covered: 1, reason_code: 'layer-absent' });
    expect(answerOf(absent)).to.equal('no-data');
    const half = { ...everywhere([]), coverage: rectangle(500_000, line - 5000, 5000, 10_000) };
    const partly = { 'contiguous-nature': everywhere([]), 'nature-corridor': everywhere([]), 'recreation-area': half };
    expect(answerOf(await found(partly))).to.equal('partly-covered');
  });

  it('does not take a strip for looked at because it is narrow', async () => {
    const { treeline } = aboveNorthing(line);
    const strip = async (coverage: ReturnType<typeof rectangle>) => {
      const zones = [cabins(rectangle(499_950, line - 500, 100, 1.5))];
      return (await stage.finding({ layers: { treeline: { ...treeline, coverage } }, zones })).verdict;
    };
    expect(await strip(rectangle(510_000, line - 5000, 5000, 10_000))).to.equal('not-assessed');
    expect(await strip(rectangle(490_000, line - 5000, 20_000, 10_000))).to.equal('clear');
  });
});
