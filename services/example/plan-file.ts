import type { Feature, FeatureCollection } from 'geojson';
import { considerationObjectTypes, type ConsiderationType } from '../../layers/codes/consideration.ts';
import { provider } from './example-layer.ts';
import type { Plan } from './plan.ts';

/** A plan as the file that is handed in: GeoJSON with a `crs` member, names of the national GML format. */
export type PlanFile = FeatureCollection & {
  name: string;
  crs: { type: 'name'; properties: { name: string } };
  metadata: { provider: string; example: true };
};

export const crsMember = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } } as const;

/** The attribute that carries the code, by the kind of consideration zone. */
const codeAttribute: Record<ConsiderationType, string> = {
  sikring: 'sikring',
  støy: 'støy',
  fare: 'fare',
  infrastruktur: 'infrastruktur',
  'angitt hensyn': 'angittHensyn',
  båndlegging: 'båndlegging',
  gjennomføring: 'gjennomføring',
  detaljering: 'detaljering',
};

export function planFile(plan: Plan): PlanFile {
  const [kommunenummer = '', planidentifikasjon = ''] = plan.id.split('_');
  const own = { kommunenummer, planidentifikasjon };
  const master = plan.type < 30;
  const outline: Feature = {
    type: 'Feature',
    id: plan.id,
    properties: {
      objekttype: master ? 'KpOmråde' : 'RpOmråde',
      ...own,
      plannavn: plan.name,
      plantype: plan.type,
      planstatus: plan.status,
      lovreferanse: plan.law === 2008 ? 6 : 4,
      ikrafttredelsesdato: plan.inForce,
    },
    geometry: plan.outline,
  };
  const zones = plan.zones.map(({ objectType, purpose, status, level, name, geometry }, index): Feature => ({
    type: 'Feature',
    id: `${plan.id}-z${index + 1}`,
    properties: {
      objekttype: objectType,
      ...own,
      arealformål: purpose,
      arealbruksstatus: status,
      vertikalnivå: level,
      områdenavn: name,
    },
    geometry,
  }));
  const considerations = plan.considerations.map(({ type, code, name, geometry }, index): Feature => ({
    type: 'Feature',
    id: `${plan.id}-h${index + 1}`,
    properties: {
      objekttype: considerationObjectTypes[type][master ? 0 : 1] ?? null,
      ...own,
      [codeAttribute[type]]: code,
      hensynSonenavn: name,
    },
    geometry,
  }));
  return {
    type: 'FeatureCollection',
    name: plan.name,
    crs: crsMember,
    metadata: { provider, example: true },
    features: [outline, ...zones, ...considerations],
  };
}
