import { isAbsent, readConstraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { runKey } from '../../runs/request.ts';
import { findDone } from '../../runs/run.ts';
import { chosenDecay } from '../accessibility/chosen-decay.ts';
import { centralityIndex, type Index } from '../accessibility/centrality-index.ts';
import { explain } from '../accessibility/explain.ts';
import { Search } from '../graph/search.ts';
import { absentLayers, CannotMeasure } from '../places/cannot-measure.ts';
import { situationOf } from '../places/kept-network.ts';
import type { OpportunityKind, Places } from '../places/read-places.ts';
import { yearsIn } from '../places/years-used.ts';
import { centralityLayers, requestOf, type CentralityAnswer, type CentralityInputs } from './centrality.ts';

/** A destination, and what it adds. */
export interface Destination {
  /** Id of the population cell; null for what lies in none. */
  cell: string | null;
  municipality: string;
  /** Analysis CRS. */
  easting: number;
  northing: number;
  minutes: number;
  count: number;
  /** Weighted by travel time. */
  adds: number;
  share: number;
}

/** All that makes one kind's part of an index. */
export interface PartExplained {
  reached: number;
  destinations: number;
  /** What adds most, first. */
  largest: Destination[];
  by_municipality: { municipality: string; share: number }[];
}

export interface CellExplained extends Record<OpportunityKind, PartExplained> {
  cell: string;
  municipality: string;
  residents: number;
  /** Null where centrality was not worked out by the same parameters on the same data: there is no scale without it. */
  index: Index | null;
}

/**
 * Which destinations make the centrality of a cell, and how much each adds.
 * @param most destinations told of each kind
 * @throws CannotMeasure for a cell that is not in the data
 */
export async function explainCell(
  database: Database,
  inputs: CentralityInputs & { cell: string },
  most: number,
): Promise<CellExplained> {
  const constraints = await readConstraints(database, centralityLayers);
  const absent = ['population', 'road-link'].filter((layer) => isAbsent(constraints, layer));
  if (absent.length > 0) throw absentLayers(absent);
  const { places, onRoads } = await situationOf(database, constraints, inputs);
  const node = cellOf(places, inputs.cell);
  const cell = places.cells[node];
  if (!cell) throw unknownCell(inputs.cell, places);
  const search = new Search(onRoads.network);
  const decay = chosenDecay(inputs);
  const partOf = (kind: OpportunityKind): PartExplained => {
    const counts = new Float64Array(onRoads.network.nodes.count);
    counts.set(places.counts[kind]);
    const found = explain(search, [{ node, cost: 0 }], inputs.cutoff_min, counts, decay);
    const reached = found.reduce((sum, { adds }) => sum + adds, 0);
    const shares = new Map<string, number>();
    const municipalityOf = (place: number) => places.municipalities[places.groups[place]];
    for (const { node: place, adds } of found)
      shares.set(municipalityOf(place), (shares.get(municipalityOf(place)) ?? 0) + adds / reached);
    return {
      ...{ reached, destinations: found.length },
      largest: found.slice(0, most).map(({ node: place, minutes, count, adds }) => ({
        ...{ cell: places.cells[place]?.id ?? null, municipality: municipalityOf(place) },
        ...{ easting: places.points[place].x, northing: places.points[place].y },
        ...{ minutes, count, adds, share: adds / reached },
      })),
      by_municipality: [...shares]
        .map(([municipality, share]) => ({ municipality, share }))
        .sort((a, b) => b.share - a.share),
    };
  };
  const [jobs, services] = [partOf('jobs'), partOf('services')];
  const run = await findDone(database, runKey(requestOf(inputs, constraints)));
  const scale = (run?.result as CentralityAnswer | undefined)?.scale;
  const reached = { jobs: jobs.reached, services: services.reached };
  const isByRoad = onRoads.withoutRoad[node] === 0;
  return {
    ...{ cell: cell.id, municipality: cell.municipality, residents: cell.residents, jobs, services },
    index: scale && isByRoad ? centralityIndex(reached, scale, inputs.scaling) : null,
  };
}

/** Position of the cell of an id, or of a code that only one cell has; -1: there is none. */
function cellOf({ cells }: Places, asked: string): number {
  const byId = cells.findIndex(({ id }) => id === asked);
  if (byId >= 0) return byId;
  const byCode = cells.flatMap(({ code }, at) => (code === asked ? [at] : []));
  return byCode.length === 1 ? byCode[0] : -1;
}

const unknownCell = (id: string, { used, cells }: Places): CannotMeasure => {
  const years = yearsIn(used.residents.years).join(', ');
  return new CannotMeasure({
    nb: `Befolkningsruten «${id}» finnes ikke for ${years || 'dette året'}. Ruter heter for eksempel ${cells[0]?.id ?? '–'}; se kartlaget «centrality».`,
    en: `There is no population cell '${id}' for ${years || 'this year'}. Cells are called ${cells[0]?.id ?? '–'}, for example; see layer 'centrality'.`,
  });
};
