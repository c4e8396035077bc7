import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Database } from '../../database/database.ts';
import { carryOut, onFirmGround, type Check, type CheckRequest } from '../check.ts';
import { describeInstead } from '../alternatives/describe-instead.ts';
import type { InsteadResult } from '../alternatives/instead-result.ts';
import { whereInstead } from '../alternatives/where-instead.ts';
import { fillIn } from '../checklist/fill-in.ts';
import { compareChecks } from '../comparison/compare.ts';
import type { DraftPlan } from '../../imports/plans/plan-file.ts';
import { renderCheck } from '../answer/render.ts';
import { layerTitles } from './layer-titles.ts';
import type { CheckResult } from '../answer/result.ts';

/** A check with its checklist and what became of it since another version, in codes and in words. */
export interface FullCheck {
  check: Check;
  result: CheckResult;
  language: Language;
}

interface Options {
  language: Language;
  /** Without the checklist, for forms that do not hold it. */
  withoutChecklist?: boolean;
  /** Look for other places for zones with findings, too; takes longer. */
  alternatives?: boolean;
  /** An older version of the plan, to compare with. */
  against?: DraftPlan | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Check a plan for a report on it.
 * @throws NoZones, UnknownRule, BadParameter, UnknownCrs, GroundGone, OverlayFailed, and the signal's reason
 */
export async function checkInFull(
  database: Database,
  catalogue: Catalogue,
  request: CheckRequest,
  { language, against, signal, withoutChecklist = false, alternatives: isAsked = false }: Options,
): Promise<FullCheck> {
  const older = against && (await carriedOut(database, { ...request, plan: against }, signal));
  const check = await carriedOut(database, request, signal);
  const result = await renderCheck(database, check, language);
  const checklist = withoutChecklist ? undefined : await fillIn(database, catalogue, check, language);
  const alternatives = isAsked
    ? await describeInstead(database, await whereInstead(database, request, { signal }), {
        ...{ language, titles: layerTitles(catalogue, language) },
      })
    : undefined;
  const comparison = older && (await compareChecks(database, check, older));
  return {
    check,
    language,
    result: {
      ...result,
      ...(checklist && { checklist }),
      ...(alternatives && { alternatives: withoutRun(alternatives) }),
      ...(comparison && { comparison }),
    },
  };
}

const withoutRun = ({ zones, left_out }: InsteadResult): NonNullable<CheckResult['alternatives']> => ({
  zones,
  left_out,
});

const carriedOut = (database: Database, request: CheckRequest, signal: AbortSignal | undefined): Promise<Check> =>
  onFirmGround(database, request, (prepared) => carryOut(database, prepared, signal));
