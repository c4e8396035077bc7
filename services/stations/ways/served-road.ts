import type { RoadGraph } from '../../centrality/graph/road-graph.ts';
import type { Stretch } from '../../centrality/graph/stretch.ts';
import type { LinkDemand } from '../demand/demand.ts';
import type { SiteWays } from './site-ways.ts';

/** The road that a site is there for, and how it is come to. */
export interface ServedRoad {
  /** Its key. */
  road: string;
  /** Where the site's way comes to it: a node of the ways. */
  node: number;
  /** Number of the road link there in the graph: of those that meet there, the one with most known trucks. */
  link: number;
  /** Driving, metres: from the site to the road, and from the road to the site; Infinity: no such way within the search. */
  to_m: number;
  back_m: number;
}

/** Ways are searched so far, metres: farther than any road is served from. */
const search_m = 15_000;

/** Finds the road that a site serves. */
export class ServedRoads {
  readonly #ways: SiteWays;
  readonly #links: readonly LinkDemand[];
  readonly #isServed: (road: string) => boolean;
  /** Links of served roads by the nodes of the ways that they meet in. */
  readonly #atNode = new Map<number, number[]>();

  constructor(graph: RoadGraph, ways: SiteWays, links: readonly LinkDemand[], isServed: (road: string) => boolean) {
    [this.#ways, this.#links, this.#isServed] = [ways, links, isServed];
    const { edges } = graph;
    for (const [link, { road }] of links.entries()) {
      if (road === null || !isServed(road)) continue;
      for (let edge = edges.ofRoad[link]; edge < edges.ofRoad[link + 1]; edge++)
        for (const end of [edges.from[edge], edges.to[edge]]) {
          const node = ways.nodeOf(end);
          const own = this.#atNode.get(node);
          if (!own) this.#atNode.set(node, [link]);
          else if (!own.includes(link)) own.push(link);
        }
    }
  }

  /**
   * The served road nearest to a site by road; the one that the site is said to lie at, where that is as near as it may be.
   * @param access where the site comes to the roads
   * @param said key of the road that its data name
   * @param within_m so near, a road that is named is taken before one that is nearer
   */
  of(site: number, access: Stretch, said: string | null, within_m: number): ServedRoad | null {
    const own = this.#links[access.road].road;
    const exit = this.#ways.exitOf(site);
    const wants = said !== null && this.#isServed(said) ? said : null;
    if (exit !== null && own !== null && this.#isServed(own) && (wants === null || wants === own))
      return { road: own, node: exit, link: this.#busiest(this.#around(exit, own, access.road)), to_m: access.gap_m, back_m: access.gap_m }; // prettier-ignore
    const named = wants === null ? null : this.#nearest(site, wants);
    return named && named.to_m <= within_m ? named : this.#nearest(site, null);
  }

  #nearest(site: number, wanted: string | null): ServedRoad | null {
    const linksAt = (node: number, road: string | null) =>
      (this.#atNode.get(node) ?? []).filter((link) => road === null || this.#links[link].road === road);
    let found: ServedRoad | undefined;
    this.#ways.from(site, search_m, (node, metres) => {
      const here = linksAt(node, wanted);
      if (here.length === 0) return true;
      const link = this.#busiest(here);
      found = { road: this.#links[link].road ?? '', node, link, to_m: metres, back_m: Infinity };
      return false;
    });
    if (!found) return null;
    const { road } = found;
    let back = Infinity;
    this.#ways.to(site, search_m, (node, metres) => {
      if (linksAt(node, road).length === 0) return true;
      back = metres;
      return false;
    });
    return { ...found, back_m: back };
  }

  /** Links of a road where a site comes to it: its own, and at a junction all that meet there. */
  #around(exit: number, road: string, own: number): number[] {
    const here = [exit, ...this.#ways.sameAs(exit)].flatMap((node) => this.#atNode.get(node) ?? []);
    return [own, ...here.filter((link) => this.#links[link].road === road)];
  }

  #busiest(links: readonly number[]): number {
    const figure = (link: number) => this.#links[link].used_day ?? -1;
    return links.reduce((best, link) => (figure(link) > figure(best) ? link : best));
  }
}
