import { loadCatalogue } from '../../layers/catalogue.ts';
import { openDatabase } from '../../services/database/open.ts';
import { loadExample } from '../../services/example/load.ts';
import { readSettings } from '../../services/settings.ts';
import { recomputedAreas } from '../conflicts/recompute.ts';
import { onServerItself, urlOf } from '../setup/test-server.ts';

/** What a series of areas that were worked out twice came to. */
interface Compared {
  overlaps: number;
  /** Largest relative difference. */
  worst: number;
  finding: string;
}

/** All overlaps of an example county on a server, clipped and measured outside of PostGIS. */
export async function compareOverlaps(scale: number): Promise<Compared> {
  const name = `grunnriss_overlaps_${process.pid}`;
  await onServerItself(`create database ${name}`);
  try {
    const catalogue = await loadCatalogue();
    const database = await openDatabase(readSettings({ DATABASE_URL: urlOf(name) }), catalogue);
    const compared: Compared = { overlaps: 0, worst: 0, finding: '' };
    try {
      await loadExample(database, catalogue, { scale, seed: 1 });
      for await (const { finding, area_m2, expected_m2 } of recomputedAreas(database, catalogue, scale)) {
        const difference = Math.abs(area_m2 / expected_m2 - 1);
        if (difference > compared.worst) Object.assign(compared, { worst: difference, finding });
        compared.overlaps += 1;
      }
    } finally {
      await database.close();
    }
    return compared;
  } finally {
    await onServerItself(`drop database if exists ${name} with (force)`);
  }
}
