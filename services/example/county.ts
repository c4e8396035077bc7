import { boundaryLayers } from './boundaries.ts';
import { buildingLayers, dwellingsOf, holidayHomesOf } from './buildings.ts';
import { cabinFieldsOf } from './cabin-fields.ts';
import type { Change } from './changes.ts';
import { ecosystemLayers } from './ecosystem.ts';
import { elevationLayers } from './elevation.ts';
import type { ExampleLayer } from './example-layer.ts';
import { heritageOf } from './heritage.ts';
import { heritageLayers } from './heritage-layers.ts';
import { landOf } from './land.ts';
import { landCoverLayers } from './land-cover.ts';
import { mineralLayers, mineralsOf } from './minerals.ts';
import { natureOf } from './nature.ts';
import { natureLayers } from './nature-layers.ts';
import { planFile, type PlanFile } from './plan-file.ts';
import { planLayers } from './plan-layers.ts';
import { plansOf } from './plans.ts';
import { populationCells, populationLayers } from './population.ts';
import { railwayLayers } from './railway.ts';
import { roadNetworkOf } from './road-network.ts';
import { roadLayers } from './roads.ts';
import { stageOf } from './stage.ts';
import { trafficLayers } from './traffic.ts';
import { transitLayers } from './transit.ts';
import { treelineLayers } from './treeline.ts';
import { truckSiteLayers } from './truck-sites.ts';
import { urbanLayers } from './urban.ts';
import { waterLayers } from './water.ts';
import { workLayers } from './work.ts';

/** A county that is no real place, for trying the software out and for tests. */
export interface ExampleCounty {
  /** Datasets by layer and part; municipalities first. */
  layers: ExampleLayer[];
  /** Plans that are not in the register yet, as files to check. */
  drafts: PlanFile[];
  /** Every difference between the two land-cover surveys. */
  changes: Change[];
  /** EPSG code of all coordinates. */
  crs: 25832;
}

/**
 * Makes the example county. The same seed and scale give the same county, down to the last digit.
 * @param seed a whole number @param scale 0.001–10; 1 is about the size of Buskerud: area and counts are proportional
 * @throws RangeError when seed or scale are out of range
 */
export function exampleCounty({ seed = 1, scale }: { seed?: number; scale: number }): ExampleCounty {
  const land = landOf(seed, scale);
  const stage = stageOf(land);
  const fields = cabinFieldsOf(land, stage);
  const minerals = mineralsOf(land, stage);
  const heritage = heritageOf(land, stage);
  const plans = plansOf(land, stage, fields, heritage, minerals);
  const network = roadNetworkOf(land);
  return {
    layers: [
      ...boundaryLayers(land),
      ...landCoverLayers(land),
      ...ecosystemLayers(land),
      ...waterLayers(land),
      ...elevationLayers(land),
      ...treelineLayers(land, stage),
      ...urbanLayers(land),
      ...populationLayers(land, populationCells(land)),
      ...workLayers(land),
      ...buildingLayers(land, dwellingsOf(land), holidayHomesOf(land, fields, stage)),
      ...roadLayers(land, network),
      ...trafficLayers(land, network),
      ...railwayLayers(land),
      ...transitLayers(land, network),
      ...truckSiteLayers(land, network),
      ...mineralLayers(land, minerals),
      ...heritageLayers(land, heritage),
      ...natureLayers(land, natureOf(land, stage)),
      ...planLayers(plans.register),
    ],
    drafts: plans.drafts.map(planFile),
    changes: land.changes,
    crs: 25832,
  };
}
