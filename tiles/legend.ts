import type { Bilingual } from '../layers/declaration/bilingual.ts';
import type { Layer } from '../layers/declaration/layer.ts';
import type { Paint } from '../layers/declaration/paint.ts';

/** One line of a layer's legend. */
export interface LegendEntry {
  label: Bilingual;
  shape: Paint['shape'];
  colour: string;
  opacity: number;
  outline?: string;
  dash?: number[];
  /** The code that is drawn so; absent for the layer's single colour and for all other values. */
  code?: string;
}

const others: Bilingual = { nb: 'Annet eller ikke oppgitt', en: 'Other or not stated' };

/** The legend of a layer, out of the same paint as its style: the layer itself, or a line per code in the paint's order. */
export function legendOf(layer: Layer): LegendEntry[] {
  const { shape, colour, opacity, outline, dash } = layer.paint;
  const drawn = { shape, opacity, ...(outline && { outline }), ...(dash && { dash }) };
  if (typeof colour === 'string') return [{ label: layer.title, colour, ...drawn }];
  const codes = layer.fields[colour.field]?.codes ?? {};
  return [
    ...Object.entries(colour.colours).map(([code, codeColour]) => ({
      label: codes[code] ?? { nb: code, en: code },
      colour: codeColour,
      code,
      ...drawn,
    })),
    { label: others, colour: colour.other, ...drawn },
  ];
}
