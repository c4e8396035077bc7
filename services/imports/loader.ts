import { Explained } from '../../layers/declaration/explained.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { Crs } from './crs.ts';
import type { Mapping } from './mapping.ts';
import { noteRejected, noteRepaired, type Rejected, type Repaired } from './note-outcome.ts';
import { prepare, type Identified } from './prepare.ts';
import { Rejection } from './reasons.ts';
import { SourceIds } from './source-id.ts';
import type { SourceFeature } from './source-feature.ts';
import { storeBatch, type Verdicts } from './store-batch.ts';
import { Tally } from './tally.ts';

/**
 * A batch is one transaction: large enough that the way to the database does not count, small enough that the embedded
 * database, which does one thing at a time, answers others in between.
 */
const batchFeatures = 2000;
const batchBytes = 2_000_000;

/** Another load of the same part has begun: this one's rows are gone. */
export class TakenOver extends Explained {
  constructor(layer: string, part: string) {
    super({
      nb: `En annen import av «${part}» til kartlaget «${layer}» har begynt og tatt plassen til denne. Vent til den er ferdig.`,
      en: `Another import of '${part}' into layer '${layer}' has begun and took this one's place. Wait until it is done.`,
    });
  }
}

interface Target {
  layer: Layer;
  part: string;
  dataset: number;
  crs: Crs;
  mapping: Mapping;
}

/** Takes features one by one and loads them batch by batch; the next batch is prepared while the last one is stored. */
export class Loader {
  readonly tally = new Tally();
  readonly #ids = new SourceIds();
  readonly #database: Database;
  readonly #target: Target;
  #ready: Identified[] = [];
  #rejected: Rejected[] = [];
  #bytes = 0;
  #storing: Promise<void> = Promise.resolve();

  constructor(database: Database, target: Target) {
    this.#database = database;
    this.#target = target;
  }

  /** @returns true when it is time to `flush` */
  add(feature: SourceFeature): boolean {
    const { layer, mapping, crs } = this.#target;
    this.tally.read += 1;
    try {
      const { mapped, examined } = prepare(feature, layer, mapping, crs);
      const id = this.#ids.of(mapped.sourceId, examined?.wkb ?? null, feature.properties);
      this.#ready.push({ feature, mapped, examined, id });
      this.#bytes += examined?.wkb.length ?? 0;
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.#rejected.push(this.#rejection(feature, error as Rejection));
    }
    return this.#ready.length + this.#rejected.length >= batchFeatures || this.#bytes >= batchBytes;
  }

  /** Begin to store what has gathered, once the batch before is stored. */
  async flush(): Promise<void> {
    const [ready, rejected] = [this.#ready, this.#rejected];
    [this.#ready, this.#rejected, this.#bytes] = [[], [], 0];
    await this.#storing;
    this.#storing = this.#store(ready, rejected);
    this.#storing.catch(() => {}); // thrown by the next flush
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.#storing;
    this.tally.withoutId = this.#ids.withoutId;
    this.tally.identical = this.#ids.identical;
  }

  async #store(ready: Identified[], rejected: Rejected[]): Promise<void> {
    const { dataset, layer, part } = this.#target;
    await this.#database.transaction(async (session) => {
      const alive = await session.rows(statement('imports/keep-alive'), { dataset });
      if (alive.length === 0) throw new TakenOver(layer.id, part);
      const verdicts = ready.length > 0 ? await storeBatch(session, ready, this.#target) : null;
      const repaired = verdicts ? this.#judge(ready, verdicts, rejected) : [];
      await noteRepaired(session, dataset, repaired);
      await noteRejected(session, dataset, rejected);
      for (const { fault, ...example } of repaired) this.tally.repair(fault, example);
    });
    for (const { reason, feature, sourceId, values } of rejected)
      this.tally.reject(reason, { index: feature.index, sourceId, values });
  }

  /** Part a batch into what is in and what is not; counts the one, adds the other to `rejected`. */
  #judge(ready: Identified[], { invalid, duplicates }: Verdicts, rejected: Rejected[]): Repaired[] {
    const repaired: Repaired[] = [];
    for (const { feature, mapped, examined, id } of ready) {
      const found = invalid.get(feature.index);
      const about = { feature, sourceId: id.stable ? id.id : null };
      if (found?.rejected) {
        const { fault, areaBefore, areaAfter, place } = found;
        const values = { fault, areaBefore, areaAfter };
        rejected.push({ ...about, reason: 'invalid', values, place: { x: place[0], y: place[1], srid: null } });
      } else if (duplicates.has(feature.index)) {
        const place = examined && { x: examined.bounds[0], y: examined.bounds[1], srid: this.#target.crs.epsg };
        rejected.push({ ...about, reason: 'duplicate-id', values: { id: id.id }, place });
      } else {
        this.tally.mapped(mapped);
        if (examined) this.tally.widen(examined.bounds);
        if (examined?.hasHeights) this.tally.withHeights += 1;
        const { index } = feature;
        const mended = found ?? (examined?.closed && { fault: 'ring-closed', areaBefore: null, areaAfter: null });
        if (!mended) continue;
        const { fault, areaBefore, areaAfter } = mended;
        repaired.push({ index, sourceId: about.sourceId, fault, areaBefore, areaAfter });
      }
    }
    return repaired;
  }

  #rejection(feature: SourceFeature, { reason, values, place }: Rejection): Rejected {
    const { mapping, crs } = this.#target;
    const outside = 'crs' in values; // it is said in its own CRS: on a map it would lie anywhere
    return {
      feature,
      sourceId: mapping.idOf(feature),
      reason,
      values,
      place: place && !outside ? { x: place[0], y: place[1], srid: crs.epsg } : null,
    };
  }
}
