import loadHighs, { type Highs } from 'highs';
import type { Programme } from './programme.ts';

/** What became of a programme. */
export interface Solved {
  status: 'optimal' | 'infeasible' | 'time' | 'memory';
  /** Columns of the best solution found, if any. */
  values: Float64Array | null;
  /** No solution costs less. */
  bound: number;
}

export interface RunSettings {
  seconds: number;
  /** The first columns of a solution to begin with; the solver finds the others. */
  start?: readonly number[];
  onBetter?: (values: Float64Array) => void;
  onBound?: (bound: number) => void;
}

// The package's types are those of its CommonJS form; what Node imports is the loader itself.
const load = loadHighs as unknown as typeof loadHighs.default;
let loaded: Promise<Highs> | undefined;

/**
 * The smallest that HiGHS takes. It passes over what is better by less, and takes what is nearly met for met: at its own
 * 1e-6 it proves plans that are not the best as soon as one weight is a million times another.
 */
const tolerances = {
  mip_feasibility_tolerance: 1e-10,
  primal_feasibility_tolerance: 1e-10,
  dual_feasibility_tolerance: 1e-10,
};

/** Solve by HiGHS in this thread; the same programme gives the same solution, unless time runs out. */
export async function runHighs(programme: Programme, settings: RunSettings): Promise<Solved> {
  const highs = await (loaded ??= load());
  try {
    return solve(highs, programme, settings);
  } catch (error) {
    // An instance that ran out of its memory is of no more use.
    loaded = undefined;
    if (isOutOfMemory(error)) return { status: 'memory', values: null, bound: -Infinity };
    throw error;
  }
}

function solve(highs: Highs, programme: Programme, { seconds, start, onBetter, onBound }: RunSettings): Solved {
  const { callbackType, modelStatus } = highs.constants;
  return highs.withModel(dataOf(programme), (model): Solved => {
    model.options.set({
      output_flag: false,
      random_seed: 1,
      time_limit: seconds,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-9,
      ...tolerances,
    });
    if (start) model.setSolution({ indices: [...start.keys()], values: start });
    let bound = -Infinity;
    model.run({
      [callbackType.mipImprovingSolution]({ data }) {
        if (data.mip_solution) onBetter?.(data.mip_solution);
      },
      [callbackType.mipLogging]({ data }) {
        bound = data.mip_dual_bound ?? bound;
        onBound?.(bound);
      },
    });
    const status = model.getModelStatus();
    const found = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const values = found ? Float64Array.from(model.getSolution().colValue) : null;
    if (status === modelStatus.optimal) return { status: 'optimal', values, bound: model.getObjectiveValue() };
    if (
      status === modelStatus.infeasible ||
      status === modelStatus.unboundedOrInfeasible ||
      status === modelStatus.objectiveBound
    )
      return { status: 'infeasible', values: null, bound: Infinity };
    return { status: 'time', values, bound };
  });
}

function dataOf(programme: Programme) {
  const { costs, lower, upper, integer, rowLower, rowUpper, starts, indices, values } = programme;
  const [numCols, numRows] = [costs.length, rowLower.length];
  return {
    numCols,
    numRows,
    colCost: Float64Array.from(costs),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    integrality: Int32Array.from(integer),
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && (/^(RuntimeError|RangeError)$/.test(error.name) || /memory|bad_alloc/i.test(error.message));
