import type { SourceFeature } from '../../imports/source-feature.ts';
import type { Check } from '../check.ts';
import { notesOf } from './describe-finding.ts';
import type { CheckResult } from './result.ts';
import { inWords } from '../judgement/words.ts';

/** Findings that have a place on the map; their ids stay as long as rule and zone keep theirs. */
export function* findingFeatures(result: CheckResult, check: Check): Generator<SourceFeature> {
  const seen = new Set<string>();
  for (const [index, { geometry, properties }] of result.findings.features.entries()) {
    if (!geometry) continue;
    const finding = check.findings[index];
    const own = `${properties.rule}/${properties.zone}`;
    const id = seen.has(own) ? `${own}#${properties.zone_index}` : own;
    seen.add(id);
    const { verdict, rule, zone, zone_name, object_type, plan_id, municipality, change, reason } = properties;
    const { area_m2, red_area_m2, share_of_zone, share_covered, distance_m, touching } = properties;
    yield {
      index,
      id,
      geometry,
      properties: {
        ...{ verdict, rule, zone, zone_name, object_type, plan_id, municipality, change, reason },
        ...{ area_m2, red_area_m2, share_of_zone, share_covered, distance_m, touching },
        purpose: properties.purpose_code,
        reason_en: finding && inWords(finding.because, finding.rule, 'en'),
        notes: properties.notes.join('\n') || null,
        notes_en: finding && (notesOf(finding, 'en').join('\n') || null),
        guideline: properties.guideline.text,
        section: properties.guideline.section,
      },
    };
  }
}
