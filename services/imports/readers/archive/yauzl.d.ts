/** The part of yauzl 3 that is used; the types that others publish are of version 2. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    fileName: string;
    uncompressedSize: number;
    externalFileAttributes: number;
    generalPurposeBitFlag: number;
  }

  export interface ZipFile {
    entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  export function openPromise(path: string, options: { autoClose: boolean; lazyEntries: boolean }): Promise<ZipFile>;
}
