import { ArcPen } from '../../arc.ts';
import { crsOf } from '../../crs.ts';
import { BadGml } from './bad-gml.ts';
import { srsOf, type Srs } from './srs.ts';
import type { XmlNode } from './xml-node.ts';

/** Geometries in geometries, with what they refer to. */
const deepest = 30;
/** Elements that one geometry is made of; what refers to the same again and again would never end. */
const elementLimit = 1_000_000;

/** What geometries need to know of their document. */
export interface GmlContext {
  /** Of the file: a geometry in another CRS is refused. */
  epsg: number;
  /** That of the document as a whole, for geometries that name none. */
  srs: Srs | null;
  /** Someone said which CRS it is: what geometries say of it does not count. */
  isOverridden: boolean;
  /** The element with a `gml:id`, for `xlink:href`. */
  byId: (id: string) => XmlNode | undefined;
}

/** How coordinates in an element are written, by it and what is around it. */
export interface Frame {
  srs: Srs | null;
  /** Numbers per position, where it is said. */
  dimensions: number | null;
}

/** What the parts of one geometry share while they are read. */
export class GmlReading {
  readonly #context: GmlContext;
  readonly pen: ArcPen;
  /** Of its coordinates. */
  readonly unit: 'metre' | 'degree';
  /** So far. */
  positions = 0;
  #elements = 0;

  constructor(context: GmlContext) {
    this.#context = context;
    this.unit = crsOf(context.epsg).unit;
    this.pen = new ArcPen(this.unit);
  }

  /** The frame in an element. @throws BadGml where elements never end: in themselves, or in too many */
  enter(node: XmlNode, outer: Frame, depth: number): Frame {
    this.#elements += 1;
    if (depth > deepest || this.#elements > elementLimit)
      throw new BadGml('gml-loop', node.attributes['id'] ?? node.name, node);
    const { srsName, srsDimension } = node.attributes;
    const said = Number(srsDimension);
    return {
      srs: srsName === undefined || this.#context.isOverridden ? outer.srs : this.#srs(srsName, node),
      dimensions: said >= 2 ? said : outer.dimensions,
    };
  }

  #srs(name: string, node: XmlNode): Srs {
    let srs: Srs;
    try {
      srs = srsOf(name);
    } catch {
      throw new BadGml('gml-crs', name, node);
    }
    if (srs.epsg !== this.#context.epsg) throw new BadGml('gml-crs', `${name} ≠ EPSG:${this.#context.epsg}`, node);
    return srs;
  }

  /** The geometries in a collection: `pointMember`, `surfaceMembers`, …, and what they refer to. */
  members(node: XmlNode): XmlNode[] {
    return node.children
      .filter(({ name }) => /^(?:\w+Members?|element|baseCurve|baseSurface)$/.test(name))
      .flatMap((member) => this.inside(member));
  }

  /** What stands in a property element, or what it refers to. */
  inside(property: XmlNode): XmlNode[] {
    const href = property.attributes['href'];
    if (href === undefined) return property.children;
    const found = href.startsWith('#') ? this.#context.byId(href.slice(1)) : undefined;
    if (!found) throw new BadGml('gml-reference', href, property);
    return [found];
  }
}
