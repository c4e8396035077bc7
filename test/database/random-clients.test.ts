import { expect } from 'chai';
import type { ClientConfig } from 'pg';
import { randomConversation } from '../faults/random-clients.ts';
import { eachDatabase } from '../setup/databases.ts';
import { engines } from '../setup/engines.ts';
import { clientConfig } from './clients.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const answers = new Map<number, string[]>();

/** The server comes first and says what is right; the embedded database must say the same. `npm run faults` does more. */
if (engines().length === 2)
  eachDatabase('Clients that send batches drawn by chance', ({ settings, kind }) => {
    let config: ClientConfig;
    before(async () => {
      config = await clientConfig(settings());
    });

    it(kind === 'server' ? 'are answered' : 'are answered as by the server', async () => {
      for (const seed of seeds) {
        const told = await randomConversation(config, seed, 60);
        if (kind === 'server') answers.set(seed, told);
        else expect(told, `seed ${seed}`).to.deep.equal(answers.get(seed));
      }
    });
  });
