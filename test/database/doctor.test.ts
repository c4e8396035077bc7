import { createServer } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import pg from 'pg';
import { diagnose, type Finding } from '../../services/database/doctor.ts';
import { writeOwner } from '../../services/database/embedded/lock.ts';
import { checkFolder, checkMemory, checkNode, checkPort } from '../../services/database/surroundings.ts';
import { readSettings } from '../../services/settings.ts';
import { eachDatabase } from '../setup/databases.ts';
import { withEmbeddedFolder } from '../setup/embedded-folder.ts';
import { clientConfig } from './clients.ts';

const found = (findings: Finding[], check: string) => {
  const finding = findings.map(inEnglish).find((each) => each.check === check);
  if (!finding) throw new Error(`There is no finding '${check}'.`);
  return finding;
};

const inEnglish = ({ check, state, detail, remedy }: Finding) => ({
  ...{ check: check.en, state, detail: detail.en },
  ...(remedy && { remedy: remedy.en }),
});

/** A port that is free now. */
const anyPort = { port: 0, host: '127.0.0.1' };

eachDatabase('The doctor', ({ settings, kind }) => {
  const examine = (change: object = {}) => diagnose({ ...settings(), ...anyPort, ...change });

  it('finds nothing wrong where nothing is', async () => {
    const findings = await examine();
    expect(
      findings
        .map(inEnglish)
        .filter(({ state, check }) => state !== 'ok' && check !== 'Disk space' && check !== 'Memory'),
    ).to.deep.equal([]);
    expect(found(findings, 'Database').detail).to.match(new RegExp(`^${kind}; PostgreSQL \\d+.*PostGIS 3\\.`));
    expect(found(findings, 'Migrations').detail).to.match(/^all \d+ applied$/);
  });

  it('finds another analysis CRS than the database was made with', async () => {
    const finding = found(await examine({ analysisSrid: 25833 }), 'Analysis CRS');
    expect(finding).to.deep.include({ state: 'fail', detail: 'EPSG:25832' });
    expect(finding.remedy).to.match(/GRUNNRISS_CRS=25832/);
  });

  it('finds a database that a newer program has made', async () => {
    const client = new pg.Client(await clientConfig(settings()));
    await client.connect();
    await client.query("insert into grunnriss.migration (number, name) values (9999, '9999-later.sql')");
    const finding = found(await examine(), 'Migrations');
    await client.query('delete from grunnriss.migration where number = 9999');
    await client.end();
    expect(finding).to.include({ state: 'fail' });
    expect(finding.detail).to.match(/9999/);
    expect(finding.remedy).to.match(/newer version/);
  });
});

describe('The doctor, of a server that cannot be reached', () => {
  for (const [what, url, remedy] of [
    ['nobody listens', 'postgres://postgres@127.0.0.1:1/x', /Start PostgreSQL.*127\.0\.0\.1:1/],
    ['the socket is not there', 'postgres://postgres@/x?host=/nowhere', /Start PostgreSQL/],
  ] as const)
    it(`says what to do when ${what}`, async () => {
      const finding = found(await diagnose({ ...readSettings({ DATABASE_URL: url }), ...anyPort }), 'Database');
      expect(finding.state).to.equal('fail');
      expect(finding.remedy).to.match(remedy);
    });

  it('does not tell passwords', async () => {
    const settings = readSettings({ DATABASE_URL: 'postgres://postgres:secret@127.0.0.1:1/x' });
    expect(JSON.stringify(await diagnose({ ...settings, ...anyPort }))).not.to.include('secret');
  });
});

withEmbeddedFolder('The doctor, of a data folder', (folder) => {
  const examine = (dataFolder: string) => diagnose({ ...readSettings({ GRUNNRISS_DATA: dataFolder }), ...anyPort });

  it('that is not there yet: nothing is wrong, and nothing is made', async () => {
    const findings = await examine(path.join(folder(), 'later'));
    expect(found(findings, 'Database')).to.include({ state: 'ok' });
    expect(found(findings, 'Data folder').detail).to.match(/made at the first start/);
    expect(found(await examine(path.join(folder(), 'later')), 'Data folder').detail).to.match(
      /made at the first start/,
    );
  });

  it('whose owner was killed: the next start mends it', async () => {
    writeOwner(folder(), {
      pid: 4711,
      child: 4712,
      host: path.join(folder(), 'gone'),
      port: 5432,
      since: '2026-01-01T00:00:00Z',
    });
    const findings = await examine(folder());
    expect(found(findings, 'Owner')).to.include({ state: 'warn' });
    expect(found(findings, 'Owner').detail).to.match(/4711/);
    expect(found(findings, 'Migrations').detail).to.match(/pending/);
  });
});

describe('The doctor, of the machine', () => {
  it('knows which Node is old', () => {
    expect(checkNode('20.18.3')).to.include({ state: 'fail' });
    expect(checkNode('18.20.0')).to.include({ state: 'fail' });
    expect(checkNode('20.19.0')).to.include({ state: 'ok' });
    expect(checkNode('24.1.0')).to.include({ state: 'ok' });
  });

  it('warns of little memory', () => {
    expect(checkMemory(1024 ** 3)).to.include({ state: 'warn' });
    expect(checkMemory(8 * 1024 ** 3)).to.include({ state: 'ok' });
  });

  it('sees that a folder is a file', async () => {
    const finding = await checkFolder(path.join(import.meta.filename, 'inside'));
    expect(finding).to.include({ state: 'fail' });
    expect(finding.detail.en).to.match(/is a file/);
  });

  it('sees that no folder can be made, and does not take it for a full disk', async () => {
    const findings = await diagnose({ ...readSettings({ GRUNNRISS_DATA: '/proc/nope' }), ...anyPort });
    const wrong = findings.filter(({ state }) => state === 'fail').map(inEnglish);
    expect(wrong.map(({ check }) => check)).to.deep.equal(['Data folder']);
    expect(wrong[0].detail).to.match(/\/proc cannot be written to/);
    expect(findings.find(({ state }) => state === 'fail')?.detail.nb).to.match(/går ikke an å skrive i \/proc/);
  });

  it('sees that the port is taken, and that an address is not of this machine', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await checkPort({ host: '127.0.0.1', port })).to.include({ state: 'warn' });
    server.close();
    await once(server, 'close');
    expect(await checkPort({ host: '127.0.0.1', port })).to.include({ state: 'ok' });
    expect(await checkPort({ host: '192.0.2.1', port })).to.include({ state: 'fail' });
  });
});
