import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Explained } from '../../../layers/declaration/explained.ts';

/** The data folder cannot be made or used. */
export class BadDataFolder extends Explained {}

/**
 * Make the data folder where it is not there, folder by folder: Node's own way never ends in `/proc`.
 * @throws BadDataFolder with what the system said
 */
export function makeDataFolder(folder: string): void {
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found && !found.isDirectory()) throw new Error(`ENOTDIR: ${folder}`);
    if (found) return;
    if (dirname(folder) !== folder) makeDataFolder(dirname(folder));
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return; // another process was quicker
    if (error instanceof BadDataFolder) throw error;
    const said = (error as Error).message;
    throw new BadDataFolder({
      nb: `Databasens mappe kan ikke lages: ${said}. Sett GRUNNRISS_DATA til en mappe du kan skrive i.`,
      en: `The folder of the database cannot be made: ${said}. Set GRUNNRISS_DATA to a folder that you can write to.`,
    });
  }
}
