/** The part of yazl that the tests use. */
declare module 'yazl' {
  export class ZipFile {
    readonly outputStream: NodeJS.ReadableStream;
    addBuffer(content: Buffer, name: string): void;
    end(): void;
  }
}
