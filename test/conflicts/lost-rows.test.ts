import { expect } from 'chai';
import { checkPlan, type CheckRequest } from '../../services/conflicts/check.ts';
import { everyAnswer, OverlayFailed } from '../../services/conflicts/measurement/every-zone.ts';
import type { CheckResult } from '../../services/conflicts/answer/result.ts';
import type { Database } from '../../services/database/database.ts';
import { anyDatabase } from '../setup/databases.ts';
import { aboveNorthing, cabins, everywhere, feature, rectangle, Stage } from './scene.ts';

const line = 6_700_000;

/** A database that loses the last row of one statement's answer. */
function losing(database: Database, name: string): { database: Database; lost: () => number } {
  let lost = 0;
  const rows: Database['rows'] = async (statement, parameters) => {
    const found = await database.rows(statement, parameters);
    if (statement.name !== name) return found as never;
    lost += 1;
    return found.slice(0, -1) as never;
  };
  return { database: { ...database, rows }, lost: () => lost };
}

describe('everyAnswer', () => {
  it('gives the answers by what they answer for, and refuses an answer with gaps', () => {
    const rows = [
      { rule: 'b', area: 2 },
      { rule: 'a', area: 1 },
    ];
    expect(everyAnswer(rows, ({ rule }) => rule, ['a', 'b']).get('a')).to.deep.equal({ rule: 'a', area: 1 });
    expect(() => everyAnswer(rows, ({ rule }) => rule, ['a', 'c'])).to.throw(OverlayFailed, 'c');
  });
});

const verdictsOf = ({ findings }: CheckResult) => findings.features.map(({ properties }) => properties.verdict);

anyDatabase('an answer that a statement does not give', (given) => {
  const stage = new Stage(given);
  const spots = Array.from({ length: 121 }, (_, at) => [
    499_500 + (at % 11) * 100,
    line - 500 + Math.floor(at / 11) * 100,
  ]);
  const inPlan = { object_type: 'KpArealformålOmråde', level: 2, status: 1, plan_id: '3338_1' };
  const inForce = {
    plan: everywhere([
      feature(rectangle(450_000, line - 9000, 100_000, 20_000), {
        ...{ plan_id: '3338_1', name: 'P', plan_type: 20, plan_status: 3, law: 2008, in_force: '2015-01-01' },
      }),
    ]),
    zoning: everywhere([
      feature(rectangle(499_940, line + 90, 300, 20), { ...inPlan, purpose: 3040 }),
      feature(rectangle(500_900, line - 300, 90, 90), { ...inPlan, purpose: 1120 }),
    ]),
    'urban-area': everywhere([feature(rectangle(499_000, line - 500, 900, 900), { name: 'By' })]),
  };
  const scene = {
    layers: {
      ...aboveNorthing(line, { uncertainty_m: 1, uncertainty_axis: 'vertical' }),
      elevation: everywhere(
        spots.map(([x = 0, y = 0]) =>
          feature({ type: 'Point', coordinates: [x, y] }, { height_m: 1000 + (y - line) / 5 }),
        ),
      ),
      building: everywhere([]),
      // Not looked for as far as the plan reaches: what was looked at is asked zone by zone.
      'mineral-resource': {
        ...everywhere([
          feature(rectangle(499_900, line - 500, 500, 800), {
            ...{ name: 'Felt', kind: 'metal', registration: 'deposit', importance: 'national' },
          }),
        ]),
        coverage: rectangle(499_000, line - 1000, 3000, 2000),
      },
      'contiguous-nature': everywhere([]),
      'nature-corridor': everywhere([feature(rectangle(499_900, line + 100, 500, 30), { name: 'Trekk' })]),
      'recreation-area': everywhere([]),
      ...Object.fromEntries(
        ['road-link', 'centre-zone', 'transit-hub', 'grid-point', 'land-cover'].map((role) => [role, everywhere([])]),
      ),
      ...inForce,
      municipality: everywhere([
        feature(rectangle(450_000, line - 9000, 100_000, 20_000), { number: '3338', name: 'A' }),
      ]),
    },
    zones: [
      cabins(rectangle(499_950, line + 100, 50, 50), {}, 'above'),
      cabins(rectangle(500_050, line - 400, 50, 50), {}, 'below'),
      cabins(rectangle(500_200, line - 300, 50, 50), { status: 1 }, 'present'),
      cabins(rectangle(500_300, line - 400, 250, 250), {}, 'large'),
      cabins(rectangle(500_600, line - 400, 50, 50), { purpose: 1110 }, 'housing'),
      cabins(rectangle(500_700, line - 400, 250, 250), { purpose: 1300 }, 'business'),
    ],
  };
  let request: CheckRequest;
  before(async () => {
    request = await stage.request(scene);
  });

  for (const name of [
    ...[
      'zones',
      'new-land',
      'unbuilt-land',
      'above-treeline',
      'treeline-around',
      'elevation-in-cells',
      'coverage-share',
    ],
    ...[
      'nearest-treeline',
      'trimmed-zones',
      'shown',
      'sums',
      'land-on-features',
      'cut-corridors-nature-corridor',
      'neighbours',
    ],
    ...[
      'need-for-coordination',
      'resources-in-plan',
      'green-taken',
      'reserve',
      'land-around',
      'nearest-grid-point',
      'land-cover-taken',
    ],
  ])
    it(`is never read as nothing found: ${name}`, async () => {
      const { database, lost } = losing(stage.database, `conflicts/${name}`);
      const answer = await checkPlan(database, request).catch((error: unknown) => error);
      expect(lost(), 'the statement was asked').to.be.greaterThan(0);
      const failed = answer instanceof OverlayFailed || verdictsOf(answer as CheckResult).includes('failed');
      expect(failed, String(answer)).to.equal(true);
    });
});
