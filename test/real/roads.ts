import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import proj4 from 'proj4';
import type { Road, RoadCategory, Place } from '../../services/centrality/graph/road.ts';
import { roadCategoryValues } from '../../layers/codes/roads.ts';

/** Longitude and latitude as EPSG:25832, where lengths are true to some parts in a thousand. */
export const placeAt = (lon: number, lat: number): Place =>
  proj4<[number, number]>('+proj=utm +zone=32 +ellps=GRS80', [lon, lat]);

const categories: Record<string, RoadCategory> = {
  ...{ EUROPAVEG: 'european', RIKSVEG: 'national', FYLKESVEG: 'county', KOMMUNAL_VEG: 'municipal' },
};

/** A directed link of the register, and the municipalities that it lies in. */
export interface RegisteredRoad extends Road {
  municipalities: string[];
}

/** The public roads' register of traffic links: node ids, lengths and signed speeds, without geometry; one way each. */
export const registeredRoads = (folder: string): RegisteredRoad[] =>
  ['buskerud', 'neighbours'].flatMap((part) => {
    const rows = parse<Record<string, string>>(readFileSync(path.join(folder, `svv_traffic_links_2024_${part}.csv`)), {
      columns: true,
    });
    return rows.map((row): RegisteredRoad => {
      const end = (node: string | undefined) => ({ node: node ?? null, register: 'svv', place: null });
      return {
        ...{ id: row['id'] ?? '', from: end(row['startTrafficNodeId']), to: end(row['endTrafficNodeId']) },
        ...{ length_m: Number(row['length']), speed_kmh: Number(row['highestSpeedLimit']), oneWay: true },
        ...{ category: categories[row['roadCategory'] ?? ''] ?? null, ferry: row['isFerryRoute'] === 'TRUE' },
        ...{ ferry_min: null, wait_min: null, level: 0 },
        municipalities: (row['municipalityIds'] ?? '').split(/[^\d]+/).filter(Boolean),
      };
    });
  });

interface Drawn {
  properties: { typeVeg: string; vegkategori: string; medium: string };
  geometry: { type: string; coordinates: [number, number][] };
}

/** The roads of the map of Norway at 1 : 1,000,000: ends that meet, no speeds. */
export function drawnRoads(folder: string): (Road & { line: Place[] })[] {
  const { features } = JSON.parse(readFileSync(path.join(folder, 'n1000_roads.geojson'), 'utf8')) as {
    features: Drawn[];
  };
  const codes = roadCategoryValues as Record<string, RoadCategory>;
  return features
    .filter(({ properties }) => properties.typeVeg !== 'sti')
    .map(({ properties, geometry }, at) => {
      const places = geometry.coordinates.map(([lon, lat]) => placeAt(lon, lat));
      const length_m = places.slice(1).reduce((sum, [x, y], before) => {
        const [a, b] = places[before] ?? [x, y];
        return sum + Math.hypot(x - a, y - b);
      }, 0);
      const end = (place: Place | undefined) => ({ node: null, register: 'n1000', place: place ?? null });
      return {
        ...{ id: String(at), from: end(places[0]), to: end(places.at(-1)), length_m, speed_kmh: null, oneWay: false },
        ...{ category: codes[properties.vegkategori] ?? null, ferry: /ferje/i.test(properties.typeVeg) },
        ...{ ferry_min: null, wait_min: null, level: properties.medium === 'U' ? -1 : 0, line: places },
      };
    });
}
