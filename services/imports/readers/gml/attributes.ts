import { isGeometry } from './geometry.ts';
import type { XmlNode } from './xml-node.ts';

/** The properties of a feature, by element name; a data type is an object, what comes several times a list of texts. */
export function propertiesOf(feature: XmlNode): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const property of feature.children) {
    if (property.isGml || holdsGeometry(property)) continue;
    const value = valueOf(property);
    if (value === undefined) continue;
    let name = property.name;
    for (let count = 2; Object.hasOwn(properties, name); count += 1) name = `${property.name} ${count}`;
    Object.defineProperty(properties, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return properties;
}

/** A reference to another feature is its id; a data type (`<app:Identifikasjon>`) is named by the property it is in. */
function valueOf(property: XmlNode): unknown {
  const { href, nil } = property.attributes;
  if (nil === 'true') return undefined;
  if (property.children.length > 0) {
    const [only] = property.children;
    const isType = property.children.length === 1 && only && /^\p{Lu}/u.test(only.name) && only.children.length > 0;
    return propertiesOf(isType ? only : property);
  }
  const text = property.text.trim();
  if (text !== '') return text;
  return href;
}

/** The geometries of a feature, by the property that they stand in. */
export function geometriesOf(feature: XmlNode): { property: string; geometry: XmlNode }[] {
  return feature.children.flatMap((property) =>
    property.name === 'boundedBy'
      ? []
      : property.children.filter(isGeometry).map((geometry) => ({ property: property.name, geometry })),
  );
}

const holdsGeometry = ({ children }: XmlNode): boolean => children.some(isGeometry);
