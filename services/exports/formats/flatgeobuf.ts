import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import type { ExportFormat } from '../export-format.ts';
import { featureFrame } from '../flatgeobuf/feature-frame.ts';
import { headerFrame } from '../flatgeobuf/header-frame.ts';

/** FlatGeobuf 3, without spatial index: written front to back, whatever its size. What it stands on is its metadata. */
export const flatgeobuf: ExportFormat = {
  id: 'fgb',
  title: { nb: 'FlatGeobuf', en: 'FlatGeobuf' },
  ending: '.fgb',
  isText: false,
  inDegrees: false,
  async *write(about, features) {
    yield magicbytes;
    yield headerFrame(about);
    for await (const feature of features) yield featureFrame(feature, about.columns);
  },
};
