import { crsOf, UnknownCrs } from '../../crs.ts';
import type { SourceFeature } from '../../source-feature.ts';
import { geometriesOf, propertiesOf } from '../gml/attributes.ts';
import { BadGml } from '../gml/bad-gml.ts';
import { dimensionOf, geometryOf } from '../gml/geometry.ts';
import type { GmlContext } from '../gml/reading.ts';
import { srsOf, type Srs } from '../gml/srs.ts';
import type { XmlNode } from '../gml/xml-node.ts';
import { readXml, xmlStream } from '../gml/xml-stream.ts';
import { broken } from '../geojson-feature.ts';
import type { Format, Source } from '../reader.ts';
import { UnreadableFile } from '../unreadable.ts';

/** GML 3.2 and 2, and WFS: what features stand in. */
const memberNames = new Set(['featureMember', 'featureMembers', 'member', 'members']);
/** Elements that geometries refer to are held in memory while a file is read; so many at most: some 500 MB. */
const heldLimit = 1_000_000;
/** A long text counts as several. */
const charactersOfElement = 500;

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
    if (found.count === 0 && found.isNvdb) throw new UnreadableFile('nvdb-api', {});
    if (found.count === 0) throw new UnreadableFile('xml-no-features', { root: found.root });
    const epsg = options.crs ?? found.srs()?.epsg ?? null;
    if (epsg === null && found.hasGeometry) throw new UnreadableFile('crs-missing', { columns: 'srsName' });
    const held = found.references.size > 0 ? await hold(path, found.references) : new Map<string, XmlNode>();
    const context: GmlContext = {
      epsg: crsOf(epsg ?? 4258).epsg,
      srs: options.crs === undefined ? found.srs() : { ...found.axes(), epsg: crsOf(options.crs).epsg },
      isOverridden: options.crs !== undefined,
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

const eastFirst = { northFirst: false, dimensions: 2 } as const;

class Survey {
  root = '';
  /** It has objects of the national road database, as its old interface wrote them. */
  isNvdb = false;
  count = 0;
  hasGeometry = false;
  /** Of the envelope of the collection. */
  srsName: string | null = null;
  readonly references = new Set<string>();
  readonly #systems = new Map<string, number>();

  seen(name: string): void {
    this.#systems.set(name, (this.#systems.get(name) ?? 0) + 1);
  }

  /** The CRS of the collection, else the one that most geometries have. @throws UnknownCrs */
  srs(): Srs | null {
    const [most] = [...this.#systems].sort(([, a], [, b]) => b - a);
    const name = this.srsName ?? most?.[0] ?? null;
    return name === null ? null : srsOf(name);
  }

  /** How coordinates are written by the CRS that the file says, whatever that is worth; east first when unknown. */
  axes(): Pick<Srs, 'northFirst' | 'dimensions'> {
    try {
      return this.srs() ?? eastFirst;
    } catch (error) {
      if (error instanceof UnknownCrs) return eastFirst;
      throw error;
    }
  }
}

async function survey(path: string): Promise<Survey> {
  const found = new Survey();
  const members = new Members();
  await readXml(path, {
    begins(element, depth) {
      if (depth === 1) found.root = element.name;
      if (depth <= 3 && element.name === 'vegobjekt') found.isNvdb = true;
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
  let elements = 0;
  /** One may stand in another: each is held by its own id. */
  const keep = (node: XmlNode): void => {
    elements += 1 + Math.ceil(node.text.length / charactersOfElement);
    if (elements > heldLimit) throw new UnreadableFile('gml-references', { limit: heldLimit });
    const { id } = node.attributes;
    if (id !== undefined && references.has(id)) held.set(id, node);
    node.children.forEach(keep);
  };
  await readXml(path, {
    begins: ({ attributes }) => attributes['id'] !== undefined && references.has(attributes['id']),
    gathered: keep,
  });
  return held;
}

/**
 * Knows which elements are features: those in a member, or all in `featureMembers`. Told of every element that begins,
 * but for those that a reader gathers with a feature.
 */
class Members {
  #memberDepth = 0;
  #featureDepth = 0;

  isFeature(name: string, depth: number): boolean {
    if (this.#featureDepth > 0 && depth > this.#featureDepth) return false; // in a feature
    this.#featureDepth = 0;
    if (depth <= this.#memberDepth) this.#memberDepth = 0;
    if (memberNames.has(name)) {
      this.#memberDepth = depth;
      return false;
    }
    if (this.#memberDepth === 0 || depth !== this.#memberDepth + 1 || name === 'FeatureCollection') return false;
    this.#featureDepth = depth;
    return true;
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
