/** Style sheet of the pages on sites. */
export const stationReportStyle = new URL('station-report.css', import.meta.url);
