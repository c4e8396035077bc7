/**
 * What `ogr2ogr` is told to load a file into a server, with a spatial index.
 * @param of the one table of the file to load, where it has several
 */
export function loading(file: string, layer: string, url: string, of?: string): string[] {
  const table = `rival_${layer.replaceAll('-', '_')}`;
  const options = ['-nln', table, '-overwrite', '-lco', 'GEOMETRY_NAME=geom', '-nlt', 'GEOMETRY'];
  return ['-f', 'PostgreSQL', `PG:${keywords(url)}`, file, ...(of === undefined ? [] : [of]), ...options];
}

/** The address as libpq's keywords: GDAL cuts an address with parameters in two. */
function keywords(url: string): string {
  const [, user = 'postgres', password, host, port, database, query] =
    /^postgres(?:ql)?:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^:/]*)(?::(\d+))?\/([^?]*)(?:\?(.*))?$/.exec(url) ?? [];
  const socket = new URLSearchParams(query).get('host');
  const words = { user, password, host: socket ?? host, port, dbname: database };
  return Object.entries(words)
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}='${value}'`)
    .join(' ');
}
