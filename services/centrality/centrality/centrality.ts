import type { Catalogue } from '../../../layers/catalogue.ts';
import { isAbsent, readConstraints, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { runKey, type RunRequest } from '../../runs/request.ts';
import { chosenDecay, otherDecays, type DecayInputs } from '../accessibility/chosen-decay.ts';
import type { Decay } from '../accessibility/decay.ts';
import type { Reached, Scaling } from '../accessibility/centrality-index.ts';
import { absentLayers } from '../places/cannot-measure.ts';
import { situationLayers, situationOf } from '../places/kept-network.ts';
import { yearsIn } from '../places/years-used.ts';
import { editionsIn, publishResults, type OnMap, type Work } from '../publish/publish-results.ts';
import { areaLayers } from '../settlement/area-features.ts';
import { areasOfPoints, type Area } from '../settlement/areas.ts';
import { urbanAreasOf, urbanSources, type UrbanOrigin } from '../settlement/urban-areas.ts';
import { cellFeatures, municipalFeatures, propertiesOf } from './centrality-features.ts';
import { describeRoads } from './describe-roads.ts';
import {
  areaIndex,
  indexOfCells,
  municipalIndices,
  scaleOf,
  type AreaIndex,
  type MunicipalIndex,
  type WithoutClasses,
} from './index-of-cells.ts';
import { CentralityInput } from './inputs.ts';
import { sumUpCells } from './measure-centrality.ts';
import { describeOpportunities, type OpportunitiesUsed } from './describe-opportunities.ts';

export interface CentralityInputs extends DecayInputs {
  year?: number | undefined;
  cutoff_min: number;
  scaling: Scaling;
  anchor: string;
  access_m: number;
}

export interface CentralityAnswer {
  /** The newest of the residents; null where the data say none. */
  year: number | null;
  /** All of the residents: each dataset counts by its newest. */
  years: number[];
  scale: {
    municipality: string | null;
    anchored: boolean;
    /** Why there are no classes; empty where there are. */
    without_classes: WithoutClasses[];
    scaling: Scaling;
  } & Reached;
  decay: Decay;
  cutoff_min: number;
  municipalities: (MunicipalIndex & {
    name: string | null;
    index_by_decay: { decay: Decay; index: number | null }[];
  })[];
  /** The county, its regions and its urban areas. */
  areas: (Area & AreaIndex)[];
  urban_areas: UrbanOrigin;
  cells: {
    count: number;
    /** Rows without a year; they are in. */
    undated_rows: number;
    /** Rows of the same cells in other datasets, which do not count again. */
    repeated_rows: number;
    without_road: number;
    /** Of cells whose roads are tied to none of the largest part of the network: they reach only what lies on theirs. */
    apart: number;
    residents: number;
    residents_without_road: number;
  };
  opportunities: OpportunitiesUsed;
  roads: ReturnType<typeof describeRoads>;
}

interface Options {
  workers?: number;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number, message: string) => void) | undefined;
}

/** Raised whenever the same input may give another answer. */
export const centralityVersion = '7';

const part = 'centrality';

/** All that is read, by the explanation of a cell too: their runs have one key. */
export const centralityLayers = [...new Set([...situationLayers, 'region', 'urban-area', ...urbanSources])];

/** All that decides the answer. */
export function requestOf(inputs: CentralityInputs, constraints: Constraints): RunRequest {
  const { year = null, cutoff_min, scaling, anchor, access_m } = inputs;
  return {
    ...{ kind: 'centrality', version: centralityVersion, editions: editionsIn(constraints) },
    parameters: { year, decay: chosenDecay(inputs), cutoff_min, scaling, anchor, access_m },
  };
}

/**
 * Work out the centrality of every population cell and municipality, and put both on the map.
 * @throws CannotMeasure, BadDecay, LeaseLost, and the signal's reason
 */
