/** The part of multer 2 that is used. */
declare module 'multer' {
  import type { Request, RequestHandler } from 'express';
  import type { Readable } from 'node:stream';

  interface IncomingFile {
    originalname: string;
    stream: Readable;
  }
  interface Storage {
    _handleFile(request: Request, file: IncomingFile, done: (error?: unknown, info?: object) => void): void;
    _removeFile(request: Request, file: IncomingFile, done: (error: null) => void): void;
  }
  interface Options {
    storage: Storage;
    limits: { files: number; fields: number; parts: number };
    defParamCharset: 'utf8';
  }
  export default function multer(options: Options): { array(field: string): RequestHandler };
}
