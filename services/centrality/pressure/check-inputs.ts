import { CannotMeasure } from '../places/cannot-measure.ts';
import type { Evidence, PressureKind } from './pressure.ts';

interface Asked {
  cell_m: number;
  reserve_step_m: number;
  from_year: number;
  to_year: number;
  weights: Record<Evidence, number>;
}

/**
 * Refuse what would give a map that says nothing.
 * @param evidenceOf what counts for each kind
 * @throws CannotMeasure
 */
export function checkInputs(
  { cell_m, reserve_step_m, from_year, to_year, weights }: Asked,
  evidenceOf: Record<PressureKind, readonly Evidence[]>,
): void {
  if (from_year >= to_year)
    throw new CannotMeasure({
      nb: `Vekst må måles fra et år til et senere: from_year er ${from_year} og to_year ${to_year}.`,
      en: `Growth is measured from one year to a later one: from_year is ${from_year} and to_year ${to_year}.`,
    });
  for (const [kind, evidence] of Object.entries(evidenceOf))
    if (evidence.every((one) => weights[one] === 0))
      throw new CannotMeasure({
        nb: `Alle vekter for ${kind} er 0, så ingenting teller. Gi minst én av disse en vekt over 0: ${evidence.join(', ')}.`,
        en: `All weights of ${kind} are 0, so nothing counts. Give at least one of these a weight above 0: ${evidence.join(', ')}.`,
      });
  if (cell_m % reserve_step_m !== 0)
    throw new CannotMeasure({
      nb: `En rute på ${cell_m} m er ikke et helt antall reserve_step_m på ${reserve_step_m} m bred. Velg en verdi som går opp.`,
      en: `A cell of ${cell_m} m is not a whole number of reserve_step_m of ${reserve_step_m} m wide. Choose a value that divides it.`,
    });
}
