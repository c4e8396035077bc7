import { crsOf } from '../../crs.ts';
import type { SourceFeature } from '../../source-feature.ts';
import { geometriesOf, propertiesOf } from '../gml/attributes.ts';
import { BadGml, dimensionOf, geometryOf, type GmlContext } from '../gml/geometry.ts';
import { srsOf } from '../gml/srs.ts';
import type { XmlNode } from '../gml/xml-node.ts';
import { readXml, xmlStream } from '../gml/xml-stream.ts';
import { broken } from '../geojson-feature.ts';
import type { Format, Source } from '../reader.ts';
import { UnreadableFile } from '../unreadable.ts';

/** GML 3.2 and 2, and WFS: what features stand in. */
const memberNames = new Set(['featureMember', 'featureMembers', 'member', 'members']);
/** Geometries that others refer to are held in memory while a file is read; so many at most. */
const heldLimit = 200_000;

/**
 * GML 3.2 (SOSI's Plan 4.5 and 5.0, NVDB, WFS answers) and GML 2. Read as a stream: once to see what is in it, once
 * more for what its geometries refer to, where they do, and once for the features.
 */
export const gml: Format = {
  id: 'gml',
  title: { nb: 'GML', en: 'GML' },
  endings: ['.gml', '.xml'],
  recognises: (start) =>
    /^\s*<(?:\?xml|!--|[\w.-]+:?FeatureCollection)/i.test(start.toString('utf8').replaceAll('\0', '')),
  async open(path, options): Promise<Source> {
    const found = await survey(path);
    if (found.count === 0) throw new UnreadableFile('xml-no-features', { root: found.root });
    const epsg = options.crs ?? found.epsg();
    if (epsg === null && found.hasGeometry) throw new UnreadableFile('crs-missing', { columns: 'srsName' });
    const srs = found.srsName === null ? null : srsOf(found.srsName);
    const held = found.references.size > 0 ? await hold(path, found.references) : new Map<string, XmlNode>();
    const context: GmlContext = {
      epsg: crsOf(epsg ?? 4258).epsg,
      srs: options.crs === undefined ? srs : { epsg: crsOf(options.crs).epsg, northFirst: false, dimensions: 2 },
      byId: (id) => held.get(id),
    };
    return {
      crs: epsg,
      features: featuresIn(path, context),
      count: found.count,
      hasGeometry: found.hasGeometry,
      collection: null,
      metadata: {},
    };
  },
};

class Survey {
  root = '';
  count = 0;
  hasGeometry = false;
  /** Of the envelope of the collection. */
  srsName: string | null = null;
  readonly references = new Set<string>();
  readonly #systems = new Map<string, number>();

  seen(name: string): void {
    this.#systems.set(name, (this.#systems.get(name) ?? 0) + 1);
  }

  /** The CRS of the collection, else the one that most geometries have. */
  epsg(): number | null {
    const [most] = [...this.#systems].sort(([, a], [, b]) => b - a);
    const name = this.srsName ?? most?.[0] ?? null;
    return name === null ? null : srsOf(name).epsg;
  }
}

async function survey(path: string): Promise<Survey> {
  const found = new Survey();
  const members = new Members();
  await readXml(path, {
    begins(element, depth) {
      if (depth === 1) found.root = element.name;
      if (members.isFeature(element.name, depth)) found.count += 1;
      const { srsName, href } = element.attributes;
      if (element.name === 'Envelope' && depth <= 3) found.srsName ??= srsName ?? null;
      else if (element.isGml && srsName !== undefined) found.seen(srsName);
      if (element.isGml && /^(?:posList|pos|coordinates)$/.test(element.name)) found.hasGeometry = true;
      if (element.isGml && href?.startsWith('#')) found.references.add(href.slice(1));
      return false;
    },
    gathered: () => {},
  });
  return found;
}

/** The elements that geometries refer to, by their `gml:id`. */
async function hold(path: string, references: ReadonlySet<string>): Promise<Map<string, XmlNode>> {
  const held = new Map<string, XmlNode>();
  await readXml(path, {
    begins: ({ attributes }) => attributes['id'] !== undefined && references.has(attributes['id']),
    gathered(node) {
      if (held.size >= heldLimit) throw new UnreadableFile('gml-references', { limit: heldLimit });
      held.set(node.attributes['id'] ?? '', node);
    },
  });
  return held;
}

/** Knows which elements are features: those in a member, or all in `featureMembers`; a root that holds none itself. */
class Members {
  #memberDepth = 0;

  isFeature(name: string, depth: number): boolean {
    if (memberNames.has(name)) {
      this.#memberDepth = depth;
      return false;
    }
    return this.#memberDepth > 0 && depth === this.#memberDepth + 1 && name !== 'FeatureCollection';
  }
}

async function* featuresIn(path: string, context: GmlContext): AsyncGenerator<SourceFeature> {
  let ready: SourceFeature[] = [];
  let index = 0;
  const members = new Members();
  const reading = xmlStream(path, {
    begins: ({ name }, depth) => members.isFeature(name, depth),
    gathered(node, tooLarge) {
      ready.push(tooLarge ? broken(index, 'too-large') : featureOf(node, index, context));
      index += 1;
    },
  });
  while (!(await reading.next()).done) {
    yield* ready;
    ready = [];
  }
}

function featureOf(node: XmlNode, index: number, context: GmlContext): SourceFeature {
  const feature: SourceFeature = { index, objectType: node.name, properties: propertiesOf(node), geometry: null };
  const { id } = node.attributes;
  if (id !== undefined) feature.properties['gml_id'] = id;
  // A feature may have a point for its label beside its area: what has most dimensions is the feature itself.
  const [main] = geometriesOf(node).sort((a, b) => dimensionOf(b.geometry) - dimensionOf(a.geometry));
  if (!main) return feature;
  try {
    return { ...feature, geometry: geometryOf(main.geometry, context) };
  } catch (error) {
    if (!(error instanceof BadGml)) throw error;
    return { ...feature, unreadable: error.message };
  }
}
