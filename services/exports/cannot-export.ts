import { Explained } from '../../layers/declaration/explained.ts';

/** What was asked for cannot be exported: no such edition, part, municipality, or too much for the format. */
export class CannotExport extends Explained {}
