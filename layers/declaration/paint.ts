/** How a layer is drawn, as data: the MapLibre style and the legend are both derived from it. */
export interface Paint {
  shape: 'fill' | 'line' | 'circle';
  /** One colour, or a colour per code of a field; `other` for every value that is not listed. */
  colour: string | { field: string; colours: Record<string, string>; other: string };
  /** 0–1 */
  opacity: number;
  /** Outline of a fill, width of a line, radius of a circle: pixels at zoom 10. */
  size?: number;
  outline?: string;
  /** Dashes and gaps in line widths. */
  dash?: number[];
}

type Options = Partial<Omit<Paint, 'shape' | 'colour'>>;

export const fill = (colour: Paint['colour'], options: Options = {}): Paint => ({
  shape: 'fill',
  colour,
  opacity: 0.5,
  ...options,
});
export const line = (colour: Paint['colour'], options: Options = {}): Paint => ({
  shape: 'line',
  colour,
  opacity: 1,
  size: 1.5,
  ...options,
});
export const circle = (colour: Paint['colour'], options: Options = {}): Paint => ({
  shape: 'circle',
  colour,
  opacity: 0.9,
  size: 4,
  ...options,
});

/** A colour per code of a field. */
export const byCode = (field: string, colours: Record<string, string>, other = '#9a9a9a'): Paint['colour'] => ({
  field,
  colours,
  other,
});
