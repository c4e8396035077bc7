import { quantity } from '../../figures.ts';
import type { PlanRemedies } from './plan-remedies.ts';

/** What a reader of the file must know, a line each; the file goes into a Norwegian plan. */
export const aboutRemedies = ({ zones, check: { plan } }: PlanRemedies): string[] => [
  `Forslag til endringer i ${plan.facts.name ?? plan.facts.plan_id ?? 'planen'} etter konfliktsjekk. Flatene tar plassen til sonene med samme lokalId; deler som er skilt fra sonen sin, har ny lokalId, og hensynssonene er nye.`,
  ...zones.map(({ zone, geom, left_m2 }) =>
    geom
      ? `Sone ${zone.id} gir fra seg ${quantity(left_m2 / 1000, 'nb', 1)} daa. Gi arealet et annet formål.`
      : `Sone ${zone.id} kan ikke bli stående: hele arealet (${quantity(left_m2 / 1000, 'nb', 1)} daa) må få et annet formål.`,
  ),
];
