import type { Position } from 'geojson';
import { pointLimit, TooManyPoints } from '../../arc.ts';
import { BadGml } from './bad-gml.ts';
import type { Frame, GmlReading } from './reading.ts';
import type { Srs } from './srs.ts';
import type { XmlNode } from './xml-node.ts';

/** All positions in an element: `posList`, `pos`, `coordinates`, `pointProperty`, in any number and mixture. */
export function positionsOf(reading: GmlReading, node: XmlNode, frame: Frame): Position[] {
  const found: Position[] = [];
  for (const child of node.children)
    for (const position of positionsIn(reading, child, frame)) {
      reading.positions += 1;
      if (reading.positions > pointLimit) throw new TooManyPoints();
      found.push(position);
    }
  return found;
}

function positionsIn(reading: GmlReading, node: XmlNode, frame: Frame): Position[] {
  switch (node.name) {
    case 'posList':
    case 'pos':
      return numbersOf(node, reading.enter(node, frame, 0));
    case 'coordinates':
      return coordinateTuples(node, frame.srs);
    case 'pointProperty':
    case 'pointRep':
      return reading.inside(node).flatMap((point) => {
        const within = reading.enter(point, frame, 0);
        return point.children.flatMap((child) => (isList(child) ? positionsIn(reading, child, within) : []));
      });
    default:
      return [];
  }
}

function numbersOf(node: XmlNode, { srs, dimensions }: Frame): Position[] {
  const text = node.text.trim();
  const words = text === '' ? [] : text.split(/\s+/, pointLimit * 4 + 1);
  if (words.length > pointLimit * 4) throw new TooManyPoints();
  const numbers = words.map(Number);
  const wrong = numbers.findIndex((number) => Number.isNaN(number));
  if (wrong >= 0) throw new BadGml('gml-number', (words[wrong] ?? '').slice(0, 30), node);
  const size = node.name === 'pos' ? numbers.length : (dimensionsOf(dimensions, srs, numbers.length) ?? NaN);
  if (!(size >= 2 && size <= 4) || numbers.length % size !== 0)
    throw new BadGml('gml-positions', `${numbers.length} / ${dimensions ?? '?'}`, node);
  const positions: Position[] = [];
  for (let at = 0; at < numbers.length; at += size)
    positions.push(inOrder(numbers.slice(at, at + Math.min(size, 3)), srs));
  return positions;
}

const isList = ({ name }: XmlNode): boolean => name === 'posList' || name === 'pos' || name === 'coordinates';

/** As said; else as the CRS has it, when the count fits; else as it fits. */
function dimensionsOf(said: number | null, srs: Srs | null, count: number): number | undefined {
  if (said !== null) return said;
  return [srs?.dimensions ?? 2, 2, 3].find((size) => count % size === 0);
}

const inOrder = ([first = NaN, second = NaN, ...height]: number[], srs: Srs | null): Position =>
  srs?.northFirst ? [second, first, ...height] : [first, second, ...height];

/** GML 2: `1.0,2.0 3.0,4.0`, with signs of its own choice. */
function coordinateTuples(node: XmlNode, srs: Srs | null): Position[] {
  const { cs = ',', ts = ' ', decimal = '.' } = node.attributes;
  const tuples = node.text.trim().split(ts === ' ' ? /\s+/ : ts);
  return tuples
    .filter((tuple) => tuple.trim() !== '')
    .map((tuple) => {
      const numbers = tuple.split(cs).map((number) => Number(number.replace(decimal, '.')));
      if (numbers.length < 2 || numbers.some((number) => Number.isNaN(number)))
        throw new BadGml('gml-number', tuple.slice(0, 30), node);
      return inOrder(numbers.slice(0, 3), srs);
    });
}
