import { pressureStep } from '../../../layers/codes/pressure.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import type { Window } from './evidence.ts';
import { evidences, type Found, type Pressure, type RasterCell } from './pressure.ts';

/** The ranked cells with every part and the whole, as squares in the analysis CRS. */
export function* pressureFeatures(
  cells: readonly RasterCell[],
  { buildings }: Found,
  { ranked, figures, ranks, whole }: Pressure,
  { cell_m, from_year, to_year }: Window,
): Generator<SourceFeature> {
  const known = (figure: number | undefined) => (figure === undefined || Number.isNaN(figure) ? null : figure);
  for (const [index, at] of ranked.entries()) {
    const { column, row, municipality } = cells[at];
    const [west, south] = [column * cell_m, row * cell_m];
    const [east, north] = [west + cell_m, south + cell_m];
    const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
    const pressure = known(whole[index]);
    const parts = evidences.flatMap((evidence) => [
      [evidence, known(figures[evidence]?.[index])],
      [`${evidence}_rank`, known(ranks[evidence]?.[index])],
    ]);
    yield {
      ...{ index, id: `${column}/${row}`, geometry: { type: 'Polygon', coordinates: [ring] } },
      properties: {
        ...{ municipality, pressure, step: pressure === null ? null : pressureStep(pressure), from_year, to_year },
        ...{ buildings: buildings?.[at] ?? null, ...(Object.fromEntries(parts) as Record<string, number | null>) },
      },
    };
  }
}