export async function findCentrality(
  database: Database,
  catalogue: Catalogue,
  inputs: CentralityInputs,
  { workers, signal, onProgress }: Options = {},
): Promise<CentralityAnswer & OnMap> {
  const constraints = await readConstraints(database, centralityLayers);
  const absent = ['population', 'road-link'].filter((layer) => isAbsent(constraints, layer));
  if (absent.length > 0) throw absentLayers(absent);
  const { year, cutoff_min, scaling, anchor, access_m } = inputs;
  const decay = chosenDecay(inputs);
  const request = requestOf(inputs, constraints);
  const isStandard = runKey(request) === runKey(requestOf(CentralityInput.parse({}), constraints));
  return publishResults(
    database,
    catalogue,
    constraints,
    request,
    { part, isStandard, signal, onProgress },
    async (onShare): Promise<Work<CentralityAnswer>> => {
      const { places, onRoads } = await situationOf(
        database,
        constraints,
        { year, access_m },
        { signal, onShare: (share) => onShare(0.3 * share, 'places on the roads') },
      );
      const decays: [Decay, ...Decay[]] = [decay, ...otherDecays(decay)];
      const found = await sumUpCells(
        places,
        onRoads,
        { decays, cutoff_min },
        {
          ...(workers !== undefined && { workers }),
          signal,
          onShare: (share) => onShare(0.3 + 0.55 * share, 'travel times'),
        },
      );
      const byDecay = found.sums.map((sums) => {
        const scale = scaleOf(places, sums, anchor, scaling);
        const index = indexOfCells(sums, scale, scaling);
        return { scale, index, municipal: municipalIndices(places, found, index, scale) };
      });
      const [{ scale, index, municipal }] = byDecay;
      const { features, names } = await municipalFeatures(database, constraints, places, municipal, scale);
      const { cells } = places;
      const urban = await urbanAreasOf(database, constraints);
      const { areas, members } = await areasOfPoints(database, constraints, cells, urban.areas);
      const told = areas
        .map((area, at) => ({ ...area, ...areaIndex(places, found, index, scale, members[at]) }))
        .filter(({ kind }) => kind !== 'municipality');
      const layersOfAreas = await areaLayers(database, constraints, told, urban.areas, {
        ...{ id: 'centrality', title: 'Sentralitet', properties: (own) => propertiesOf(own, scale) },
      });
      const withoutRoad = cells.filter((_, at) => onRoads.withoutRoad[at]);
      const sumOf = (those: typeof cells) => those.reduce((sum, { residents }) => sum + residents, 0);
      return {
        answer: {
          ...{ ...yearsTold(places.used.residents.years), decay, cutoff_min },
          scale: {
            ...{ municipality: scale.municipality, anchored: scale.anchored, scaling, ...scale.reached },
            without_classes: scale.withoutClasses,
          },
          municipalities: municipal.map((own, at) => ({
            ...{ name: names.get(own.number) ?? null, ...own },
            index_by_decay: byDecay.map((other, d) => ({ decay: decays[d], index: other.municipal[at].index })),
          })),
          ...{ areas: told, urban_areas: urban.from },
          cells: {
            ...{ count: cells.length, undated_rows: places.used.residents.undated, repeated_rows: places.repeated },
            without_road: withoutRoad.length,
            apart: cells.filter((_, at) => onRoads.apart[at]).length,
            ...{ residents: sumOf(cells), residents_without_road: sumOf(withoutRoad) },
          },
          opportunities: describeOpportunities(places, onRoads),
          roads: describeRoads(onRoads.roads),
        },
        layers: [
          {
            layer: 'centrality',
            title: 'Sentralitet',
            features: cellFeatures(database, places, found.sums[0], index, scale),
            count: cells.length,
          },
          ...(features.length > 0
            ? [{ layer: 'centrality-municipality', title: 'Sentralitet per kommune', features }]
            : []),
          ...layersOfAreas,
        ],
      };
    },
  );
}

function yearsTold(used: readonly (number | null)[]): Pick<CentralityAnswer, 'year' | 'years'> {
  const years = yearsIn(used);
  return { year: years[0] ?? null, years };
}
