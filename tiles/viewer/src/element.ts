type Child = Node | string | null | undefined | false;
type Listeners = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };
/** `false` and `undefined` leave an attribute out, `true` sets it without a value. */
type Attributes = Record<string, string | number | boolean | undefined>;

/**
 * Make an HTML element. Texts become text nodes, never markup, so nothing that a data set says can run on the page.
 * Colours and sizes go into style sheets or SVG attributes: the content security policy forbids inline styles.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: Child | Child[] = [],
  on: Listeners = {},
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  append(made, children);
  for (const [name, listener] of Object.entries(on)) made.addEventListener(name, listener as EventListener);
  return made;
}

/** Make an SVG element with the given attributes and children. */
export function svg(tag: string, attributes: Attributes = {}, children: Child | Child[] = []): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

function setAttributes(to: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) to.setAttribute(name, value === true ? '' : String(value));
}

function append(to: Element, children: Child | Child[]): void {
  for (const child of Array.isArray(children) ? children : [children]) if (child) to.append(child);
}
