import { Explained } from '../../../layers/declaration/explained.ts';

/** There is nothing to measure centrality, pressure or zones on: what is missing, and what to do. */
export class CannotMeasure extends Explained {}

/** @param layers ids of the layers that nothing was ever loaded for */
export const absentLayers = (layers: readonly string[]): CannotMeasure =>
  new CannotMeasure({
    nb: `Det finnes ingen data for ${layers.join(', ')}. Importer dem først: grunnriss import FIL --layer ${layers[0]}.`,
    en: `There are no data for ${layers.join(', ')}. Import them first: grunnriss import FILE --layer ${layers[0]}.`,
  });
