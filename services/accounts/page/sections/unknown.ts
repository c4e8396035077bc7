import type { Section } from '../../../documents/document.ts';
import { sum } from '../../extent/tallies.ts';
import type { Material } from '../material.ts';
import type { Wording } from '../wording.ts';
import { plansHere } from './plans.ts';

/** Classes of sea, by coverage. */
const sea: Record<string, readonly string[]> = { 'land-cover': ['82'], ecosystem: ['10', '12'] };

/** What the page does not know, and what the land that it counts is. */
export function unknownSection(material: Material, words: Wording): Section {
  const missing = unknowns(material, words);
  return {
    id: 'unknown',
    title: words.say.unknown.title,
    blocks: [
      {
        kind: 'list',
        items: [...(missing.length > 0 ? missing : [words.say.unknown.nothing]), seaOf(material, words)],
      },
    ],
  };
}

/** A line for everything that is not known. */
export function unknowns(material: Material, words: Wording): string[] {
  const say = words.say.unknown;
  const { accounts, absent, indicators, language } = material;
  const plans = plansHere(material);
  return [
    ...(absent.length > 0 ? [say.layers(absent.map((layer) => words.layer(layer)).join(', '))] : []),
    ...accounts.extent.flatMap(({ layer, data, proof, undated }) => {
      const title = words.layer(layer);
      if (data === 'none') return [say.notHere(title)];
      return [
        ...(data === 'one-version' ? [say.oneYear(title)] : []),
        ...(undated.length > 0 ? [say.undated(title, words.number(sum(undated.map(({ polygons }) => polygons))))] : []),
        ...(proof.closes ? [] : [say.misfit(title, words.area(proof.unclassified_m2), words.area(proof.overlap_m2))]),
      ];
    }),
    ...(!absent.includes('zoning') && !plans ? [say.notHere(words.layer('zoning'))] : []),
    ...(plans && plans.claimed_twice_m2 > 1 ? [say.claimedTwice(words.daa(plans.claimed_twice_m2))] : []),
    ...accounts.indicators.flatMap(({ id, value, missing }) => {
      const title = indicators.find((one) => one.id === id)?.title[language];
      // A layer that nobody loaded is named above, once.
      const isTold = missing.some((layer) => absent.includes(layer));
      return value === null && title !== undefined && !isTold && !id.startsWith('findings-')
        ? [say.indicator(title, words.lacking(missing))]
        : [];
    }),
  ];
}

function seaOf({ accounts }: Material, words: Wording): string {
  const areas = accounts.extent.map(({ layer, classes }) =>
    sum(classes.flatMap((row) => (sea[layer]?.includes(row.class) ? row.closing_m2 : []))),
  );
  const most = Math.max(0, ...areas);
  return most > 0 ? words.say.unknown.sea(words.area(most)) : words.say.unknown.noSea;
}
