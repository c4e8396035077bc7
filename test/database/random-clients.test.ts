import { expect } from 'chai';
import type { ClientConfig } from 'pg';
import { startEmbedded } from '../../services/database/embedded/embedded.ts';
import { randomConversation } from '../faults/random-clients.ts';
import { engines } from '../setup/engines.ts';
import { freshCopy } from '../setup/prepared.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

/** The server says what is right; the embedded database must say the same. `npm run faults` does more. */
if (engines().length === 2)
  describe('Clients that send batches drawn by chance [server and embedded]', () => {
    let server: ClientConfig;
    let embedded: ClientConfig;
    const afterwards: (() => Promise<void>)[] = [];
    before(async function () {
      this.timeout(600_000);
      const [onServer, inFolder] = [await freshCopy('server', 'empty'), await freshCopy('embedded', 'empty')];
      const started = await startEmbedded({ folder: inFolder.settings.dataFolder });
      server = { connectionString: onServer.settings.databaseUrl };
      embedded = started.connection;
      afterwards.push(() => started.stop(), inFolder.discard, onServer.discard);
    });
    after(async () => {
      for (const end of afterwards) await end();
    });

    it('are answered by the embedded database as by the server', async () => {
      for (const seed of seeds) {
        const expected = await randomConversation(server, seed, 60);
        expect(await randomConversation(embedded, seed, 60), `seed ${seed}`).to.deep.equal(expected);
      }
    });
  });
