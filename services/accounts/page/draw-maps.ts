import type { Catalogue } from '../../../layers/catalogue.ts';
import type { PurposeGroup } from '../../../layers/codes/purpose-groups.ts';
import { datasetIds, readConstraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { drawMap } from '../../documents/picture/draw-map.ts';
import { frameAround, type Frame } from '../../documents/picture/frame.ts';
import { conflictColour, type Look } from '../../documents/picture/looks.ts';
import { html } from '../../html.ts';
import { pictureHeight, pictureWidth } from '../../documents/picture/picture.ts';
import { featureShapes, landShapes, type Land, type Shape } from '../../documents/picture/shapes.ts';
import type { Material } from './material.ts';
import { Wording } from './wording.ts';

type Kind = 'housing' | 'holiday-homes' | 'other';

/** What building purposes are on the map of plans. */
const kinds: Record<Kind, readonly PurposeGroup[]> = {
  housing: ['housing', 'centre', 'mixed', 'building', 'retail', 'service'],
  'holiday-homes': ['holiday-homes', 'tourism'],
  other: ['business', 'other-building', 'extraction', 'sport', 'transport'],
};

/** Zones on the map of plans, the largest first. */
const mostZones = 600;

const shown = ['water', 'urban-area', 'protected-area', 'contiguous-nature', 'road-link', 'municipality'] as const;

interface Given extends Pick<Material, 'language' | 'number' | 'name'> {
  database: Database;
  catalogue: Catalogue;
}

/** A map of what there is, and one of what is planned; null where the municipality has no place on the map. */
export async function drawMaps({ database, catalogue, language, number, name }: Given): Promise<Material['maps']> {
  const words = new Wording(language, catalogue);
  const constraints = await readConstraints(database, [...shown, 'plan', 'zoning', 'conflict-in-force']);
  const of = (layer: string) => datasetIds(constraints, layer);
  const [own] = await database.rows<Box & { geom: Buffer }>(statement('accounts/municipality-land'), {
    municipalities: of('municipality'),
    municipality: number,
  });
  if (!own) return { land: null, plans: null };
  const frame = frameAround(own, 0.04);
  const shapesOf = async (id: string, outline = false): Promise<Look['shapes']> =>
    (await featureShapes(database, catalogue.get(id), of(id), [frame], outline)).get(0) ?? [];
  const found = Object.fromEntries(
    await Promise.all(shown.map(async (id) => [id, await shapesOf(id, id === 'municipality')] as const)),
  ) as Record<(typeof shown)[number], readonly Shape[]>;
  const ground = groundLooks(found, words);
  const nature = natureLooks(found, words);
  const { land: around, zones, findings } = await landOn(database, of, frame, own.geom);
  const edge = [outsideLook(around), borderLook(found, words)];
  const told = [...nature, ...ground].filter(({ shapes }) => shapes.length > 0).map(({ text }) => text.toLocaleLowerCase(language)); // prettier-ignore
  const land = drawMap(
    { id: 'land-map', frame, looks: [...nature, ...ground, ...edge], labels: [] },
    words.say.land.mapAlt(name, told.join(', ')),
    language,
  );
  if (zones.size === 0) return { land, plans: null };
  const findingLook: Look = {
    text: words.say.plans.kinds.finding,
    shapes: findings,
    style: html`fill="url(#plan-map-conflict)" stroke="${conflictColour}" stroke-width="0.5"`,
  };
  const plans = drawMap(
    { id: 'plan-map', frame, looks: [...ground, ...zoneLooks(zones, words), findingLook, ...edge], labels: [] },
    words.say.plans.mapAlt(name),
    language,
  );
  return { land, plans };
}

type Box = Pick<Frame, 'west' | 'south' | 'east' | 'north'>;

/** The municipality, zones of its plans and findings, as shapes of one frame. */
async function landOn(
  database: Database,
  of: (layer: string) => number[],
  frame: Frame,
  own: Buffer,
): Promise<{ land: readonly Shape[]; zones: Map<Kind, Shape[]>; findings: readonly Shape[] }> {
  const { west, south, east, north } = frame;
  const box = { west, south, east, north, most: mostZones };
  const groups = (Object.keys(kinds) as Kind[]).flatMap((kind) => kinds[kind].map((group) => ({ kind, group })));
  const zoned = await database.rows<{ kind: Kind; geom: Buffer }>(statement('accounts/zones-on-map'), {
    ...{ ...box, plans: of('plan'), zoning: of('zoning') },
    ...{ groups: groups.map(({ group }) => group), kinds: groups.map(({ kind }) => kind) },
  });
  const found = await database.rows<{ geom: Buffer }>(statement('accounts/findings-on-map'), {
    ...{ ...box, datasets: of('conflict-in-force') },
  });
  const lands: Land<Kind | 'own' | 'finding'>[] = [
    { frame: 0, kind: 'own', geom: own },
    ...zoned.map(({ kind, geom }) => ({ frame: 0, kind, geom })),
    ...found.map(({ geom }) => ({ frame: 0, kind: 'finding' as const, geom })),
  ];
  const shapes = (await landShapes(database, lands, [frame])).get(0) ?? [];
  const zones = new Map<Kind, Shape[]>();
  for (const { kind, ...shape } of shapes)
    if (kind !== 'own' && kind !== 'finding') zones.set(kind, [...(zones.get(kind) ?? []), shape]);
  return {
    zones,
    land: shapes.filter(({ kind }) => kind === 'own'),
    findings: shapes.filter(({ kind }) => kind === 'finding'),
  };
}

/** A veil over all land but the municipality's. */
const outsideLook = (land: readonly Shape[]): Look => ({
  text: '',
  shapes: land.map((shape) => ({
    ...shape,
    path: `M -9 -9 H ${pictureWidth + 9} V ${pictureHeight + 9} H -9 Z ${shape.path ?? ''}`,
  })),
  style: html`fill="#eef1f3" fill-opacity="0.75"`,
});

const groundLooks = (found: Record<'water' | 'urban-area' | 'road-link', readonly Shape[]>, words: Wording): Look[] => [
  { text: words.layer('water'), shapes: found.water, style: html`fill="#d6e8f5" stroke="#8fb3cc" stroke-width="0.6"` },
  {
    text: words.layer('urban-area'),
    shapes: found['urban-area'],
    style: html`fill="#c9b8ad" fill-opacity="0.7" stroke="#6b5648" stroke-width="0.8"`,
  },
  {
    text: words.layer('road-link'),
    shapes: found['road-link'],
    style: html`fill="none" stroke="#9b8f80" stroke-width="1"`,
    isLine: true,
  },
];

const natureLooks = (
  found: Record<'contiguous-nature' | 'protected-area', readonly Shape[]>,
  words: Wording,
): Look[] => [
  {
    text: words.layer('contiguous-nature'),
    shapes: found['contiguous-nature'],
    style: html`fill="#dcebd3" fill-opacity="0.8" stroke="#6f9a5b" stroke-width="0.8" stroke-dasharray="2 3"`,
  },
  {
    text: words.layer('protected-area'),
    shapes: found['protected-area'],
    style: html`fill="#3f8f7f" fill-opacity="0.3" stroke="#1f5a4d" stroke-width="1.4" stroke-dasharray="7 3"`,
  },
];

const borderLook = (found: Record<'municipality', readonly Shape[]>, words: Wording): Look => ({
  text: words.layer('municipality'),
  shapes: found.municipality,
  style: html`fill="none" stroke="#4a3b6b" stroke-width="1.8" stroke-dasharray="9 3 2 3 2 3"`,
  isLine: true,
});

/** Purposes told apart by colour and by the dashes of their outlines. */
const zoneLooks = (zones: ReadonlyMap<Kind, readonly Shape[]>, words: Wording): Look[] =>
  (
    [
      ['housing', html`fill="#f7e04b" fill-opacity="0.75" stroke="#6d5c00" stroke-width="1"`],
      [
        'holiday-homes',
        html`fill="#e08a1e" fill-opacity="0.75" stroke="#7a3e00" stroke-width="1.4" stroke-dasharray="3 2"`,
      ],
      ['other', html`fill="#a678b4" fill-opacity="0.7" stroke="#4f2a5c" stroke-width="1.4" stroke-dasharray="6 2 1 2"`],
    ] as const
  ).map(([kind, style]) => ({ text: words.say.plans.kinds[kind], shapes: zones.get(kind) ?? [], style }));
