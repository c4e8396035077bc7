import { purposeOf } from '../../../layers/codes/purposes.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { crsOf, type Crs } from '../../imports/crs.ts';
import { examine } from '../../imports/examine.ts';
import { Rejection } from '../../imports/reasons.ts';
import { datasetIds, type Constraints } from '../measurement/constraints.ts';
import type { DraftPlan } from '../../imports/plans/plan-file.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { everyZone } from '../measurement/every-zone.ts';
import { faultInWords, rejectionInWords } from './geometry-faults.ts';
import { say, type Message } from '../judgement/message.ts';
import type { FailedZone, Zone } from './zone.ts';
import { zoneByZone } from '../measurement/zone-by-zone.ts';

/** A mended zone is judged when its area changed by at most this share; else nobody knows what was meant. */
export const mendingTolerance = 0.01;

interface Placed {
  zone: number;
  geom: Buffer | null;
  area_m2: number | null;
  box: Zone['box'];
  repaired: boolean;
  fault: string | null;
  municipality: string | null;
}

/** A zone whose geometry could be read. */
interface Readable {
  index: number;
  zone: Given;
  wkb: Buffer;
}

/** A zone as the plan gives it: fields of layer `zoning` read, nothing judged. */
interface Given {
  index: number;
  id: string;
  object_type: string | null;
  /** Null where the zone has none, or one that is no number. */
  purpose: number | null;
  status: number | null;
  level: number | null;
  name: string | null;
}

/**
 * Put the zones of a plan on the map: read, transformed, mended where that is safe, and measured. What cannot be judged
 * is set apart with the reason; the others go on.
 */
export async function placeZones(
  session: Session,
  constraints: Constraints,
  { crs: epsg, zoning }: Pick<DraftPlan, 'crs' | 'zoning'>,
  signal?: AbortSignal,
): Promise<{ placed: Zone[]; failed: FailedZone[] }> {
  const crs = crsOf(epsg);
  const readable: Readable[] = [];
  const failed: FailedZone[] = [];
  const fail = ({ index, id, name, level }: Given, reason: Message, geom: Buffer | null = null) =>
    failed.push({ index, id, name, level: level ?? 2, geom, reason });
  for (const [index, feature] of zoning.entries()) {
    const zone = { ...feature.properties, id: feature.id ?? String(index), index } as Given;
    const read = readGeometry(feature, crs);
    if (Buffer.isBuffer(read)) readable.push({ index, zone, wkb: read });
    else fail(zone, zone.purpose === null ? say('no-purpose') : read);
  }
  const place = async (batch: readonly Readable[]) => {
    const rows = await session.rows<Placed>(statement('conflicts/zones'), {
      zones: batch.map(({ index }) => index),
      geoms: batch.map(({ wkb }) => wkb),
      srid: crs.epsg,
      tolerance: mendingTolerance,
      municipalities: datasetIds(constraints, 'municipality'),
    });
    return everyZone(rows, batch);
  };
  const found = await zoneByZone(readable, place, signal);
  const placed: Zone[] = [];
  for (const { zone, index } of readable) {
    const row = found.get(index);
    if (zone.purpose === null) fail(zone, say('no-purpose'), row?.geom);
    else if (row?.geom && row.area_m2) placed.push(zoneOf(zone, row, row.geom, row.area_m2));
    else fail(zone, say('broken-geometry', { fault: faultInWords(row?.fault ?? null) }));
  }
  return { placed: markTwins(placed), failed: failed.sort((a, b) => a.index - b.index) };
}

function readGeometry({ geometry }: SourceFeature, crs: Crs): Buffer | Message {
  if (!geometry) return say('no-geometry');
  try {
    return examine(geometry, 'polygon', crs).wkb;
  } catch (error) {
    if (error instanceof Rejection) return say('bad-geometry', { reason: rejectionInWords(error as Rejection) });
    throw error;
  }
}

function zoneOf(zone: Given, row: Placed, geom: Buffer, area_m2: number): Zone {
  const purpose = purposeOf(zone.object_type, zone.purpose);
  return {
    index: zone.index,
    id: zone.id,
    name: zone.name,
    purpose,
    status: zone.status,
    level: zone.level ?? 2,
    geom,
    box: row.box,
    area_m2,
    municipality: row.municipality,
    notes: [
      ...(row.repaired ? [say('mended', { fault: faultInWords(row.fault) })] : []),
      ...(purpose.group === 'unknown'
        ? [say('purpose-code-unknown', { object_type: zone.object_type, code: zone.purpose })]
        : []),
    ],
  };
}

/** Two zones of one id are judged apart, and it is said: a reader could not tell them apart otherwise. */
function markTwins(zones: Zone[]): Zone[] {
  const counts = new Map<string, number>();
  for (const { id } of zones) counts.set(id, (counts.get(id) ?? 0) + 1);
  return zones.map((zone) =>
    (counts.get(zone.id) ?? 0) > 1
      ? { ...zone, notes: [...zone.notes, say('same-id', { id: zone.id, feature: zone.index })] }
      : zone,
  );
}
