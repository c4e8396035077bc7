import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { serving } from '../api/serving.ts';
import { loadInto, municipalities, plans, stops } from '../api/some-data.ts';
import { eachDatabase } from '../setup/databases.ts';
import { withGdal } from '../setup/programs.ts';
import { tileAt } from '../../tiles/grid/web-mercator-quad.ts';

const run = promisify(execFile);

// Not through a proxy of the machine: the service is on it.
const env = { ...process.env, no_proxy: '127.0.0.1', GDAL_HTTP_TIMEOUT: '60' };
const ogrinfo = async (...words: string[]) => (await run('ogrinfo', words, { env, maxBuffer: 2 ** 26 })).stdout;

withGdal('GDAL as a client', () =>
  eachDatabase('of the service', (given) => {
    const { url } = serving(given);

    before(async () => {
      await loadInto(given, 'municipality', municipalities);
      await loadInto(given, 'plan', plans);
      await loadInto(given, 'stop', stops);
    });

    it('OAPIF lists the collections', async () => {
      const text = await ogrinfo('-ro', `OAPIF:${url()}`);
      for (const { id } of given.catalogue().layers) expect(text).to.match(new RegExp(`: ${id} \\(`));
    });

    it('OAPIF reads all pages, with fields and types', async () => {
      const text = await ogrinfo('-ro', '-oo', 'PAGE_SIZE=60', '-al', '-q', `OAPIF:${url()}`, 'stop');
      expect(text.match(/OGRFeature\(stop\)/g)).to.have.length(250);
      expect(text).to.include('name (String) = Holdeplass 249, «Æ»');
      expect(text).to.match(/departures \(Integer(64)?\) = 249/);
      expect(text).to.match(/POINT \(11\.49 60\.5\)/);
    });

    it('OAPIF counts, bounds and filters by a box', async () => {
      const summary = await ogrinfo('-ro', '-so', `OAPIF:${url()}`, 'stop');
      expect(summary).to.include('Feature Count: 250');
      expect(summary).to.match(/Extent: \(9\.0+, 60\.5/);
      const inBox = await ogrinfo('-ro', '-q', '-spat', '9.0951', '60.4', '9.1249', '60.6', `OAPIF:${url()}`, 'stop');
      expect(inBox.match(/OGRFeature\(stop\)/g)).to.have.length(3);
    });

    it('MVT reads a tile where it lies on earth', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'grunnriss-test-'));
      try {
        const { z, x, y } = tileAt(9.05, 60.05, 12);
        const response = await fetch(`${url()}/tiles/plan,municipality/${z}/${x}/${y}`);
        const file = path.join(folder, 'tile.pbf');
        await writeFile(file, Buffer.from(await response.arrayBuffer()));
        const words = ['-oo', `X=${x}`, '-oo', `Y=${y}`, '-oo', `Z=${z}`];
        const text = await ogrinfo('-ro', '-al', ...words, `MVT:${file}`);
        expect(text).to.include('Layer name: plan').and.to.include('Layer name: municipality');
        expect(text)
          .to.include('plan_id (String) = 3330_1')
          .and.to.match(/law \(Integer(64)?\) = 1985/);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }),
);
