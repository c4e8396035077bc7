import { expect } from 'chai';
import { startEmbedded, type Embedded } from '../../services/database/embedded/embedded.ts';
import { readOwner } from '../../services/database/embedded/lock.ts';
import { killWhileWriting } from '../faults/kills.ts';
import { withEmbeddedFolder } from '../setup/embedded-folder.ts';

withEmbeddedFolder('The process of the embedded database is killed', (folder) => {
  let embedded: Embedded;
  const told: string[] = [];

  before(async () => {
    embedded = await startEmbedded({ folder: folder(), onProgress: (line) => told.push(line.en) });
  });
  after(() => embedded.stop());

  it('in the middle of writes: no acknowledged row is lost, no transaction is halved, and it goes on by itself', async () => {
    const { acknowledged, ...losses } = await killWhileWriting(embedded, folder(), 2);
    expect(losses).to.deep.equal({ missing: [], halves: [], unclear: [] });
    expect(acknowledged).to.be.greaterThan(150);
    expect(
      told.filter((line) => line.includes('SIGKILL: starting it anew') || line.includes('(SIGKILL)')),
    ).to.have.length(2);
  });

  it('and starts at the same address, so that clients find it again', () => {
    expect(readOwner(folder())).to.include({ host: embedded.connection.host, pid: process.pid });
  });
});
