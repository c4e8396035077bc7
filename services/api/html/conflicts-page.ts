import { conflict } from '../../../layers/conflict.ts';
import { zoneChanges } from '../../../layers/codes/change.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { quantity } from '../../figures.ts';
import { html, type Html } from '../../html.ts';
import type { CheckResult, FindingFeature } from '../../conflicts/result.ts';
import { verdicts, type Verdict } from '../../conflicts/verdict.ts';
import type { Answer, Call } from '../route.ts';
import { texts } from '../texts/texts.ts';
import { pageAnswer, table } from './page.ts';

interface Asked extends Pick<Call, 'given' | 'language' | 'links'> {
  address: string;
  /** What the plan is called. */
  name: string;
  plan: { title: string; href: string };
}

/** A conflict check for someone with a browser: the worst findings first, each with the guideline's own words. */
export function conflictsPage(result: CheckResult, { given, language, links, address, name, plan }: Asked): Answer {
  const say = texts[language].page;
  const word = (verdict: Verdict) => conflict.fields['verdict']?.codes?.[verdict]?.[language] ?? verdict;
  const { guidelines } = result.run;
  const found = result.findings.features
    .filter(({ properties }) => properties.verdict !== 'not-relevant')
    .sort((a, b) => verdicts.indexOf(a.properties.verdict) - verdicts.indexOf(b.properties.verdict));
  return pageAnswer({
    title: `${say.conflicts}: ${name}`,
    language,
    links,
    address,
    given,
    crumbs: [plan],
    formats: ['json', 'geojson', 'csv'].map(
      (f) => [f.toUpperCase(), links.to(address, { f, lang: language })] as const,
    ),
    body: html`<p>${guidelines.plan}, ${guidelines.version} (${guidelines.standing})</p>
      ${table(
        [say.rule, say.verdict, say.zones, say.daa],
        result.summary.map(({ title, verdict, zones, area_daa }) => [
          ...[title, word(verdict), zones],
          quantity(area_daa, language, 1),
        ]),
      )}
      ${takenOutList(result, language)}
      ${found.map((finding) => findingOf(finding, word(finding.properties.verdict), say.whatToDo, language))}`,
  });
}

/** What the draft takes out of the plan in force, where there is something. */
function takenOutList({ taken_out }: CheckResult, language: Language): Html | null {
  if (!taken_out || taken_out.length === 0) return null;
  const say = texts[language].page;
  return html`<h2>${say.takenOut}</h2>
    ${table(
      [say.zone, say.purpose, say.daa],
      taken_out.map(({ zone, zone_name, purpose, area_m2 }) => [
        ...[zone_name ?? zone, purpose],
        quantity(area_m2 / 1000, language, 1),
      ]),
    )}`;
}

function findingOf({ properties }: FindingFeature, verdict: string, whatToDo: string, language: Language): Html {
  const { zone, zone_name, purpose, change, rule_title, reason, notes, remedy, guideline } = properties;
  const what = [purpose, change && zoneChanges[change][language]].filter((each) => each !== null);
  return html`<section>
    <h2>${verdict}: ${zone_name ?? zone}${what.length > 0 ? ` (${what.join(', ')})` : null}</h2>
    <p><strong>${rule_title}.</strong> ${reason}</p>
    ${
      notes.length > 0
        ? html`<ul>
            ${notes.map((note) => html`<li>${note}</li>`)}
          </ul>`
        : null
    }
    ${remedy ? html`<p><strong>${whatToDo}:</strong> ${remedy}</p>` : null}
    <blockquote lang="nb">§ ${guideline.section}: «${guideline.text}»</blockquote>
  </section>`;
}
