import { megabytes } from '../megabytes.ts';
import type { Texts } from './texts.ts';

/** How to name a system, at the command line and when uploading. */
const crs = (epsg: number) => `--crs ${epsg}, when uploading ?crs=${epsg}`;
const at = ({ x, y }: { x: number; y: number }) => `(${x}, ${y})`;
const unit = { metre: 'm', degree: '°' } as Record<string, string>;

export const unreadable: Texts['unreadable'] = {
  json: 'it is not JSON',
  encoding: 'it is not UTF-8; save the file as UTF-8',
  'not-a-feature': 'it is not a GeoJSON Feature',
  'too-large': 'it is larger than 128 MB; split it',
  'too-deep': 'its brackets are nested more than 100 deep',
  geometry: 'its geometry has no type',
  coordinates: 'its coordinates are not lists of numbers',
  wkb: 'its binary geometry is broken',
  wkt: 'its WKT is broken',
  position: 'its coordinates are not numbers',
  'gml-crs': 'the geometry is in another CRS than the file, or in an unknown one',
  'gml-reference': 'it refers to a geometry that is not in the file',
  'gml-loop': 'the geometry refers to itself',
  'gml-kind': 'this kind of geometry cannot be read',
  'gml-no-border': 'the area has no outer border',
  'gml-arc': 'an arc or circle does not have the positions that it needs',
  'gml-number': 'something other than a number stands among the coordinates',
  'gml-positions': 'the coordinates are not whole positions (count / dimensions)',
  'gml-gap': 'the parts of a curve do not meet',
  arc: 'an arc does not have three positions, or two more for each',
  flatgeobuf: 'the feature is broken',
  points: 'it has more points than can be loaded, once arcs are drawn; split or simplify it; at most',
  'sosi-items': 'it has more values than any map feature has; at most',
  'sosi-rings': 'the area has more rings than can be sorted out; write islands in parentheses',
  row: 'the row does not fit the header',
  sosi: 'it is not SOSI',
  'sosi-number': 'something other than a number stands among the coordinates',
  'sosi-positions': 'the coordinates are not whole positions',
  'sosi-axes': 'it mixes positions with and without height',
  'sosi-arc': 'an arc or circle does not have the positions that it needs (count)',
  'sosi-curve': 'this kind of curve cannot be drawn; write it as KURVE or BUEP',
  'sosi-gap': 'the border is not closed; it ends at (east, north; element, line)',
  'sosi-no-border': 'the face has no border (REF)',
  'sosi-reference': 'it refers to a curve that is not in the file',
  'sosi-twice': 'it refers to a curve number that the file has twice',
};

const unsafe = { link: 'is a link', encrypted: 'is encrypted', twice: 'is there twice' };

