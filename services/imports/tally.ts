import type { Bounds } from './examine.ts';
import type { Mapped } from './mapping.ts';
import type { Fault, Reason } from './reasons.ts';
import type { ImportReport, RejectedExample, RepairedExample } from './report.ts';

const exampleLimit = 5;
/** Distinct codes and names listed at most: a free-text field taken for a code must not fill the report. */
const listLimit = 200;

interface Group<Example> {
  count: number;
  examples: Example[];
}

/** Counts what happens to features while they are loaded. */
export class Tally {
  read = 0;
  rejected = 0;
  repaired = 0;
  withoutId = 0;
  identical = 0;
  withHeights = 0;
  extent: Bounds | null = null;
  readonly #rejections = new Map<Reason, Group<RejectedExample>>();
  readonly #repairs = new Map<Fault, Group<RepairedExample>>();
  readonly #unknown = new Map<string, { field: string; value: string; count: number }>();
  readonly #unmapped = new Map<string, number>();

  reject(reason: Reason, example: RejectedExample): void {
    this.rejected += 1;
    add(this.#rejections, reason, example);
  }

  repair(fault: Fault, example: RepairedExample): void {
    this.repaired += 1;
    add(this.#repairs, fault, example);
  }

  mapped({ unknown, unmapped }: Mapped): void {
    for (const { field, value } of unknown) {
      const key = JSON.stringify([field, value]);
      const known = this.#unknown.get(key);
      if (known) known.count += 1;
      else if (this.#unknown.size < listLimit) this.#unknown.set(key, { field, value, count: 1 });
    }
    for (const name of Object.keys(unmapped ?? {})) {
      const count = this.#unmapped.get(name);
      if (count !== undefined || this.#unmapped.size < listLimit) this.#unmapped.set(name, (count ?? 0) + 1);
    }
  }

  widen([west, south, east, north]: Bounds): void {
    const [w, s, e, n] = this.extent ?? [west, south, east, north];
    this.extent = [Math.min(w, west), Math.min(s, south), Math.max(e, east), Math.max(n, north)];
  }

  report(
    about: Pick<ImportReport, 'layer' | 'part' | 'sourceFile' | 'settings' | 'crs'>,
  ): Omit<ImportReport, 'warnings' | 'ownOutline'> {
    const { read, rejected, repaired, withoutId, identical, withHeights, extent } = this;
    const loaded = read - rejected;
    return {
      ...about,
      ...{ read, loaded, repaired, rejected },
      rejections: sorted([...this.#rejections].map(([reason, group]) => ({ reason, ...group }))),
      repairs: sorted([...this.#repairs].map(([fault, group]) => ({ fault, ...group }))),
      unknownCodes: sorted([...this.#unknown.values()]),
      unmapped: sorted([...this.#unmapped].map(([name, count]) => ({ name, count }))),
      ...{ withoutId, identical, withHeights, extent },
    };
  }
}

function add<Key, Example>(groups: Map<Key, Group<Example>>, key: Key, example: Example): void {
  const group = groups.get(key) ?? { count: 0, examples: [] };
  group.count += 1;
  if (group.examples.length < exampleLimit) group.examples.push(example);
  groups.set(key, group);
}

const sorted = <Item extends { count: number }>(items: Item[]): Item[] => items.sort((a, b) => b.count - a.count);
