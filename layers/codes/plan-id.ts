import type { Derivation } from '../declaration/derivation.ts';

/**
 * The plan id of the national register: municipality number `_` plan id (`3330_2021005`). Sources often keep the two
 * apart (KOMM and PLANID, kommunenummer and planidentifikasjon); an id that is joined already is kept.
 */
export const joinedPlanId: Derivation = ({ values, source }) => {
  const id = values['plan_id'] ?? null;
  const municipality = source('KOMM', 'kommunenummer', 'kommunenr');
  if (id === null || municipality === null) return id;
  const prefix = `${String(municipality).padStart(4, '0')}_`;
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
