import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { datasetIds, type Constraints } from '../conflicts/measurement/constraints.ts';
import { Relief } from '../conflicts/treeline/relief.ts';
import type { Height } from '../conflicts/treeline/terrain.ts';

/** A municipality's places on the grid; `at[i]` is a column and a row. */
export interface Sample {
  number: string;
  name: string | null;
  columns: Int32Array;
  rows: Int32Array;
  height: Float32Array;
  forest: Uint8Array;
  /** Part of the places whose land cover and height are known. */
  known: number;
}

/** Heights are gathered so much farther around a municipality, metres: contours lie kilometres apart on flat land. */
const around = 5000;

interface Row {
  columns: number[];
  rows: number[];
  mapped: number[];
  forest: number[];
  box: [number, number, number, number] | null;
}

/** Sample forest and height over the municipalities, one after the other. */
export async function* sampleMunicipalities(
  session: Session,
  constraints: Constraints,
  step: number,
): AsyncGenerator<{ sample: Sample; share: number }> {
  const municipalities = datasetIds(constraints, 'municipality');
  const all = await session.rows<{ number: string; name: string | null }>(statement('treeline/municipalities'), {
    municipalities,
  });
  const cover = await session.rows<{ id: number }>(statement('treeline/land-cover-year'), {
    land_cover: datasetIds(constraints, 'land-cover'),
  });
  for (const [done, { number, name }] of all.entries()) {
    const row = await session.row<Row>(statement('treeline/places'), {
      ...{ municipality: number, municipalities, step, division: constraints.division },
      land_cover: cover.map(({ id }) => id),
    });
    yield {
      sample: await withHeights(session, constraints, { ...row, number, name }, step),
      share: (done + 1) / all.length,
    };
  }
}

async function withHeights(
  session: Session,
  constraints: Constraints,
  { number, name, columns, rows, mapped, forest, box }: Row & Pick<Sample, 'number' | 'name'>,
  step: number,
): Promise<Sample> {
  const wider = box && ([box[0] - around, box[1] - around, box[2] + around, box[3] + around] as const);
  const heightAt: Height = wider
    ? (await Relief.around({ session, constraints }, [wider], { every: step })).over(wider)
    : () => null;
  const height = Float32Array.from(columns, (column, at) => heightAt(column * step, (rows[at] ?? 0) * step) ?? NaN);
  const known = columns.filter((_, at) => mapped[at] && !Number.isNaN(height[at])).length;
  return {
    ...{ number, name, height },
    columns: Int32Array.from(columns),
    rows: Int32Array.from(rows),
    forest: Uint8Array.from(forest),
    known: columns.length === 0 ? 0 : known / columns.length,
  };
}
