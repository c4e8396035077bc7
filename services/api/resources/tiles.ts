import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { webMercatorQuad } from '../../../tiles/grid/web-mercator-quad.ts';
import type { TileAddress } from '../../../tiles/grid/tile-matrix-set.ts';
import { parameter } from '../parameters/parameter.ts';
import { layersOf } from '../layer-ids.ts';
import { run } from '../parameters/run.ts';
import { year } from '../parameters/year.ts';
import { route, type Answer, type Call } from '../route.ts';
import { shortened, tell } from '../tell.ts';
import { z } from 'zod';

const uncompress = promisify(gunzip);

/** The edition in an address makes it one that may be kept for long: the tiles of an edition never change. */
const edition = parameter({
  name: 'edition',
  kind: 'text',
  schema: z.string().max(64).optional(),
  meaning: {
    nb: 'utgaven som flisen skal vise, slik TileJSON skriver den.',
    en: 'the edition that the tile should show, as the TileJSON document writes it.',
  },
});

const longLived = 'public, max-age=604800';
const askAgain = 'public, no-cache';

const wholeNumber = /^(0|[1-9]\d{0,8})$/;

/** @throws Problem 400 when there is no such tile in the grid */
function addressOf({ z = '', x = '', y = '' }: Record<string, string>): TileAddress {
  const [level, column, row] = [z, x, y].map((text) => (wholeNumber.test(text) ? Number(text) : Number.NaN));
  const address = { z: level ?? Number.NaN, x: column ?? Number.NaN, y: row ?? Number.NaN };
  if (webMercatorQuad.has(address)) return address;
  throw tell(400, 'unknown-tile', ({ unknownTile: { title, detail, remedy } }) => ({
    title,
    detail: detail(shortened(z), shortened(x), shortened(y)),
    remedy: remedy(webMercatorQuad.maxZoom),
  }));
}

async function answer(
  call: Call<{ edition: string | undefined; year: number | undefined; run: string | undefined }>,
): Promise<Answer> {
  const address = addressOf(call.path);
  const shown = await call.tiles.shown(layersOf(call.catalogue, call.path.layerIds ?? ''), call.query);
  const etag = `W/"${shown.key}"`;
  const headers = {
    ETag: etag,
    'Cache-Control': call.query.edition === shown.key ? longLived : askAgain,
    Vary: 'Accept-Encoding',
  };
  if (isKnown(call.header('if-none-match'), etag)) return { status: 304, headers };
  const { tile, hit } = await call.tiles.tile(shown, address);
  call.metrics.tiles.inc({ cache: hit ? 'hit' : 'miss' });
  const dropped = tile.dropped.map(({ layer, kept, dropped }) => `${layer};kept=${kept};dropped=${dropped}`);
  const all = { ...headers, ...(dropped.length > 0 && { 'Grunnriss-Dropped': dropped.join(', ') }) };
  if (tile.gzipped.length === 0) return { status: 204, headers: all };
  const type = 'application/vnd.mapbox-vector-tile';
  // Nearly every client takes gzip; for the others it is undone on the way.
  if (!call.acceptsGzip) return { type, headers: all, body: await uncompress(tile.gzipped) };
  return { type, headers: { ...all, 'Content-Encoding': 'gzip' }, body: tile.gzipped };
}

/** Weak comparison of entity tags (RFC 9110 §13.1.2). */
function isKnown(header: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header !== undefined && (header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag)));
}

/** One vector tile of one or several layers. */
export const tile = route({
  method: 'get',
  path: '/tiles/{layerIds}/{z}/{x}/{y}',
  id: 'getTile',
  tag: 'Tiles',
  summary: { nb: 'En vektorflis med ett eller flere kartlag', en: 'One vector tile of one or several layers' },
  wordless: true,
  formats: { mvt: 'application/vnd.mapbox-vector-tile' },
  variables: {
    layerIds: { nb: 'kartlag, med komma mellom', en: 'layer ids, separated by commas' },
    z: { nb: 'zoomnivå', en: 'zoom level' },
    x: { nb: 'kolonne fra vest', en: 'column from the west' },
    y: { nb: 'rad fra nord', en: 'row from the north' },
  },
  query: { edition, year, run },
  statuses: { 204: { nb: 'Flisen er tom', en: 'The tile is empty' } },
  handle: answer,
});
