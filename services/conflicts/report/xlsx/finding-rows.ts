import { zoneChanges } from '../../../../layers/codes/change.ts';
import type { Table } from '../../../tables/table.ts';
import type { CheckResult } from '../../answer/result.ts';
import type { Report } from '../report.ts';
import { worstFirst } from '../severity.ts';
import { texts } from '../texts/texts.ts';
import { listInCell } from './cell-text.ts';

/** Every finding, the worst first; areas in daa on the ellipsoid. */
export function findingRows(result: CheckResult, { language }: Report): Table {
  const say = texts[language];
  const { columns, sheets, answers, finding } = say;
  const { rule, answer, zone, name, purpose, municipality, zoneArea, newArea, area, redArea } = columns;
  const { shareOfZone, shareCovered, distance, reason, notes, remedy, constraints, section, quote, dataset } = columns;
  const daa = (value: number | null) => (value === null ? null : value / 1000);
  return {
    name: sheets.findings,
    headings: [
      ...[
        rule,
        answer,
        zone,
        name,
        purpose,
        finding.change,
        municipality,
        zoneArea,
        newArea,
        area,
        redArea,
        shareOfZone,
      ],
      ...[shareCovered, distance, reason, notes, remedy, constraints, section, quote, dataset],
    ],
    rows: worstFirst(result).map(({ answer: given, properties: of }) => [
      ...[of.rule_title, answers[given], of.zone, of.zone_name, of.purpose],
      ...[of.change && zoneChanges[of.change][language], of.municipality],
      ...[daa(of.zone_area_m2), daa(of.new_area_m2), daa(of.area_m2), daa(of.red_area_m2)],
      ...[of.share_of_zone, of.share_covered, of.distance_m, of.reason, of.notes.join(' '), of.remedy],
      of.constraints.length > 0
        ? listInCell(
            of.constraints.map(({ layer, id }) => `${layer}: ${id}`),
            say,
          )
        : null,
      ...[of.guideline.section, of.guideline.text, of.dataset],
    ]),
  };
}
