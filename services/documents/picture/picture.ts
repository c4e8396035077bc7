/** A map drawn by us, with its legend and its text for those who do not see it. */
export interface Picture {
  /** SVG of its own, without words but for names and the scale. */
  svg: string;
  alt: string;
  legend: readonly { swatch: string; text: string }[];
}

/** Units of a picture; all are equally large. */
export const pictureWidth = 480;
export const pictureHeight = 320;
