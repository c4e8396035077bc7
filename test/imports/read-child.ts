/**
 * A process that reads a file, `read-child.ts FILE`, and says by a line of JSON what came of it: how many features, and
 * the most memory that it had, in MB; or why the file cannot be read.
 */
import { readFile } from '../../services/imports/read-file.ts';
import { UnreadableFile } from '../../services/imports/readers/unreadable.ts';

const [path = '', crs] = process.argv.slice(2);
try {
  const source = await readFile(path, crs === undefined ? {} : { crs: Number(crs) });
  let [features, unread, heapMb] = [0, 0, 0];
  for await (const { unreadable } of source.features) {
    features += 1;
    if (unreadable !== undefined) unread += 1;
    if (features % 1000 === 0) heapMb = Math.max(heapMb, process.memoryUsage().heapUsed / 2 ** 20);
  }
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ features, unread, heapMb, peakMb }));
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  const { fault, message } = error as UnreadableFile;
  console.log(JSON.stringify({ fault, message }));
}
