import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { UnknownLayer } from '../../layers/catalogue.ts';
import { UnknownCriterion } from '../../services/stations/criterion-catalogue.ts';
import { Explained } from '../../layers/declaration/explained.ts';
import { PortTaken } from '../../services/api/server.ts';
import { explain, WrongUse } from '../../services/cli/failure.ts';
import { languageOfSystem } from '../../services/cli/language.ts';
import { absentLayers } from '../../services/centrality/places/cannot-measure.ts';
import { ResultsLost } from '../../services/centrality/publish/publish-results.ts';
import { NoZones, TooManyZones } from '../../services/conflicts/check.ts';
import { GroundGone } from '../../services/conflicts/measurement/constraints.ts';
import { OverlayFailed } from '../../services/conflicts/measurement/every-zone.ts';
import { chooseParameters } from '../../services/conflicts/judgement/parameter.ts';
import { UnknownRule } from '../../services/conflicts/rule-catalogue.ts';
import { NothingToSettle, PlanWithoutId } from '../../services/conflicts/settled/settle.ts';
import { FindingsLost } from '../../services/conflicts/sweep/sweep.ts';
import { WithoutPostgis } from '../../services/database/capabilities.ts';
import { CannotStart } from '../../services/database/embedded/process.ts';
import { explainLoss } from '../../services/database/unavailable.ts';
import { crsOf } from '../../services/imports/crs.ts';
import { TakenOver } from '../../services/imports/loader.ts';
import { DatasetGone } from '../../services/imports/pieces.ts';
import { NoPlanInFiles } from '../../services/imports/plans/drafts.ts';
import { NoPlanId, PlanIsDraft } from '../../services/imports/plans/import-plan.ts';
import { PlansDiffer, SeveralPlans } from '../../services/imports/plans/plan-facts.ts';
import { UnreadableFile } from '../../services/imports/readers/unreadable.ts';
import { Problem } from '../../services/problem.ts';
import { LeaseLost } from '../../services/runs/run.ts';
import { readSettings } from '../../services/settings.ts';

const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
};

/** One of every kind whose words its class holds. */
const met: unknown[] = [
  new UnknownLayer('myr', ['water']),
  new PortTaken(8080, '127.0.0.1'),
  absentLayers(['population']),
  new ResultsLost('centrality', 3),
  new NoZones(),
  new TooManyZones(100_000),
  new OverlayFailed([3]),
  new UnknownRule('skog', ['treeline']),
  new PlanWithoutId(),
  new NothingToSettle('treeline', 'H1', ['H2']),
  thrown(() => chooseParameters([{}], { minimum: 1 })),
  new WithoutPostgis('permission denied'),
  new CannotStart('/data', 'exit code 1'),
  explainLoss(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
  explainLoss(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })),
  thrown(() => crsOf(2193)),
  new TakenOver('water', 'north'),
  new NoPlanId(),
  new PlanIsDraft('3330_2021005'),
  new SeveralPlans(['3330_1', '3330_2']),
  new NoPlanInFiles('Bygning'),
  new PlansDiffer({ file: 'a.sos', planId: '3330_1' }, { file: 'b.sos', planId: '3330_2' }),
  new UnreadableFile('empty', {}),
  new LeaseLost(7),
  new DatasetGone(3),
  new GroundGone(),
  new FindingsLost(2),
  new UnknownCriterion('beauty', ['trucks-passing']),
  thrown(() => readSettings({ PORT: 'eighty', DATABASE_URL: 'mysql://there' })),
];

/** Kinds whose words stand where they are thrown: both languages, because their constructor takes nothing else. */
const saidWhereThrown = [
  'BadDataFolder',
  'BadDecay',
  'BadMapping',
  'BadQuestion',
  'BadSettings',
  'CannotAccount',
  'CannotExport',
  'CannotDerive',
  'CannotPublish',
  'CannotRank',
  'NoCoverage',
  'BadDataFolder',
  'BadDecay',
  'OwnerGone',
  'UnfitDatabase',
  'WrongUse',
];

/** Kinds that no user meets as they are: caught, and told as a reason in a report or as a problem. */
const inside = [
  ...['BadFlatGeobuf', 'BadGml', 'BadSosi', 'BadWkb', 'BadWkt', 'Broken'],
  ...['Explained', 'Problem', 'ProtocolError', 'Rejection', 'TooManyPoints'],
];

