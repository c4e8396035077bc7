import type { Polygon } from 'geojson';
import { considerationObjectTypes, considerationType } from '../../../layers/codes/consideration.ts';
import { zoningObjectTypes, type ZoningObjectType } from '../../../layers/codes/purpose.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { crsOf } from '../../imports/crs.ts';
import { isMasterPlan } from '../judgement/securing-rule.ts';
import type { PlanRemedies } from './plan-remedies.ts';

/** A surface of a plan in the names of SOSI Plan 5.0. */
export interface SosiFeature {
  /** lokalId: that of the zone it takes the place of, or the name of a new one. */
  id: string;
  objectType: string;
  properties: Record<string, string | number>;
  geometry: Polygon;
}

/** What the object types of purposes call what a zone carries. */
const attributes: Record<ZoningObjectType, { purpose: string; name: string; status?: string }> = {
  KpArealformålOmråde: { purpose: 'arealformål', name: 'områdenavn', status: 'arealbruksstatus' },
  RpArealformålOmråde: { purpose: 'arealformål', name: 'feltnavn' },
  KpArealbrukOmråde: { purpose: 'arealbruk', name: 'områdenavn', status: 'arealbruksstatus' },
  RbFormålOmråde: { purpose: 'reguleringsformål', name: 'feltnavn' },
};

const ofOldLaw: readonly ZoningObjectType[] = ['KpArealbrukOmråde', 'RbFormålOmråde'];

/** Whether a surface is of the Act of 1985, which the product specifications of today have no names for. */
export const isOfOldLaw = ({ objectType }: SosiFeature): boolean => ofOldLaw.some((type) => type === objectType);

/** What the object types of consideration zones call their code: those that rules ask for. */
const codeNames: Record<string, string> = { 'angitt hensyn': 'angittHensyn', båndlegging: 'båndlegging' };

/** Plans are drawn to the millimetre; a grid of 1e-9 degrees is finer still. */
const grids = { metre: { grid: 0.001, digits: 3 }, degree: { grid: 1e-9, digits: 9 } } as const;

/** Whether what is drawn belongs into a master plan (Kp) or into a regulation (Rp). */
export const isOfMasterPlan = ({ check: { plan } }: PlanRemedies): boolean =>
  plan.facts.plan_type === null
    ? !plan.zoning.some(({ properties }) => String(properties['object_type']).startsWith('R'))
    : isMasterPlan(plan.facts);

/**
 * The remedies of a plan as surfaces that it could take in. Of a zone in several parts the largest keeps the id; the
 * others get one of their own, for two surfaces of one id cannot take the place of one zone.
 */
export async function sosiFeatures(session: Session, remedies: PlanRemedies, epsg: number): Promise<SosiFeature[]> {
  const master = isOfMasterPlan(remedies);
  const zones = remedies.zones.flatMap((each) => (each.geom ? [{ ...each, geom: each.geom }] : []));
  const drawn = [
    ...zones.map(({ zone, geom, findings }) => ({
      ...{ id: zone.id, geom },
      ...zoneOf(zone, master),
      why: `Avgrenset på nytt etter konfliktsjekk: ${titlesOf(findings, remedies)}`,
    })),
    ...remedies.considerations.map(({ code, name, geom, findings }) => ({
      ...{ id: name, geom },
      ...considerationOf(code, name, master),
      why: `Mangler etter konfliktsjekk: ${titlesOf(findings, remedies)}`,
    })),
  ];
  const rows = await session.rows<{ number: number; geometry: Polygon }>(statement('conflicts/plan-surfaces'), {
    numbers: drawn.map((_, number) => number),
    geoms: drawn.map(({ geom }) => geom),
    srid: epsg,
    ...grids[crsOf(epsg).unit],
  });
  const taken = idsIn(remedies, drawn);
  return drawn.flatMap(({ id, objectType, properties, why }, number) => {
    const parts = rows.filter((row) => row.number === number);
    return parts.map(({ geometry }, part) => ({
      id: part > 0 ? freeId(id, taken) : id,
      objectType,
      properties: { ...properties, beskrivelse: part > 0 ? `Skilt fra ${id}. ${why}` : why },
      geometry,
    }));
  });
}

const idsIn = ({ check: { plan } }: PlanRemedies, drawn: readonly { id: string }[]): Set<string> =>
  new Set([...plan.zoning, ...plan.considerations, ...drawn].map(({ id }) => String(id)));

/** An id that names the one it was parted from, and that nothing has. */
function freeId(id: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  taken.add(`${id}-${number}`);
  return `${id}-${number}`;
}

function zoneOf({ purpose, status, name }: PlanRemedies['zones'][number]['zone'], master: boolean) {
  const own = purpose?.objectType ?? '';
  const objectType = isZoning(own) ? own : master ? 'KpArealformålOmråde' : 'RpArealformålOmråde';
  const names = attributes[objectType];
  const properties: SosiFeature['properties'] = {
    // A zone that came without a code has none to give back.
    ...(purpose && Number.isFinite(purpose.code) && { [names.purpose]: purpose.code }),
    ...(names.status && status !== null && { [names.status]: status }),
    ...(name !== null && { [names.name]: name }),
  };
  return { objectType, properties };
}

const isZoning = (type: string): type is ZoningObjectType => Object.hasOwn(zoningObjectTypes, type);

function considerationOf(code: number, name: string, master: boolean) {
  const type = considerationType(code) ?? 'angitt hensyn';
  const [inMasterPlan = '', inRegulation = ''] = considerationObjectTypes[type];
  return {
    objectType: master ? inMasterPlan : inRegulation,
    properties: { hensynSonenavn: name, [codeNames[type] ?? 'angittHensyn']: code },
  };
}

const titlesOf = (numbers: readonly number[], { check }: PlanRemedies): string =>
  [
    ...new Set(
      numbers.flatMap((number) => {
        const { rule, zone, measured } = check.findings[number] ?? {};
        if (!rule) return [];
        return measured?.missing ? [`${rule.title.nb} (${zone?.name ?? zone?.id})`] : [rule.title.nb];
      }),
    ),
  ].join(', ');
