import type { Position } from 'geojson';
import type { SourceFeature } from '../../services/imports/source-feature.ts';

/**
 * Polygons as a SOSI file in EPSG:25832: each ring a KURVE, each feature a FLATE that refers to them. In ISO 8859-1: GDAL
 * does not find the head of one in UTF-8.
 */
export function* sosiOf(features: readonly SourceFeature[]): Generator<Buffer> {
  for (const text of textOf(features)) yield Buffer.from(text, 'latin1');
}

function* textOf(features: readonly SourceFeature[]): Generator<string> {
  yield '.HODE\n..TEGNSETT ISO8859-1\n..TRANSPAR\n...KOORDSYS 22\n...ORIGO-NØ 0 0\n...ENHET 0.001\n';
  yield '..OMRÅDE\n...MIN-NØ 6000000 0\n...MAX-NØ 7500000 1000000\n..SOSI-VERSJON 4.5\n..SOSI-NIVÅ 2\n';
  let number = 0;
  for (const { id, properties, geometry } of features) {
    if (geometry?.type !== 'Polygon') continue;
    const curves = geometry.coordinates.map((ring) => ({ ring, number: ++number }));
    for (const { ring, number } of curves)
      yield `.KURVE ${number}:\n..OBJTYPE Grense\n..NØ\n${ring.map(line).join('')}`;
    const [outer, ...holes] = curves;
    const refs = [`:${outer?.number}`, ...holes.map(({ number }) => `(:${number})`)].join(' ');
    const values = Object.entries(properties).map(([name, value]) => `..${name.toUpperCase()} ${String(value)}\n`);
    const middle = geometry.coordinates[0]?.[0] ?? [];
    yield `.FLATE ${++number}:\n..OBJTYPE ArealressursFlate\n..ID "${id}"\n${values.join('')}..REF ${refs}\n..NØ\n${line(middle)}`;
  }
  yield '.SLUTT\n';
}

const line = ([east = 0, north = 0]: Position): string => `${Math.round(north * 1000)} ${Math.round(east * 1000)}\n`;
