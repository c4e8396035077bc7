/** Parts of the suite that need something that a machine may lack. Their suites carry the mark in their titles. */
const parts = [
  {
    id: 'server',
    mark: 'server',
    what: 'database server',
    missing: 'set TEST_DATABASE_URL, or install PostgreSQL ≥ 15 with PostGIS',
  },
  { id: 'embedded', mark: 'embedded', what: 'embedded database', missing: 'left out by GRUNNRISS_TEST_ENGINES' },
  {
    id: 'browser',
    mark: 'browser',
    what: 'browser',
    missing: 'install Chromium, or set GRUNNRISS_CHROMIUM to its path',
  },
  { id: 'real-data', mark: 'real data', what: 'real data', missing: '../shared/data is not there' },
  { id: 'gdal', mark: 'gdal', what: 'GDAL as a client', missing: 'install ogr2ogr (Debian: gdal-bin)' },
];

/** How many of the slowest suites are named. */
const slowest = 12;

/**
 * Which suites took longest, what ran and what did not, over all processes: for people, then for scripts.
 * @param {import('./tally.ts').Tally[]} tallies
 */
export function closingLines(tallies) {
  const sum = (count) => tallies.reduce((total, tally) => total + count(tally), 0);
  const counted = parts.map((part) => ({ ...part, count: sum(({ marked }) => marked[part.mark] ?? 0) }));
  const skipped = sum((tally) => tally.skipped);
  const suites = tallies.flatMap((tally) => tally.suites).sort((a, b) => b.seconds - a.seconds);
  return [
    ...suites
      .slice(0, slowest)
      .map(({ seconds, title, file }) => `${seconds.toFixed(0).padStart(4)} s  ${title} (${file})`),
    ...counted.map(({ what, count, missing }) =>
      count > 0 ? `${what}: ${count} tests ran` : `${what}: NOT RUN (${missing})`,
    ),
    `ran: ${counted.map(({ id, count }) => `${id}=${count > 0 ? 'yes' : 'no'}`).join(' ')}`,
    `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ];
}
