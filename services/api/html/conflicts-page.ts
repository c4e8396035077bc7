import { conflict } from '../../../layers/conflict.ts';
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
      ${found.map((finding) => findingOf(finding, word(finding.properties.verdict), say.whatToDo))}`,
  });
}

function findingOf({ properties }: FindingFeature, verdict: string, whatToDo: string): Html {
  const { zone, zone_name, purpose, rule_title, reason, notes, remedy, guideline } = properties;
  return html`<section>
    <h2>${verdict}: ${zone_name ?? zone}${purpose ? ` (${purpose})` : null}</h2>
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
