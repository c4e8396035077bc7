/** An element of XML, with what is needed to read it and to say where it is. */
export interface XmlNode {
  /** Without prefix. */
  name: string;
  /** Its namespace is one of GML's. */
  isGml: boolean;
  /** By name without prefix, apart from namespaces: `srsName`, `id`, `href`. */
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  text: string;
  /** In the file, from 1. */
  line: number;
}

export const childrenOf = (node: XmlNode, ...names: readonly string[]): XmlNode[] =>
  node.children.filter((child) => names.includes(child.name));

export const childOf = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((child) => child.name === name);
