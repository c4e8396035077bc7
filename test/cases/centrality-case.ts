import type { Decay } from '../../services/centrality/accessibility/decay.ts';
import type { Road } from '../../services/centrality/graph/road.ts';
import type { TruthCase } from './truth-case.ts';

interface CaseLink {
  id: string;
  from: string;
  to: string;
  length_m: number;
  speed_kmh: number | null;
  oneway?: boolean;
  ferry_min?: number;
  wait_min?: number;
}

/** What figures of a case may differ by. */
export interface Tolerance {
  time_min: number;
  relative: number;
  absolute: number;
}

interface CentralityCase extends TruthCase {
  expected: Record<string, unknown>;
  tolerance: Tolerance;
}

/** A case about a road graph. */
export interface NetworkCase extends CentralityCase {
  graph: { nodes: { id: string }[]; links: CaseLink[] };
  origins: string[];
  opportunities: Record<string, Record<string, number>>;
  decay: Decay;
  cutoff_min: number;
  anchor?: string;
  population?: Record<string, number>;
  municipality?: Record<string, string>;
}

/** A case about development pressure on a raster. */
export interface PressureCase extends CentralityCase {
  kind: 'pressure';
  raster: { rows: number[][] };
  R: number;
  gamma: number;
  scaling: number;
}

export const isCentralityCase = (given: TruthCase): given is NetworkCase | PressureCase => given.topic === 'centrality';
export const isPressureCase = (given: NetworkCase | PressureCase): given is PressureCase => 'raster' in given;

/**
 * The roads of a case. A road without length from each node to itself stands before them: so nodes have the numbers of
 * the case's list, and those that no road leads to are there.
 */
export function roadsOf({ nodes, links }: NetworkCase['graph']): Road[] {
  const at = (node: string) => ({ node, register: 'case', place: null });
  const plain = { category: null, oneWay: false, ferry: false, ferry_min: null, wait_min: null, level: 0 };
  return [
    ...nodes.map(({ id }) => ({ ...plain, id, from: at(id), to: at(id), length_m: 0, speed_kmh: 50 })),
    ...links.map((link) => ({
      ...plain,
      id: link.id,
      from: at(link.from),
      to: at(link.to),
      length_m: link.length_m,
      speed_kmh: link.speed_kmh,
      oneWay: link.oneway ?? false,
      ferry: link.ferry_min !== undefined,
      ferry_min: link.ferry_min ?? null,
      wait_min: link.wait_min ?? null,
    })),
  ];
}
