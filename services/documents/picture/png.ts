import { renderAsync } from '@resvg/resvg-js';
import { roboto } from '../fonts.ts';

/** Points for each unit of a picture: enough for print at 14 cm. */
const zoom = 3;

/** An SVG document as PNG, for those whose word processor takes no SVG. The same document gives the same bytes. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false, fontFiles: Object.values(roboto), defaultFontFamily: 'Roboto' },
  });
  return drawn.asPng();
}
