/** Neighbours of a node, each once, and the minutes to or from it. */
export class Neighbours {
  readonly nodes: number[] = [];
  readonly minutes: number[] = [];

  /** Add a way; of several to the same node only the quickest stays. */
  offer(node: number, minutes: number): void {
    const at = this.nodes.indexOf(node);
    if (at < 0) {
      this.nodes.push(node);
      this.minutes.push(minutes);
    } else if (minutes < this.minutes[at]) this.minutes[at] = minutes;
  }

  drop(node: number): void {
    const at = this.nodes.indexOf(node);
    if (at < 0) return;
    this.nodes.splice(at, 1);
    this.minutes.splice(at, 1);
  }
}

/** A graph whose arcs still change: the neighbours of each node, ahead and behind. */
export class ArcLists {
  readonly ahead: readonly Neighbours[];
  readonly behind: readonly Neighbours[];

  constructor(nodes: number) {
    this.ahead = Array.from({ length: nodes }, () => new Neighbours());
    this.behind = Array.from({ length: nodes }, () => new Neighbours());
  }

  /** A loop leads nowhere. */
  add(tail: number, head: number, minutes: number): void {
    if (tail === head) return;
    this.ahead[tail].offer(head, minutes);
    this.behind[head].offer(tail, minutes);
  }

  /** Take a node out of the lists of its neighbours; its own lists stay. */
  detach(node: number): void {
    for (const head of this.ahead[node].nodes) this.behind[head].drop(node);
    for (const tail of this.behind[node].nodes) this.ahead[tail].drop(node);
  }
}
