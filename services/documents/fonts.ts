import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Roboto (Apache License 2.0), as pdfmake brings it; so that å, ø and § are the same on every machine. */
const folder = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');

/** Files of the letters that documents and pictures are written in. */
export const roboto = {
  normal: join(folder, 'Roboto-Regular.ttf'),
  bold: join(folder, 'Roboto-Medium.ttf'),
  italics: join(folder, 'Roboto-Italic.ttf'),
  bolditalics: join(folder, 'Roboto-MediumItalic.ttf'),
};
