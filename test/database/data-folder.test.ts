import { expect } from 'chai';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { BadDataFolder } from '../../services/database/embedded/data-folder.ts';
import { startEmbedded } from '../../services/database/embedded/embedded.ts';
import { temporaryFiles } from '../imports/files.ts';

describe('the folder of the embedded database', () => {
  const { write } = temporaryFiles();

  const refused = async (folder: string) => {
    const error: unknown = await startEmbedded({ folder }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(BadDataFolder);
    expect((error as BadDataFolder).message)
      .to.include(path.basename(folder))
      .and.include('GRUNNRISS_DATA');
  };

  it('that is a file, or would stand in one, is refused at once', async () => {
    const file = write('file', '');
    await refused(file);
    await refused(path.join(file, 'below'));
  });

  // Nothing can be made there, and the system says the same as of a folder whose parent is missing.
  if (existsSync('/proc/self')) it('that the system lets nobody make is refused at once', () => refused('/proc/nope'));
});
