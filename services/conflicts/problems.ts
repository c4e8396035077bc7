import type { FeatureCollection } from 'geojson';
import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import { Problem } from '../problem.ts';
import { UnknownCrs } from '../imports/crs.ts';
import type { DraftPlan } from '../imports/plans/plan-file.ts';
import { draftsKept } from '../imports/plans/drafts.ts';
import { SeveralPlans } from '../imports/plans/plan-facts.ts';
import { UnreadableFile } from '../imports/readers/unreadable.ts';
import { NoZones, TooManyZones } from './check.ts';
import { GroundGone } from './measurement/constraints.ts';
import { BadParameter } from './judgement/parameter.ts';
import { NothingToSettle, PlanWithoutId } from './settled/settle.ts';
import { UnknownRule } from './rule-catalogue.ts';

const acceptedNames = 'arealformål, KPAREALFORMÅL, RPAREALFORMÅL, arealbruk, reguleringsformål';

/**
 * Refuse a plan in which nothing carries a purpose; single zones without one are answered as `failed`.
 * @throws Problem that names the first of them
 */
export function refuseWithoutPurpose(
  { zoning, plan: outline, considerations }: DraftPlan,
  given: Pick<FeatureCollection, 'features'>,
): void {
  if (zoning.some(({ properties }) => properties['purpose'] !== null)) return;
  const others = new Set([outline, ...considerations].map(({ index }) => index));
  const at = zoning[0]?.index ?? given.features.findIndex((_, index) => !others.has(index));
  const feature = given.features[at];
  if (!feature) return;
  const zone = zoning[0]?.id ?? feature.id ?? at;
  throw new Problem(422, 'zone-without-purpose', {
    title: { nb: 'Sone uten arealformål', en: 'Zone without a purpose' },
    detail: {
      nb: `Sone ${zone} (objekt ${at}) har ikke arealformål, og det har heller ingen annen. Navn som godtas: ${acceptedNames}.`,
      en: `Zone ${zone} (feature ${at}) has no arealformål, nor has any other. Accepted names: ${acceptedNames}.`,
    },
    instance: `/inputs/plan/features/${at}/properties`,
  });
}

/** What to tell an asker whose plan or request cannot be checked; anything else is thrown on as it is. */
export function problemOfCheck(error: unknown): unknown {
  if (error instanceof NoZones)
    return new Problem(422, 'no-zones', {
      title: { nb: 'Planen har ingen soner', en: 'The plan has no zones' },
      detail: error.explanation,
      instance: '/inputs/plan/features',
    });
  if (error instanceof TooManyZones)
    return new Problem(422, 'too-many-zones', {
      title: { nb: 'For mange soner', en: 'Too many zones' },
      detail: error.explanation,
      instance: '/inputs/plan/features',
    });
  if (error instanceof GroundGone)
    return new Problem(503, 'data-replaced', {
      title: { nb: 'Dataene ble byttet ut', en: 'The data were replaced' },
      detail: error.explanation,
      headers: { 'Retry-After': '60' },
    });
  if (error instanceof UnknownRule)
    return new Problem(422, 'unknown-rule', {
      title: { nb: 'Ukjent regel', en: 'Unknown rule' },
      detail: error.explanation,
      instance: '/inputs/rules',
    });
  if (error instanceof BadParameter)
    return new Problem(422, 'bad-parameter', {
      title: { nb: 'Ugyldig parameter', en: 'Parameter out of range or unknown' },
      detail: error.explanation,
      instance: `/inputs/parameters/${error.parameter}`,
    });
  if (error instanceof PlanWithoutId)
    return new Problem(422, 'plan-without-id', {
      title: { nb: 'Planen har ingen id', en: 'The plan has no id' },
      detail: error.explanation,
    });
  if (error instanceof NothingToSettle)
    return new Problem(422, 'nothing-to-settle', {
      title: { nb: 'Ikke noe å avklare', en: 'Nothing to settle' },
      detail: error.explanation,
      instance: '/zone',
    });
  if (error instanceof UnknownCrs) return unreadable(error.explanation, '/inputs/plan/crs');
  if (error instanceof SeveralPlans)
    return unreadable(
      {
        nb: `Filen har flere planer: ${error.planIds.join(', ')}. Send én om gangen.`,
        en: `The file holds several plans: ${error.planIds.join(', ')}. Send one at a time.`,
      },
      '/inputs/plan/features',
    );
  if (error instanceof UnreadableFile) return unreadable(error.explanation, '/inputs/plan');
  return error;
}

const unreadable = (detail: Bilingual, instance: string): Problem =>
  new Problem(422, 'unreadable-plan', {
    title: { nb: 'Planen kan ikke leses', en: 'The plan cannot be read' },
    detail,
    instance,
  });

/** The plan that a check refers to is none that was uploaded, or has gone since. */
export const unknownDraft = (href: string): Problem =>
  new Problem(422, 'unknown-plan', {
    title: { nb: 'Ukjent plan', en: 'Unknown plan' },
    detail: {
      nb: `Det er ingen opplastet plan på «${href}». Opplastede planer blir tatt vare på i ${draftsKept.days} dager.`,
      en: `There is no uploaded plan at '${href}'. Uploaded plans are kept for ${draftsKept.days} days.`,
    },
    remedy: { nb: 'Last den opp med POST /plans.', en: 'Upload it by POST /plans.' },
    instance: '/inputs/plan/href',
  });
