import { wholePlan } from '../plan/plan-area.ts';
import type { CheckResult, FindingProperties } from '../answer/result.ts';
import type { Texts } from './texts/texts.ts';

/**
 * How the zones of a check are called in a finding: by name, and by id too where a name is not enough to tell them apart.
 * A finding that is settled says so wherever it is named.
 */
export function zoneLabels({ findings }: CheckResult, texts: Texts): (finding: FindingProperties) => string {
  const idsOf = new Map<string, Set<string>>();
  for (const { properties } of findings.features) {
    const { zone, zone_name: name } = properties;
    if (name) idsOf.set(name, (idsOf.get(name) ?? new Set()).add(zone));
  }
  const labelOf = ({ zone, zone_name: name, zone_index }: FindingProperties) => {
    if (zone_index === wholePlan) return texts.wholePlan;
    if (!name || name === zone) return zone;
    return (idsOf.get(name)?.size ?? 0) > 1 ? `${name} (${zone})` : name;
  };
  return (finding) => (finding.settled ? `${labelOf(finding)} – ${texts.settled}` : labelOf(finding));
}
