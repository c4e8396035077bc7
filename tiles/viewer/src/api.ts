import type { Feature, FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { CheckResult } from '../../../services/conflicts/answer/result.ts';
import type { FeatureRef } from './address.ts';
import type { Collection, CriterionWords, Facts, Municipality, StationRun } from './answers.ts';
import type { Bounds } from './bounds.ts';
import type { Plan } from './check/plan-file.ts';
import { ServiceGone, ServiceProblem, type Problem } from './failure.ts';
import type { Language } from './texts/texts.ts';

/** The service's root: the page lies at /map/ below it, at whatever path that is. */
const root = new URL('../', document.baseURI);

/** Every request of the map goes through here. All throw {@link ServiceProblem} or {@link ServiceGone}. */
export function serviceIn(language: Language) {
  const get = async <T>(path: string): Promise<T> => answered<T>(fetch(address(path, language), { headers: accept }));
  return {
    collections: async (): Promise<Collection[]> =>
      (await get<{ collections: Collection[] }>('collections')).collections,
    municipalities: async (): Promise<Municipality[]> =>
      (await get<{ municipalities: Municipality[] }>('municipalities')).municipalities,
    /** Address of a layer's TileJSON document. */
    tiles: (id: string): string => address(`tiles/${id}`, language).href,
    /** @param year the latest where none is named */
    style: (id: string, year?: number): Promise<StyleSpecification> =>
      get(`styles/${id}${year === undefined ? '' : `?year=${year}`}`),
    facts: async ({ layer, fid }: FeatureRef): Promise<Facts> => get(`collections/${layer}/items/${fid}`),
    /** Features of a layer that touch a box; the first thousand where there are more. */
    featuresIn: async (layer: string, bounds: Bounds): Promise<Feature[]> =>
      (await get<FeatureCollection>(`collections/${layer}/items?limit=1000&bbox=${bounds.join(',')}`)).features,
    stations: async (): Promise<StationRun> => get('stations'),
    /** What sites for energy stations are judged by. */
    criteria: async (): Promise<CriterionWords[]> =>
      (await get<{ catalogue: { criteria: CriterionWords[] } }>('processes/energy-stations')).catalogue.criteria,
    /** Address of a site's page. */
    stationPage: (id: string): string => address(`stations/${encodeURIComponent(id)}?f=html`, language).href,
    checkPlan: (plan: Plan, signal: AbortSignal): Promise<CheckResult> =>
      answered(
        fetch(address('processes/conflict-check/execution', language), {
          method: 'POST',
          headers: { ...accept, 'content-type': 'application/json' },
          body: JSON.stringify({ inputs: { plan } }),
          signal,
        }),
      ),
  };
}

export type Service = ReturnType<typeof serviceIn>;

const accept = { accept: 'application/json, application/geo+json, application/problem+json' };

function address(path: string, language: Language): URL {
  const url = new URL(path, root);
  url.searchParams.set('lang', language);
  return url;
}

async function answered<T>(request: Promise<Response>): Promise<T> {
  let response: Response;
  try {
    response = await request;
  } catch (error) {
    if (error instanceof DOMException) throw error;
    throw new ServiceGone(String(error));
  }
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as Problem;
  throw new ServiceProblem(response.status, problem);
}
