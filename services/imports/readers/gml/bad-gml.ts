import type { XmlNode } from './xml-node.ts';

/** A geometry of GML that cannot be read; the message is a code of the texts, a colon, details. */
export class BadGml extends Error {
  constructor(code: string, detail: string, { line }: XmlNode) {
    super(`${code}: ${detail} (${line})`);
  }
}
