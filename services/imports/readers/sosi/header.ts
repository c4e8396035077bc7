import { fold } from '../../../../layers/declaration/fold.ts';
import type { Warning } from '../../report.ts';
import { UnreadableFile } from '../unreadable.ts';
import { knownCharsets, trueCharset, type Decode } from '../charset.ts';
import type { Block } from './splitter.ts';
import { BadSosi, parseElement, type Grid, type Node } from './tree.ts';

/** What the head of a SOSI file (`.HODE`) says about all that follows. */
export interface Header {
  decode: Decode;
  /** As written; null when the file does not say. */
  koordsys: string | null;
  grid: Grid;
  /** The rest, by name: EIER, PRODUSENT, OBJEKTKATALOG, SOSI-VERSJON, … */
  metadata: Record<string, string>;
  warnings: Warning[];
}

/** Elements of a head that SOSI part 1 has; used to see slips of the pen. */
const known = [
  ...['TEGNSETT', 'TRANSPAR', 'OMRÅDE', 'SOSI-VERSJON', 'SOSI-NIVÅ', 'INNHOLD', 'DATO', 'EIER', 'PRODUSENT'],
  ...['KVALITET', 'OBJEKTKATALOG', 'PRODUKT', 'PRODUKTSPESIFIKASJON', 'VERIFISERINGSDATO', 'OPPDATERINGSDATO'],
];

const defaults: Grid = { north: 0, east: 0, unit: 1, heightUnit: 1 };

/**
 * Read the head of a SOSI file.
 * @param sample bytes of the file with letters outside ASCII, to see which character set they are in
 * @throws UnreadableFile when the file does not begin with a head, or names what is not known
 */
export function readHeader(block: Block, sample: Buffer): Header {
  const rough = parsed(block.bytes.toString('latin1'));
  const said = valueOf(rough, 'TEGNSETT') ?? 'ISO8859-1';
  const { decode, other } = trueCharset(said, sample);
  if (!decode) throw new UnreadableFile('sosi-charset', { charset: said, known: knownCharsets });
  const nodes = parsed(decode(block.bytes));
  const transpar = nodes.find(({ name }) => fold(name) === 'transpar')?.children ?? [];
  const warnings: Warning[] = other === null ? [] : [{ warning: 'other-charset', said, taken: other }];
  return {
    decode,
    koordsys: valueOf(transpar, 'KOORDSYS') ?? null,
    grid: gridIn(transpar),
    metadata: metadataOf(nodes),
    warnings: [...warnings, ...slips(nodes, decode(block.bytes), block.line)],
  };
}

function parsed(text: string): Node[] {
  try {
    const { kind, attributes } = parseElement(text);
    if (kind !== 'HODE') throw new UnreadableFile('not-sosi', { found: kind });
    return attributes;
  } catch (error) {
    if (error instanceof BadSosi) throw new UnreadableFile('not-sosi', { found: text.slice(0, 30).trim() });
    throw error;
  }
}

function valueOf(nodes: readonly Node[], name: string): string | undefined {
  const key = fold(name);
  return nodes.find((node) => fold(node.name) === key)?.values.join(' ');
}

function gridIn(transpar: readonly Node[]): Grid {
  const numbers = (name: string) => valueOf(transpar, name)?.split(/\s+/).map(Number) ?? [];
  // The Ø of ORIGO-NØ is what a wrong character set spoils: found by how it begins.
  const origin = transpar.find(({ name }) => /^ORIGO-N/i.test(name))?.values.map(Number) ?? [];
  const unit = numbers('ENHET')[0] ?? defaults.unit;
  const grid = {
    north: origin[0] ?? defaults.north,
    east: origin[1] ?? defaults.east,
    unit,
    heightUnit: numbers('ENHET-H')[0] ?? unit,
  };
  const wrong = Object.entries(grid).find(([, number]) => !Number.isFinite(number));
  if (wrong || unit <= 0) throw new UnreadableFile('sosi-transpar', { name: wrong?.[0] ?? 'ENHET' });
  return grid;
}

function metadataOf(nodes: readonly Node[]): Record<string, string> {
  const plain = nodes.filter(({ values, children }) => values.length > 0 && children.length === 0);
  return Object.fromEntries(plain.map(({ name, values }) => [name, values.join(' ')]));
}

/** Names that are one letter away from one that SOSI has: `PRODUSEN`. */
function slips(nodes: readonly Node[], text: string, firstLine: number): Warning[] {
  return nodes.flatMap(({ name }) => {
    const key = name.toUpperCase();
    const meant = known.includes(key) ? undefined : known.find((each) => isOneLetterAway(key, each));
    if (meant === undefined) return [];
    const line = firstLine + text.slice(0, text.indexOf(`..${name}`)).split('\n').length - 1;
    return [{ warning: 'sosi-header-slip' as const, name, meant, line }];
  });
}

function isOneLetterAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}
