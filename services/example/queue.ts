/** Numbers in the order of their cost, cheapest first (a binary heap); equal costs in the order of the numbers. */
export interface Queue {
  push(cost: number, value: number): void;
  /** The cheapest, or undefined when there is none left. */
  pop(): { cost: number; value: number } | undefined;
}

interface Entry {
  cost: number;
  value: number;
}

export function queue(): Queue {
  const heap: Entry[] = [];
  const before = (a: Entry, b: Entry) => a.cost < b.cost || (a.cost === b.cost && a.value < b.value);
  return {
    push(cost, value) {
      const entry = { cost, value };
      let place = heap.length;
      while (place > 0) {
        const parent = heap[(place - 1) >> 1];
        if (!before(entry, parent)) break;
        heap[place] = parent;
        place = (place - 1) >> 1;
      }
      heap[place] = entry;
    },
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (!top || !last || heap.length === 0) return top;
      let place = 0;
      for (;;) {
        let child = 2 * place + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
        if (!before(heap[child], last)) break;
        heap[place] = heap[child];
        place = child;
      }
      heap[place] = last;
      return top;
    },
  };
}
