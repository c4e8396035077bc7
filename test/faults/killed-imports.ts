import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../../layers/catalogue.ts';
import { openDatabase } from '../../services/database/open.ts';
import { readSettings } from '../../services/settings.ts';
import { collection } from '../imports/files.ts';
import { ask, seen } from '../imports/rows.ts';
import { landCover } from '../imports/shapes.ts';
import { random } from './random-clients.ts';

/** What came of imports that were killed at moments drawn by chance. */
export interface Killed {
  /** Killed on their way. */
  killed: number;
  /** Over before the signal came. */
  over: number;
  /** After so many of them readers saw the file that was being imported; after the others, the one before. */
  published: number;
  /** Whole datasets that nobody saw when all was over: killed between the last row and the publication. */
  unseen: number;
}

const child = fileURLToPath(new URL('../imports/import-child.ts', import.meta.url));
const layer = 'land-cover';
const sizes = [1200, 2400];

/**
 * Import two files in turn as the same part and kill the process, each time at another moment of its life.
 * @throws Error when readers ever see anything but one of the files as a whole, or rows are left without their dataset
 */
export async function killImports(dataFolder: string, files: string, seed: number, moments: number): Promise<Killed> {
  const environment = { ...process.env, GRUNNRISS_DATA: dataFolder };
  delete (environment as NodeJS.ProcessEnv)['DATABASE_URL'];
  const database = await openDatabase(readSettings(environment), await loadCatalogue());
  const paths = sizes.map((size) => path.join(files, `${size}.geojson`));
  paths.forEach((file, at) => writeFileSync(file, collection(landCover(sizes[at] ?? 0, 20))));
  const chance = random(seed);
  const found: Killed = { killed: 0, over: 0, published: 0, unseen: 0 };
  const start = async (file: string, killAfter?: number): Promise<NodeJS.Signals | null> => {
    const running = spawn(process.execPath, ['--import', 'tsx', child, file, layer], {
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => running.on('close', (_, signal) => resolve(signal)));
    if (killAfter !== undefined) {
      await Promise.race([delay(killAfter), ended]);
      running.kill('SIGKILL');
    }
    return ended;
  };
  try {
    const took: number[] = [];
    for (const file of [...paths].reverse()) {
      const begun = performance.now();
      await start(file);
      took.push(performance.now() - begun);
    }
    let current = 0;
    for (let moment = 0; moment < moments; moment += 1) {
      const next = 1 - current;
      const signal = await start(paths[next] ?? '', chance() * Math.max(...took));
      found[signal === 'SIGKILL' ? 'killed' : 'over'] += 1;
      const { length } = await seen(database, 'layer_land_cover');
      if (!sizes.includes(length)) throw new Error(`seed ${seed}, moment ${moment}: readers see ${length} features`);
      if (length === sizes[next]) {
        found.published += 1;
        current = next;
      }
    }
    await start(paths[1 - current] ?? '');
    const [left] = await ask<{ incomplete: number; orphans: number; unseen: number }>(
      database,
      `select
         (select count(*) from grunnriss.dataset where not complete) as incomplete,
         (select count(*) from grunnriss.dataset d where complete
            and not exists (select from grunnriss.edition_dataset e where e.dataset_id = d.id)) as unseen,
         (select count(*) from grunnriss.layer_land_cover l where not exists (select from grunnriss.dataset d where d.id = l.dataset_id))
         + (select count(*) from grunnriss.piece p where not exists (select from grunnriss.dataset d where d.id = p.dataset_id))
         + (select count(*) from grunnriss.generalised g where not exists (select from grunnriss.dataset d where d.id = g.dataset_id))
           as orphans`,
    );
    if (left?.incomplete !== 0 || left.orphans !== 0) throw new Error(`seed ${seed}: left ${JSON.stringify(left)}`);
    return { ...found, unseen: left.unseen };
  } finally {
    await database.close();
  }
}
