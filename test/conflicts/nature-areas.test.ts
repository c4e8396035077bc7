import { expect } from 'chai';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { cabins, everywhere, feature, rectangle, Stage } from './scene.ts';

const [west, south] = [499_000, 6_700_000];
const onGround = (planar: number) => planar / 0.9996 ** 2;

eachDatabase('holiday homes in nature', (given) => {
  const stage = new Stage(given);
  const area = (geometry: CaseFeature['geometry'], value: string | null = null) =>
    feature(geometry, { name: 'Område', value });
  const nature = (given: Partial<Record<'contiguous-nature' | 'nature-corridor' | 'recreation-area', CaseFeature[]>>) =>
    Object.fromEntries(
      (['contiguous-nature', 'nature-corridor', 'recreation-area'] as const).map((role) => [
        role,
        everywhere(given[role] ?? []),
      ]),
    ) as ConflictCase['layers'];
  const verdicts = async (layers: ConflictCase['layers'], zones: CaseFeature[]) =>
    (await stage.findings({ layers, zones }, 'nature-areas')).map(({ verdict }) => verdict);

  it('are red from one dekar on in nature and in recreation areas that matter, for certain', async () => {
    const zone = (width: number, purpose = 1120) => cabins(rectangle(west, south, width, 10), { purpose });
    const whole = rectangle(west - 500, south - 500, 2000, 2000);
    const inNature = nature({ 'contiguous-nature': [area(whole)] });
    // 99.9 m by 10 m of the grid are 999.8 m² on the ground; 100 m by 10 m are 1000.8.
    expect(await verdicts(inNature, [zone(100)])).to.deep.equal(['conflict']);
    expect(await verdicts(inNature, [zone(99.9)])).to.deep.equal(['review']);
    for (const purpose of [1000, 5220, 9999])
      expect(await verdicts(inNature, [zone(500, purpose)]), String(purpose)).to.deep.equal(['review']);
    for (const [value, verdict] of [
      ['national', 'conflict'],
      ['regional', 'conflict'],
      ['local', 'review'],
      ['not-assessed', 'review'],
      [null, 'review'],
    ] as const)
      expect(
        await verdicts(nature({ 'recreation-area': [area(whole, value)] }), [zone(500)]),
        String(value),
      ).to.deep.equal([verdict]);
  });

  it('are for review within a hundred metres, and where they only touch', async () => {
    const beside = (distance: number) =>
      nature({ 'contiguous-nature': [area(rectangle(west + 100 + distance, south, 500, 500))] });
    const zone = [cabins(rectangle(west, south, 100, 100))];
    const found = async (distance: number) =>
      (await stage.findings({ layers: beside(distance), zones: zone }, 'nature-areas'))[0];
    expect(await found(0)).to.include({ verdict: 'review', touching: true, area_m2: 0 });
    expect(await found(-1)).to.include({ verdict: 'review', touching: true, area_m2: 0 });
    expect(await found(99)).to.include({ verdict: 'review', touching: false });
    expect(await found(101)).to.include({ verdict: 'clear' });
    const none = { layers: beside(-1), zones: zone, parameters: { near_m: 0 } };
    expect((await stage.finding(none, 'nature-areas')).verdict).to.equal('review');
  });

  /** A corridor 100 m wide and a kilometre long, from west to east; zones that lie across it. */
  const corridor = rectangle(west, south, 1000, 100);
  const across = (x: number, from: number, height: number, purpose = 1120, id = `Z${x}`) =>
    cabins(rectangle(west + x, south + from, 40, height), { purpose }, id);

  it('are red where a corridor is cut through, however small the cut, and for review where it is only narrower', async () => {
    const layers = nature({ 'nature-corridor': [area(corridor)] });
    const cut = await stage.finding({ layers, zones: [cabins(rectangle(west + 500, south, 5, 100))] }, 'nature-areas');
    expect(cut.verdict).to.equal('conflict');
    expect(cut.red_area_m2).to.be.closeTo(onGround(500), 1e-3);
    expect(await verdicts(layers, [across(500, 0, 90)])).to.deep.equal(['review']);
    // What is cut off is eight hundred square metres: no part that counts.
    expect(await verdicts(layers, [across(952, 0, 100)])).to.deep.equal(['review']);
    expect(await verdicts(layers, [across(500, 0, 100, 1000)])).to.deep.equal(['review']);
  });

  it('are red together where they cut it through together, each that is needed for it', async () => {
    const layers = nature({ 'nature-corridor': [area(corridor)] });
    const [lower, upper] = [across(500, 0, 60, 1120, 'lower'), across(500, 60, 40, 1120, 'upper')];
    expect(await verdicts(layers, [lower])).to.deep.equal(['review']);
    expect(await verdicts(layers, [lower, upper, across(200, 0, 50)])).to.deep.equal([
      'conflict',
      'conflict',
      'review',
    ]);
    const [one, other] = await stage.findings(
      { layers, zones: [across(300, 0, 100), across(600, 0, 100)] },
      'nature-areas',
    );
    expect([one?.verdict, other?.verdict]).to.deep.equal(['conflict', 'conflict']);
  });

  it('cut the same corridor however many features draw it', async () => {
    const lengthwise = nature({
      'nature-corridor': [area(rectangle(west, south, 1000, 50)), area(rectangle(west, south + 50, 1000, 50))],
    });
    expect(await verdicts(lengthwise, [across(500, 0, 50)]), 'only narrower').to.deep.equal(['review']);
    expect(await verdicts(lengthwise, [across(500, 0, 100)])).to.deep.equal(['conflict']);
    const endToEnd = nature({
      'nature-corridor': [area(rectangle(west, south, 540, 100)), area(rectangle(west + 540, south, 460, 100))],
    });
    expect(await verdicts(endToEnd, [across(500, 0, 100)]), 'the end of one part').to.deep.equal(['conflict']);
  });

  it('counts land that lies in several kinds of nature once', async () => {
    const whole = area(rectangle(west - 100, south - 100, 1200, 300), 'regional');
    const layers = nature({
      'contiguous-nature': [whole],
      'recreation-area': [whole],
      'nature-corridor': [area(corridor)],
    });
    const found = await stage.finding({ layers, zones: [across(500, 0, 100)] }, 'nature-areas');
    expect(found.area_m2).to.be.closeTo(onGround(4000), 1e-3);
    expect(found.red_area_m2).to.be.closeTo(onGround(4000), 1e-3);
  });
});
