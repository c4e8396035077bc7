import type { Database } from '../../services/database/database.ts';
import { parseStatement } from '../../services/database/statement.ts';
import type { DecodedFeature } from './decode.ts';

/*
 * GEOS as the judge: whether two tile geometries show the same. Allowed are rounding (a unit to either side), where a
 * ring starts, the bridges along the tile's border that a clipped ring may keep, rings that cross themselves after
 * rounding, and what is thinner than a pixel of the grid. So two areas are the same when no part of their difference
 * has room for a circle of more than a unit's radius.
 */
const areas = parseStatement(
  'test/same-area',
  `with shape as (
     select ST_CollectionExtract(ST_MakeValid(ST_GeomFromText(:a), 'method=structure'), 3) as a,
            ST_CollectionExtract(ST_MakeValid(ST_GeomFromText(:b), 'method=structure'), 3) as b
   )
   select coalesce(max((ST_MaximumInscribedCircle(part.geom)).radius), 0) as misfit
   from shape cross join lateral ST_Dump(ST_SymDifference(a, b)) part
   where ST_Area(part.geom) > 1`,
);
// Two lines are the same when, inside the tile and half its buffer, each lies along the other. At the buffer's very
// edge a line's end moves far along it when its slope is small.
const lines = parseStatement(
  'test/same-line',
  `with shape as (
     select ST_GeomFromText(:a) as a, ST_GeomFromText(:b) as b, ST_MakeEnvelope(-32, -32, 4128, 4128) as inner_box
   )
   select ST_Length(ST_Difference(ST_Intersection(a, inner_box), ST_Buffer(b, 1.5)))
        + ST_Length(ST_Difference(ST_Intersection(b, inner_box), ST_Buffer(a, 1.5))) as misfit from shape`,
);
const thin = parseStatement(
  'test/thin',
  `select case
     when ST_Dimension(g) < 2 then ST_Length(g)
     when ST_Area(ST_MakeValid(g, 'method=structure')) <= 1 then 0
     else (ST_MaximumInscribedCircle(ST_MakeValid(g, 'method=structure'))).radius
   end as misfit from ST_GeomFromText(:a) g`,
);

const ask = async (
  database: Database,
  statement: ReturnType<typeof parseStatement>,
  parameters: Record<string, string>,
) => (await database.row<{ misfit: number }>(statement, parameters)).misfit;

const points = (wkt: string): number[][] =>
  [...wkt.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

/** By how many tile units two features show something else; 0 when they are the same within what rounding allows. */
export async function misfit(database: Database, a: DecodedFeature, b: DecodedFeature): Promise<number> {
  if (a.shape !== b.shape) return Number.POSITIVE_INFINITY;
  if (a.shape === 'polygon') return Math.max(0, (await ask(database, areas, { a: a.wkt, b: b.wkt })) - 1);
  if (a.shape === 'line') return ask(database, lines, { a: a.wkt, b: b.wkt });
  const [ours, theirs] = [points(a.wkt), points(b.wkt)];
  const far = ours.map(([x = 0, y = 0], index) =>
    Math.max(Math.abs(x - (theirs[index]?.[0] ?? Infinity)), Math.abs(y - (theirs[index]?.[1] ?? Infinity))),
  );
  return ours.length === theirs.length ? Math.max(0, ...far.map((distance) => distance - 1)) : Infinity;
}

/** Whether a feature is so small, or shows so little of itself in the tile, that rounding decides if it is there. */
export async function isSpeck(database: Database, feature: DecodedFeature): Promise<boolean> {
  if (feature.shape === 'point') {
    // On the very edge of the buffer rounding decides, too.
    return points(feature.wkt).every((position) => position.some((value) => value <= -63 || value >= 4159));
  }
  const left = await ask(database, thin, { a: feature.wkt });
  return left <= (feature.shape === 'polygon' ? 1 : 2);
}
