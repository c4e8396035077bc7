import type { Catalogue } from '../../../layers/catalogue.ts';
import { coordinationZonesHolidayHomes } from '../../../layers/coordination-zones-holiday-homes.ts';
import { coordinationZonesHousing } from '../../../layers/coordination-zones-housing.ts';
import type { Session } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { CannotMeasure } from '../places/cannot-measure.ts';
import { pressureKinds, type PressureKind } from '../pressure/pressure.ts';
import { datasetOfRun, doneRun } from '../publish/dataset-of-run.ts';
import type { ZonesAnswer } from '../zones/coordination-zones.ts';
import { movesOf, type CellOfTwo, type Moves } from './moves.ts';

/** What became of the zones of a kind. */
export interface KindChange extends Moves {
  kind: PressureKind;
  municipalities: ({ number: string } & Moves)[];
  /** Cells that went from one box to another. */
  cells: CellOfTwo[];
}

export interface ZonesChange {
  /** The years that the two maps are of; null where the population says none. */
  before: { year: number | null };
  after: { year: number | null };
  kinds: KindChange[];
}

const layerOf = { housing: coordinationZonesHousing, 'holiday-homes': coordinationZonesHolidayHomes };
const analysis = 'coordination-zones';

/**
 * Which cells went from one box of the figure to another between two runs of the coordination zones.
 * @param before, after keys of the runs
 * @throws CannotMeasure where a run is not there, or the two are of other limits or cells
 */
export async function findZonesChange(
  session: Session,
  catalogue: Catalogue,
  { before, after }: { before: string; after: string },
): Promise<ZonesChange> {
  const answerOf = async (key: string) => (await doneRun(session, key, analysis)).result as unknown as ZonesAnswer;
  const [early, late] = [await answerOf(before), await answerOf(after)];
  if (JSON.stringify(early.limits) !== JSON.stringify(late.limits)) throw otherLimits;
  const kinds: KindChange[] = [];
  for (const kind of pressureKinds) {
    const layer = catalogue.get(layerOf[kind].id);
    const datasets = {
      before: await datasetOfRun(session, before, analysis, layer.id),
      after: await datasetOfRun(session, after, analysis, layer.id),
    };
    const sides = await Promise.all(
      Object.values(datasets).map((dataset) =>
        session.rows<{ side: number }>(layerStatement('centrality/zones/side', layer), { dataset }),
      ),
    );
    if (new Set(sides.flat().map(({ side }) => side)).size > 1) throw otherCells;
    const cells = await session.rows<CellOfTwo>(layerStatement('centrality/zones/moved', layer), datasets);
    const numbers = [...new Set(cells.map(({ municipality }) => municipality))];
    kinds.push({
      ...{ kind, ...movesOf(cells) },
      municipalities: numbers.map((number) => ({
        ...{ number, ...movesOf(cells.filter(({ municipality }) => municipality === number)) },
      })),
      cells: cells.filter((cell) => cell.before !== null && cell.after !== null && cell.before !== cell.after),
    });
  }
  return { before: { year: early.to_year }, after: { year: late.to_year }, kinds };
}

const otherLimits = new CannotMeasure({
  nb: 'De to kjøringene har ulike grenser for båndene i figuren, så ruter ville flytte uten at noe er endret. Kjør begge med de samme grensene.',
  en: 'The two runs have other limits of the bands, so that cells would move without any change. Run both by the same limits.',
});

const otherCells = new CannotMeasure({
  nb: 'De to kartene har ruter av ulik størrelse. Kjør development-pressure med samme cell_m for begge.',
  en: 'The two maps have cells of different sizes. Run development-pressure with the same cell_m for both.',
});
