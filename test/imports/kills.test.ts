import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../services/settings.ts';
import { eachDatabase } from '../setup/databases.ts';
import { collection, temporaryFiles } from './files.ts';
import { ask, seen } from './rows.ts';
import { landCover } from './shapes.ts';

const child = fileURLToPath(new URL('import-child.ts', import.meta.url));
const layer = 'land-cover';
const moments = 10;
/** More than a batch, so that moments fall between and within them. */
const size = 2400;

eachDatabase('imports: a process killed while it imports', ({ database, settings, kind }) => {
  const { write } = temporaryFiles();
  const old = () => write('old.geojson', collection(landCover(50, 100)));
  const next = () => write('next.geojson', collection(landCover(size, 20)));
  let statements = 0;

  before(async function () {
    this.timeout(300_000);
    // Run once in full, to know how many statements there are to die at; then the old edition that must survive.
    const full = await run(settings(), next());
    expect(full.outcome).to.equal('published');
    statements = full.statements;
    expect((await run(settings(), old())).outcome).to.equal('published');
  });

  it(`leaves the old edition served, at ${moments} moments from the first statement to the last`, async function () {
    this.timeout(600_000);
    for (let moment = 0; moment < moments; moment += 1) {
      const at = 1 + Math.round((moment * (statements - 1)) / (moments - 1));
      const { signal } = await run(settings(), next(), at);
      const rows = await seen(database(), 'layer_land_cover');
      // At the very last statement the switch may have been made: then it is the whole of the new one.
      if (at === statements && rows.length !== 50) expect(rows).to.have.length(size);
      else expect(rows, `after ${at} of ${statements} statements`).to.have.length(50);
      expect(signal, `at ${at}`).to.equal('SIGKILL');
    }
  });

  it('can be run again, and then nothing is left of what died', async function () {
    this.timeout(300_000);
    expect((await run(settings(), next())).outcome).to.be.oneOf(['published', 'unchanged']);
    expect(await seen(database(), 'layer_land_cover')).to.have.length(size);
    const [left] = await ask<{ incomplete: number; orphans: number; pieces: number; drawn: number }>(
      database(),
      `select
         (select count(*) from grunnriss.dataset where not complete) as incomplete,
         (select count(*) from grunnriss.layer_land_cover l left join grunnriss.dataset d on d.id = l.dataset_id where d.id is null) as orphans,
         (select count(*) from grunnriss.piece p left join grunnriss.dataset d on d.id = p.dataset_id where d.id is null) as pieces,
         (select count(*) from grunnriss.generalised g left join grunnriss.dataset d on d.id = g.dataset_id where d.id is null) as drawn`,
    );
    expect(left).to.deep.equal({ incomplete: 0, orphans: 0, pieces: 0, drawn: 0 });
  });

  it('keeps the numbers of the features through all of it', async () => {
    const [numbers] = await ask<{ of_identity: number; of_features: number }>(
      database(),
      `select count(*) as of_identity, count(distinct i.source_id) as of_features
       from grunnriss.identity i where i.layer = :layer and i.part = 'killed'`,
      { layer },
    );
    expect(numbers).to.deep.equal({ of_identity: size, of_features: size });
  });

  const run = (to: Settings, path: string, killAt?: number) =>
    new Promise<{ outcome: string; statements: number; signal: string | null }>((resolve, reject) => {
      const where = kind === 'server' ? { DATABASE_URL: to.databaseUrl } : { GRUNNRISS_DATA: to.dataFolder };
      const environment = { ...process.env };
      delete environment['DATABASE_URL'];
      const running = spawn(process.execPath, ['--import', 'tsx', child, path, layer, String(killAt ?? '')], {
        env: { ...environment, ...where },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let told = '';
      running.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
      running.on('error', reject).on('close', (_, signal) => {
        const { outcome, statements } = JSON.parse(told || '{"outcome":"","statements":0}') as {
          outcome: string;
          statements: number;
        };
        resolve({ outcome, statements, signal });
      });
    });
});
