import { heading, picture, table, text, type Block, type Section } from '../../../documents/document.ts';
import { drawFlow, type Flow } from '../../../documents/picture/flow.ts';
import type { ExtentAccount } from '../../extent/extent-account.ts';
import type { Material } from '../material.ts';
import type { Wording } from '../wording.ts';

/** Land in m² that is too little to be shown as change. */
const least = 1;

/** So many bands are drawn, the widest first; the table has all. */
const mostBands = 12;

/** What became what between two years. */
export const changeSection = ({ accounts }: Material, words: Wording): Section => ({
  id: 'change',
  title: words.say.change.title,
  blocks: accounts.extent.filter(({ data }) => data !== 'none').flatMap((extent) => blocksOf(extent, words)),
});

function blocksOf(extent: ExtentAccount, words: Wording): Block[] {
  const say = words.say.change;
  const { layer, from, to, classes, proof } = extent;
  const title = words.layer(layer);
  const year = (value: number | null) => (value === null ? words.say.notKnown : String(value));
  const proved = [
    say.proof(words.km2(proof.sum_m2), words.km2(extent.area_m2)),
    proof.closes ? say.closes : say.opens(words.area(proof.unclassified_m2), words.area(proof.overlap_m2)),
  ].join(' ');
  if (extent.data === 'one-version') return [heading(title), text(say.oneVersion(title, year(to.year))), text(proved)];
  const flows = flowsOf(extent, words);
  const changed = flows.length > 0;
  return [
    heading(title),
    text(say.intro(year(from.year), year(to.year))),
    ...(extent.data === 'from-missing' ? [text(say.fromMissing)] : []),
    ...(extent.data === 'to-missing' ? [text(say.toMissing)] : []),
    table(
      title,
      say.headings,
      classes.map((row) => [
        words.code(layer, 'class', row.class),
        ...[row.opening_m2, row.additions_m2, row.reductions_m2, row.closing_m2].map((area) => words.daa(area)),
        signed(row.net_m2, words),
      ]),
    ),
    ...(changed ? flowBlocks(layer, flows, words) : [text(say.nothing)]),
    ...(extent.noise_m2 > least
      ? [
          text(
            say.noise(
              words.daa(extent.noise_m2),
              words.share(extent.noise_share ?? 0),
              `${words.number(extent.sliver_width_m, 1)} m`,
            ),
          ),
        ]
      : []),
    text(proved),
  ];
}

function flowsOf({ layer, matrix }: ExtentAccount, words: Wording): Flow[] {
  const name = (code: string) => words.code(layer, 'class', code);
  return Object.entries(matrix)
    .flatMap(([from, cells]) =>
      Object.entries(cells).flatMap(([to, value]) =>
        from === to || value < least ? [] : { from: name(from), to: name(to), value },
      ),
    )
    .sort((a, b) => b.value - a.value);
}

function flowBlocks(layer: string, flows: readonly Flow[], words: Wording): Block[] {
  const say = words.say.change;
  const title = say.flowTitle(words.layer(layer));
  const drawn = flows.slice(0, mostBands);
  const alt = say.flowAlt(drawn.map(({ from, to, value }) => say.became(from, to, words.daa(value))).join(', '));
  return [
    picture(`flow-${layer}`, title, drawFlow(drawn, words.daa, alt)),
    text(say.flowNote),
    table(
      title,
      say.flowHeadings,
      flows.map(({ from, to, value }) => [from, to, words.daa(value)]),
    ),
  ];
}

const signed = (area: number, words: Wording): string =>
  Math.abs(area) < least ? words.daa(0) : `${area > 0 ? '+' : '−'}${words.daa(Math.abs(area))}`;
