/** Progress for people: on standard error, so that standard output stays data. */
export interface Progress {
  /** Something happened that stays on the screen. */
  line(text: string): void;
  /** How far the work is; replaced by the next call. @param share 0–1, or null where the end is not known */
  share(share: number | null, text: string): void;
  /** The work is over: leave a clean line. */
  done(): void;
}

/** Where the screen cannot be rewritten (a log), a line at most this often. */
const quietMs = 5000;

export function progressTo(stream: NodeJS.WriteStream = process.stderr): Progress {
  let open = false;
  let last = 0;
  const done = () => {
    if (open) stream.write('\n');
    open = false;
  };
  return {
    done,
    line(text) {
      done();
      stream.write(`${text}\n`);
    },
    share(share, text) {
      const shown = share === null ? text : `${String(Math.round(share * 100)).padStart(3)} %  ${text}`;
      if (stream.isTTY) {
        stream.write(`\r\x1b[K${shown.slice(0, (stream.columns || 80) - 1)}`);
        open = true;
      } else if (Date.now() - last > quietMs) {
        last = Date.now();
        stream.write(`${shown}\n`);
      }
    },
  };
}