export const fileFaults: Texts['fileFaults'] = {
  empty: () => 'The file is empty. Check that it was written to the end.',
  'unknown-format': ({ formats }) =>
    `The file has no format that can be read. Formats: ${formats}. Name one if it is one of them (--format; when uploading ?format=).`,
  'no-such-format': ({ format, formats }) => `There is no format '${format}'. Formats: ${formats}.`,
  'not-json': ({ what, line, byte }) => `The file is not JSON: ${what} at line ${line} (byte ${byte}).`,
  truncated: ({ line, byte, feature }) =>
    `The file breaks off at line ${line} (byte ${byte}), after ${feature} whole features. Nothing was imported; get the whole file.`,
  'text-after-end': ({ line, byte }) =>
    `The JSON document ends, but more follows at line ${line} (byte ${byte}). Is it a sequence? Then use --format geojson-sequence (when uploading ?format=geojson-sequence).`,
  'not-features': ({ type }) =>
    `The file is JSON, but no GeoJSON with features (its type is ${type}). Export it as a FeatureCollection.`,
  'esri-json': () => 'The file is Esri JSON, not GeoJSON. Export it as GeoJSON.',
  topojson: () => 'The file is TopoJSON, not GeoJSON. Export it as GeoJSON.',
  'crs-missing': ({ columns }) =>
    `The file does not say which coordinate system its coordinates are in. Name it: ${crs(25832)}. (Read: ${columns})`,
  'crs-differs': ({ layers }) =>
    `The layers of the file are in different coordinate systems: ${layers}. Import them one by one, with the layer's name.`,
  'crs-unclear': ({ what }) => `The coordinate system cannot be read from ${what}. Name it: ${crs(25832)}.`,
  'too-large': ({ bytes, limit }) =>
    `${megabytes(bytes)} of the file must be read at once; ${megabytes(limit)} can be. Divide it, or convert it to GeoJSON sequences, which may be of any size (ogr2ogr -f GeoJSONSeq new.geojsonl old.gpkg).`,
  'not-geopackage': ({ what }) => `The file is SQLite but no GeoPackage: ${what}.`,
  'no-features': () => 'The file has no features. Nothing was changed.',
  'no-coordinates': ({ layer }) =>
    `The table has no columns of coordinates (lon and lat, x and y, or wkt), but layer '${layer}' needs them.`,
  'layer-unknown': ({ types }) =>
    (types === ''
      ? 'The file does not say which object types it has.'
      : `No layer takes the object types of this file (${types}).`) +
    ' Name the layer: --layer ID; `grunnriss layers` lists them.',
  'layer-unclear': ({ type, layers }) => `'${type}' may belong to several layers: ${layers}. Name one: --layer ID.`,
  'no-such-layer': ({ layer, layers }) => `The file has no layer '${layer}'. Its layers: ${layers}.`,
  'bad-table': ({ what, line }) => `The table cannot be read from line ${line} on: ${what}.`,
  changed: () => 'The file changed while it was read. Nothing was imported; wait until it is written, and try again.',
  'no-space': ({ folder }) =>
    `There is no space left on the disk where files are unpacked (${folder}). Nothing was imported; make room, or set TMPDIR to another folder.`,
  'nvdb-api': () =>
    'The file is an answer of the old NVDB API (version 2), which is no map format. Get the data again from Vegkart as GeoJSON or CSV (with WKT), or as GML, and import that file.',
  'no-such-file': ({ path }) => `There is no file ${path}. Check its name.`,
  'not-flatgeobuf': ({ what }) => `The file is not FlatGeobuf 3: ${what}.`,
  'flatgeobuf-truncated': ({ byte, feature }) =>
    `The file breaks off (byte ${byte}), in feature ${feature}. Nothing was imported; get the whole file.`,
  'shapefile-part': ({ part }) =>
    `The Shapefile has no ${part}. A Shapefile is several files (.shp, .shx, .dbf, .prj): put them into one folder or a zip file.`,
  'shapefile-rows': ({ shapes, rows }) =>
    `The Shapefile has ${shapes} geometries (.shp) and ${rows} rows (.dbf): which belong together is not known. Export it anew, or find the files of the same export.`,
  gdal: ({ what }) => `The file cannot be read: ${what}. Export it anew, best as GeoPackage.`,
  'bad-archive': ({ what }) => `The zip file cannot be unpacked: ${what}. Make it anew.`,
  'archive-too-many': ({ entries, limit }) =>
    `The zip file has ${entries} files; ${limit} are taken. Pack only what belongs to the plan.`,
  'archive-too-large': ({ limit }) => `The zip file unpacks to more than ${megabytes(limit)}. Divide it.`,
  'archive-unsafe': ({ name, what }) => `The zip file is refused: '${name}' ${unsafe[what]}.`,
  'archive-empty': ({ names }) => `The zip file has no map that can be read (it has: ${names}).`,
  'not-xml': ({ what, line }) => `The file is not valid XML: ${what} in line ${line}. Export it anew.`,
  'xml-truncated': ({ line }) => `The file breaks off in line ${line}. Nothing was imported; get the whole file.`,
  'xml-encoding': ({ encoding, line }) =>
    `The file says character set ${encoding} but is not written in it (line ${line}). Save it as UTF-8.`,
  'xml-doctype': ({ line }) =>
    `The file has a DOCTYPE in line ${line}. Those are not read, since they can bring in other files. Remove the line.`,
  'xml-too-deep': ({ line, limit }) => `Line ${line}: elements are nested more than ${limit} times. That is no map.`,
  'xml-no-features': ({ root }) =>
    `The file is XML (<${root}>), but without features in featureMember or member. Export it as GML 3.2.`,
  'gml-references': ({ limit }) => `The geometries refer to more than ${limit} others. Export the file without xlink.`,
  'not-sosi': ({ found }) =>
    `The file does not begin with .HODE, as SOSI does (found: '${found}'). Check that it is a whole SOSI file.`,
  'sosi-truncated': ({ last, elements }) =>
    `The file ends without .SLUTT, after ${elements} elements (the last: ${last}). Nothing was imported; get the whole file.`,
  'sosi-after-end': ({ line }) =>
    `There is more after .SLUTT, on line ${line}. Are several files joined? Split them, and import each by itself.`,
  'sosi-charset': ({ charset, known }) =>
    `The character set '${charset}' is not known. Known: ${known}. Mend TEGNSETT in .HODE.`,
  'sosi-koordsys': ({ koordsys }) =>
    `KOORDSYS ${koordsys} has no known EPSG number (a local or unknown system). Name the system: ${crs(25832)}.`,
  'sosi-transpar': ({ name }) => `'${name}' in ..TRANSPAR is no usable number. Mend the head of the file.`,
};

