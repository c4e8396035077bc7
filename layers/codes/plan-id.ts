import type { Derivation } from '../declaration/derivation.ts';

/**
 * The plan id of the national register: municipality number `_` plan id (`3330_2021005`). Sources often keep the two
 * apart (KOMM and PLANID, kommunenummer and planidentifikasjon); an id that is joined already is kept.
 */
export const joinedPlanId: Derivation = ({ values, source }) => {
  const id = values['plan_id'] ?? null;
  if (id === null) return null;
  const municipality = source('KOMM', 'kommunenummer', 'kommunenr');
  // Plan 5.0 keys a county's plan by the county.
  const county = municipality === null ? source('fylkesnummer', 'FYLKESNR') : null;
  if (municipality === null && county === null) return id;
  const prefix = `${municipality === null ? String(county).padStart(2, '0') : String(municipality).padStart(4, '0')}_`;
  return String(id).startsWith(prefix) ? id : `${prefix}${id}`;
};

/** Source names of a plan id, joined or not. */
export const planIdNames = [
  'nasjonalArealplanId',
  'NASJONALAREALPLANID',
  'arealplanId',
  'planidentifikasjon',
  'PLANID',
];
