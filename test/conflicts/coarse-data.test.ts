import { expect } from 'chai';
import { eachDatabase } from '../setup/databases.ts';
import { above, cabins, everywhere, feature, rectangle, Stage } from './scene.ts';

const [x, y] = [500_000, 6_700_000];

eachDatabase('data coarser than the zones are wide', (given) => {
  const stage = new Stage(given);
  const accuracy_m = 50;
  const plot = (south: number) => cabins(rectangle(x, y + south, 40, 40));
  const deposit = feature(rectangle(x - 1000, y, 2000, 1000), {
    ...{ kind: 'metal', registration: 'deposit', importance: 'national', name: 'Malm' },
  });
  const verdicts = async (rule: string, layers: Parameters<Stage['check']>[0]['layers'], souths: readonly number[]) => {
    const found = [];
    for (const south of souths) {
      const { verdict, touching } = await stage.finding({ layers, zones: [plot(south)] }, rule);
      found.push([verdict, touching]);
    }
    return found;
  };

  it('do not hide a plot that lies deep inside; one at the border may be inside by the pen alone', async () => {
    const expected = [
      ['conflict', false],
      ['clear', true],
      ['clear', true],
    ];
    // Its far side 540, 45 and 30 m inside: an error of 50 m can move the last two out.
    const souths = [500, 5, -10];
    const minerals = { 'mineral-resource': everywhere([deposit], accuracy_m) };
    expect(await verdicts('mineral-built-over', minerals, souths)).to.deep.equal(expected);
    const line = { treeline: everywhere([above(rectangle(x - 1000, y, 2000, 1000))], accuracy_m) };
    expect(await verdicts('treeline', line, souths)).to.deep.equal(expected);
  });

  it('are narrow only together, though one of them is a strip', async () => {
    const parts = [rectangle(x, y, 15, 1000), rectangle(x + 15, y, 500, 1000)];
    const minerals = everywhere(
      parts.map((geometry, at) => ({ ...deposit, id: `M${at}`, geometry })),
      20,
    );
    const zones = [cabins(rectangle(x - 20, y + 100, 50, 50))];
    const found = await stage.finding({ layers: { 'mineral-resource': minerals }, zones }, 'mineral-built-over');
    expect(found.verdict).to.equal('conflict');
    expect(found.area_m2).to.be.closeTo(30 * 50, 2);
  });

  it('are counted from the end of a security zone, not from the monument in it', async () => {
    const monument = feature(rectangle(x, y, 10, 10), { kind: 'monument', protection: 'AUT' });
    const layers = { 'heritage-monument': everywhere([monument], 4) };
    const beside = async (east: number) => {
      const zones = [cabins(rectangle(x + 10 + east, y - 50, 100, 110))];
      const { verdict, touching } = await stage.finding({ layers, zones }, 'heritage-affected');
      return [verdict, touching];
    };
    // 3 m and 5 m of the zone of 5 m: less than the data are accurate, and more.
    expect(await beside(2)).to.deep.equal(['review', true]);
    expect(await beside(0)).to.deep.equal(['conflict', false]);
  });

  it('are as deep where a feature is drawn in halves of one dataset', async () => {
    const halves = [rectangle(x - 1000, y, 1010, 1000), rectangle(x + 10, y, 990, 1000)];
    const minerals = everywhere(
      halves.map((half, at) => ({ ...deposit, id: `M${at}`, geometry: half })),
      accuracy_m,
    );
    expect(await verdicts('mineral-built-over', { 'mineral-resource': minerals }, [500, 5])).to.deep.equal([
      ['conflict', false],
      ['clear', true],
    ]);
    const line = everywhere(
      halves.map((half) => above(half)),
      accuracy_m,
    );
    expect(await verdicts('treeline', { treeline: line }, [500, 5])).to.deep.equal([
      ['conflict', false],
      ['clear', true],
    ]);
  });
});
