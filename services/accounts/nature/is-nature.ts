import { unclassified } from '../extent/extent-account.ts';

/** EU level 1: settlements and cropland are made by people; what nobody classified is not known to be nature. */
const notNature = new Set(['1', '2', unclassified, 'unknown']);

/** Whether land of an ecosystem type is nature that building takes. */
export const isNature = (type: string): boolean => !notNature.has(type);
