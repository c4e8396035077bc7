import { heading, picture, table, text, type Block, type Section } from '../../../documents/document.ts';
import { drawBars } from '../../../documents/picture/bars.ts';
import type { ExtentAccount } from '../../extent/extent-account.ts';
import type { NatureRow } from '../../nature/nature-account.ts';
import type { Material } from '../material.ts';
import type { Wording } from '../wording.ts';

/** What there is: land cover, ecosystems, protection, nature. */
export function landSection({ accounts, maps }: Material, words: Wording): Section {
  const { nature } = accounts;
  const isProtectionKnown = accounts.indicators.some(({ id, value }) => id === 'protected-share' && value !== null);
  const say = words.say.land;
  return {
    id: 'land',
    title: say.title,
    blocks: [
      ...(maps.land ? [picture('map', say.mapTitle, maps.land)] : []),
      ...accounts.extent.flatMap((extent) => extentBlocks(extent, words)),
      heading(say.protectedTitle),
      nature.protected && isProtectionKnown
        ? table(say.protectedTitle, say.protectedHeadings, [
            ...nature.protected.forms.map((row) => rowOf(row, 'protected-area', 'protection', words)),
            [say.all, words.area(nature.protected.area_m2), words.share(nature.protected.share)],
          ])
        : text(nature.protected ? say.nothingProtected : say.noProtected),
      ...(nature.nature_types && nature.nature_types.values.length > 0
        ? [
            heading(say.typesTitle),
            table(
              say.typesTitle,
              say.typesHeadings,
              nature.nature_types.values.map((row) => rowOf(row, 'nature-type', 'value', words)),
            ),
          ]
        : []),
      ...(nature.contiguous
        ? [
            text(
              say.contiguous(
                ...([words.number(nature.contiguous.patches), words.area(nature.contiguous.area_m2)] as const),
                ...([
                  words.area(nature.contiguous.largest_m2),
                  words.km2(nature.contiguous.effective_mesh_m2),
                ] as const),
              ),
            ),
          ]
        : []),
    ],
  };
}

/** Classes as they are now, the largest first. */
function extentBlocks(extent: ExtentAccount, words: Wording): Block[] {
  const say = words.say.land;
  const { layer, area_m2, to } = extent;
  const title = say.coverTitle(words.layer(layer), to.year === null ? '' : String(to.year)).trim();
  if (extent.data === 'none') return [heading(title), text(say.noCoverage(words.layer(layer)))];
  const rows = extent.classes
    .filter(({ closing_m2 }) => closing_m2 > 0)
    .sort((a, b) => b.closing_m2 - a.closing_m2)
    .map((row) => ({
      label: words.code(layer, 'class', row.class),
      value: row.closing_m2,
      area: words.area(row.closing_m2),
      share: words.share(area_m2 > 0 ? row.closing_m2 / area_m2 : 0),
    }));
  const alt = say.barsAlt(title, rows.map(({ label, share }) => `${label} ${share}`).join(', '));
  const bars = rows.map(({ label, value, area, share }) => ({ label, parts: [value], figure: `${area} (${share})` }));
  return [
    picture(`cover-${layer}`, title, drawBars({ id: `cover-${layer}`, kinds: [''], bars }, alt)),
    table(title, say.headings, rows.map(({ label, area, share }) => [label, area, share])), // prettier-ignore
  ];
}

const rowOf = (row: NatureRow, layer: string, field: string, words: Wording): string[] => [
  words.code(layer, field, row.class),
  words.area(row.area_m2),
  words.share(row.share),
];
