import { expect } from 'chai';
import { judgeChange } from '../../services/conflicts/comparison/judge-change.ts';
import { matchZones } from '../../services/conflicts/comparison/match-zones.ts';
import { checkInFull } from '../../services/conflicts/report/check-in-full.ts';
import { reportFormats } from '../../services/conflicts/report/formats.ts';
import { eachDatabase } from '../setup/databases.ts';
import { aboveNorthing, cabins, rectangle, Stage, type Scene } from './scene.ts';

const line = 6_700_000;

describe('zones of two versions of a plan', () => {
  const zone = (id: string, name: string | null = null) => ({ id, name });
  const all = (now: number, before: number, share = 1) => ({ now, before, share });

  it('are the same by id, else by name, else by most of the ground', () => {
    const before = [zone('a'), zone('b', 'BFR2'), zone('c'), zone('d')];
    const now = [zone('a'), zone('x', 'BFR2'), zone('y'), zone('z')];
    const shared = [all(0, 0), all(1, 1, 0.2), all(2, 2, 0.6), all(3, 3, 0.4)];
    expect([...matchZones(before, now, shared)]).to.deep.equal([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('are not mixed up where a format numbers its zones anew', () => {
    const before = [zone('1'), zone('2'), zone('3')];
    const now = [zone('1'), zone('2')];
    const shared = [all(0, 1), all(1, 2)];
    expect([...matchZones(before, now, shared)].sort()).to.deep.equal([
      [0, 1],
      [1, 2],
    ]);
  });

  it('are the same by id where the zone was moved away', () => {
    expect([...matchZones([zone('a')], [zone('a')], [])]).to.deep.equal([[0, 0]]);
  });

  it('are not told by an id that two of them carry', () => {
    expect([...matchZones([zone('a'), zone('a')], [zone('a')], [])]).to.deep.equal([]);
  });
});

describe('what became of a finding', () => {
  it('is solved only when somebody looked and found nothing, or the zone is gone', () => {
    expect(judgeChange('conflict', 'clear', false)).to.equal('solved');
    expect(judgeChange('conflict', null, false)).to.equal('solved');
    expect(judgeChange('conflict', 'not-assessed', false)).to.equal('changed');
    expect(judgeChange('conflict', 'failed', false)).to.equal('changed');
    expect(judgeChange('clear', 'not-assessed', false)).to.equal('new');
    expect(judgeChange('clear', 'not-relevant', false)).to.equal(null);
    expect(judgeChange('review', 'review', true)).to.equal('changed');
    expect(judgeChange('review', 'review', false)).to.equal('unchanged');
  });
});

eachDatabase('two versions of a plan', (given) => {
  const stage = new Stage(given);
  const scene = (zones: Scene['zones']): Scene => ({ layers: aboveNorthing(line), zones });
  const at = (id: string, south: number, width = 100) =>
    cabins(rectangle(500_000 + 1000 * Number(id), south, width, 100), {}, id);

  it('are compared finding by finding: new, changed, solved, unchanged', async () => {
    const older = scene([
      at('1', line + 100),
      at('2', line + 100),
      at('3', line + 100),
      at('4', line + 100),
      at('5', line - 500),
      at('6', line + 100),
    ]);
    const newer = scene([
      at('1', line + 100), // as before
      at('2', line - 500), // moved below the line
      // 3 is taken out
      at('4', line + 100, 50), // half as large
      at('5', line + 100), // moved above it
      at('6', line + 100, 101), // a metre wider: touching
      at('7', line + 100), // not there before
    ]);
    const { plan: against } = await stage.request(older);
    const request = await stage.request(newer);
    const full = await checkInFull(
      given.database(),
      given.catalogue(),
      { ...request, rules: ['treeline'] },
      { language: 'nb', against },
    );
    const { comparison } = full.result;
    const found = comparison?.findings.map(({ change, before, now }) => [
      change,
      before?.zone ?? null,
      now?.zone ?? null,
    ]);
    expect(found).to.have.deep.members([
      ['unchanged', '1', '1'],
      ['solved', '2', '2'],
      ['solved', '3', null],
      ['changed', '4', '4'],
      ['new', '5', '5'],
      ['unchanged', '6', '6'],
      ['new', null, '7'],
    ]);
    expect(comparison?.counts).to.deep.equal({ new: 2, changed: 1, solved: 2, unchanged: 2 });
    expect(comparison?.same_data).to.equal(true);
    const changed = comparison?.findings.find(({ change }) => change === 'changed');
    expect(changed?.before?.area_m2).to.be.closeTo(10_000, 10);
    expect(changed?.now?.area_m2).to.be.closeTo(5000, 5);
    const tools = { database: given.database(), catalogue: given.catalogue() };
    for (const format of ['text', 'html'] as const)
      expect((await reportFormats[format](full, tools)).toString()).to.include(
        'nytt: 2, endret: 1, løst: 2, uendret: 2',
      );
  });
});