export const texts: Texts = {
  reasons: {
    unreadable({ what }) {
      const [code = '', ...detail] = what.split(': ');
      const words = [unreadable[code] ?? code, ...detail].join(': ');
      return `it cannot be read: ${words.replace(/ \((\d+)\)$/, ', line $1')}`;
    },
    'no-geometry': () => 'it has no geometry; the layer needs one',
    'empty-geometry': () => 'its geometry has no coordinates',
    'wrong-type': ({ type, wanted }) => `it is a ${type}; the layer holds ${texts.geometryKinds[wanted]}`,
    'not-finite': ({ vertex }) => `coordinate ${vertex + 1} is not a finite number`,
    'too-many-vertices': ({ vertices, limit }) =>
      `it has ${vertices} vertices, ${limit} can be loaded; divide it or simplify it`,
    'too-few-points': ({ part }) =>
      part === 'ring' ? 'a ring has fewer than 4 positions' : 'a line has a single position',
    'ring-open': ({ ring, gap, unit: of }) =>
      `ring ${ring + 1} is not closed: its ends are ${gap.toPrecision(3)} ${unit[of]} apart; let it end where it begins`,
    'outside-crs': (values) =>
      `${at(values)} is outside the area of EPSG:${values.crs}; name the system that the file is in (${crs(25833)})`,
    'axes-swapped': (values) =>
      `${at(values)} is outside the area of EPSG:${values.crs}, but inside with the axes swapped; write east before north`,
    'degrees-not-metres': (values) =>
      `${at(values)} looks like degrees, but EPSG:${values.crs} is in metres; name the system that the file is in (${crs(4326)})`,
    'metres-not-degrees': (values) =>
      `${at(values)} looks like metres, but EPSG:${values.crs} is in degrees; name the system that the file is in (${crs(25832)}; or 25833)`,
    'millimetres-not-metres': (values) =>
      `${at(values)} looks like millimetres, but EPSG:${values.crs} is in metres; divide the coordinates by 1000 and import again`,
    'centimetres-not-metres': (values) =>
      `${at(values)} looks like centimetres, but EPSG:${values.crs} is in metres; divide the coordinates by 100 (in SOSI: ENHET 0.01) and import again`,
    invalid: ({ fault, areaBefore, areaAfter }) =>
      `${texts.faults[fault]}; mending it would change its area from ${round(areaBefore)} to ${round(areaAfter)} m²`,
    'duplicate-id': ({ id }) => `an earlier feature has the id '${id}'`,
    'missing-value': ({ field }) => `it has no value for '${field}'; name the source's field: --map ${field}=…`,
    'bad-value': ({ field, value, kind }) => `'${value}' is no ${kind} for '${field}'`,
  },
  faults: {
    'self-intersection': 'its border crosses itself',
    'ring-self-intersection': 'a ring touches or crosses itself',
    'hole-outside': 'a hole lies outside',
    'holes-nested': 'a hole lies within a hole',
    'shells-nested': 'a part lies within another',
    'rings-repeated': 'a ring is there twice',
    'interior-split': 'holes split it in two',
    collapsed: 'it has no extent',
    'ring-closed': 'a ring had a gap of at most 1 cm and was closed',
    other: 'its geometry is invalid',
  },
  unreadable,
  fileFaults,
  warnings: {
    'map-not-used': ({ field, name }) => `No feature has '${name}', which was named for '${field}'.`,
    'far-away': ({ distanceKm }) =>
      `The features lie ${distanceKm} km from the nearest municipality. Is the coordinate system right?`,
    'outline-from-zones': ({ zones }) =>
      `The file has no plan outline. The outline of ${zones} zones is taken for it; add the plan's own if the plan is larger.`,
    'nothing-loaded': () => 'No feature could be loaded.',
    'other-charset': ({ said, taken }) =>
      `The file says character set ${said} but is written in ${taken}; it was read so.`,
    'no-charset': ({ taken }) =>
      `The file does not say its character set; ${taken} was taken. If names look wrong, add a .cpg file that names it.`,
    gdal: ({ text }) => `While the file was read: ${text}`,
    'sosi-header-slip': ({ name, meant, line }) => `Line ${line}: a head has no '${name}'; is it ${meant}?`,
  },
  geometryKinds: { point: 'points', line: 'lines', polygon: 'polygons', any: 'points, lines and polygons' },
  report: {
    counts: (read, loaded, repaired, rejected) =>
      `${read} read = ${loaded} loaded (${repaired} of them mended) + ${rejected} rejected`,
    place: (crs, extent) => `EPSG:${crs}, ${extent}`,
    rejected: 'Rejected',
    feature: (index, id) => `feature ${index}${id === null ? '' : ` (${id})`}`,
    andMore: (count) => `and ${count} more`,
    repaired: 'Mended',
    areaChange: (before, after) => `${before} → ${after} m²`,
    unknownCodes: 'Codes that the list does not have (kept)',
    unmapped: 'Source fields without a field here (kept)',
    withoutId: (count) => `${count} features have no id; their numbers change when they change.`,
    identical: (count) => `${count} features are the same as an earlier one.`,
    withHeights: (count) => `The heights of ${count} features were left out.`,
    ownOutline: (count) =>
      `${count} areas, over all scales, are drawn one by one: their borders do not fit their neighbours'. Look for overlaps and gaps.`,
    warnings: 'Look at this',
  },
};

const round = (area: number | null): string => (area === null ? '0' : String(Math.round(area)));
