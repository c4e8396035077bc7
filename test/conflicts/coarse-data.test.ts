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
