const endOfDirectory = 0x06054b50;
const entry = 0x02014b50;

/**
 * Give every entry of a zip archive the same time, in place: an archive that carries the clock is another one at every
 * writing. Fields as in APPNOTE.TXT 6.3, §4.3.7, §4.3.12, §4.3.16; no zip64.
 * @throws Error when it is no such archive
 */
export function setZipTimes(archive: Buffer, time: Date): Buffer {
  const end = archive.length - 22;
  if (end < 0 || archive.readUInt32LE(end) !== endOfDirectory) throw new Error('No end of a zip directory.');
  const count = archive.readUInt16LE(end + 10);
  const [date, clock] = inDos(time);
  let at = archive.readUInt32LE(end + 16);
  for (let left = count; left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== entry) throw new Error('No entry of a zip directory.');
    archive.writeUInt16LE(clock, at + 12);
    archive.writeUInt16LE(date, at + 14);
    const file = archive.readUInt32LE(at + 42);
    archive.writeUInt16LE(clock, file + 10);
    archive.writeUInt16LE(date, file + 12);
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return archive;
}

/** Date and time as zip writes them, from 1980 on, two seconds apart. */
function inDos(time: Date): [date: number, clock: number] {
  const year = Math.max(0, time.getUTCFullYear() - 1980);
  return [
    (year << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate(),
    (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
  ];
}