describe('what a user is told when something fails', () => {
  it('is said in both languages, by every kind of error', () => {
    for (const error of met) {
      expect(error).to.be.instanceOf(Explained);
      const [nb, en] = [explain(error, 'nb').text, explain(error, 'en').text];
      expect(nb, en).to.match(/\S{2}/).and.not.equal(en);
      expect(en, nb)
        .to.equal((error as Error).message)
        .and.match(/\S{2}/);
    }
  });

  it('leaves no kind of error out', () => {
    const root = new URL('../../', import.meta.url);
    const sources = ['services', 'layers'].flatMap((room) =>
      readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(new URL(`${room}/${name}`, root), 'utf8')),
    );
    const kinds = sources.flatMap((text) => [...text.matchAll(/class (\w+)(?:<[^{]*>)? extends (Error|Explained)\b/g)]);
    const known = new Set([...met.map((error) => (error as Error).constructor.name), ...saidWhereThrown, ...inside]);
    expect(kinds.map(([, name]) => name).filter((name) => !known.has(name ?? ''))).to.deep.equal([]);
    expect(kinds.filter(([, name, parent]) => parent === 'Error' && !inside.includes(name ?? ''))).to.deep.equal([]);
  });

  it('names each wrong setting and what it must be', () => {
    const error = thrown(() => readSettings({ PORT: 'eighty', DATABASE_URL: 'mysql://there' }));
    for (const language of ['nb', 'en'] as const)
      expect(explain(error, language).text).to.match(/DATABASE_URL: .*postgres.*\nPORT: /);
  });

  it('says a wrong setting in plain words, with its value', () => {
    const given = { PORT: '99999', DATABASE_URL: 'mysql://there', GRUNNRISS_BASE_URL: 'kart', GRUNNRISS_CRS: 'utm' };
    const error = thrown(() => readSettings({ ...given, GRUNNRISS_API_KEYS: ' , ' }));
    expect(explain(error, 'nb').text.split('\n')).to.deep.equal([
      'DATABASE_URL: må begynne med postgres:// (fikk «mysql://there»)',
      'PORT: må være et helt tall fra 0 til 65535 (fikk «99999»)',
      'GRUNNRISS_API_KEYS: må ha minst én nøkkel, eller ikke være satt',
      'GRUNNRISS_BASE_URL: må være en nettadresse, som https://kart.example.org (fikk «kart»)',
      'GRUNNRISS_CRS: må være et EPSG-nummer, som 25832 (fikk «utm»)',
    ]);
  });

  it('repeats no password of a wrong database address', () => {
    const error = thrown(() => readSettings({ DATABASE_URL: 'mysql://me:secret@there/plans' }));
    for (const language of ['nb', 'en'] as const)
      expect(explain(error, language).text).to.include('mysql').and.not.include('secret');
  });

  it('says what to do when a server knows neither user nor database', () => {
    for (const code of ['28000', '28P01', '3D000'])
      expect(explain(explainLoss(Object.assign(new Error('no such thing'), { code })), 'nb').text).to.match(
        /no such thing.*DATABASE_URL/,
      );
  });

  it('tells a problem of a process with what to do and where', () => {
    const problem = new Problem(422, 'trial', {
      title: { nb: 'Prøve', en: 'Trial' },
      detail: { nb: 'Det gikk ikke.', en: 'It failed.' },
      remedy: { nb: 'Prøv igjen.', en: 'Try again.' },
      instance: '/inputs/plan',
    });
    expect(explain(problem, 'nb')).to.deep.equal({ code: 1, text: 'Det gikk ikke. Prøv igjen. (/inputs/plan)' });
    expect(explain(new WrongUse({ nb: 'feil', en: 'wrong' }), 'en')).to.deep.equal({ code: 2, text: 'wrong' });
  });

  it('is in Bokmål unless the system speaks English', () => {
    expect(languageOfSystem({})).to.equal('nb');
    for (const LANG of ['C.UTF-8', 'nb_NO.UTF-8', 'nn_NO', 'de_DE', 'ena'])
      expect(languageOfSystem({ LANG })).to.equal('nb');
    for (const LANG of ['en', 'en_GB.UTF-8', 'en_US']) expect(languageOfSystem({ LANG })).to.equal('en');
    expect(languageOfSystem({ LC_ALL: 'nb_NO.UTF-8', LANG: 'en_GB' })).to.equal('nb');
    expect(languageOfSystem({ LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'nb_NO' })).to.equal('en');
  });
});
