import { expect } from 'chai';
import { extent, type TileAddress } from '../../tiles/grid/tile-matrix-set.ts';
import { tileAt } from '../../tiles/grid/web-mercator-quad.ts';
import { mvtInDatabase } from '../../tiles/mvt-in-database.ts';
import { mvtInProcess } from '../../tiles/mvt-in-process.ts';
import type { TileLayer } from '../../tiles/source.ts';
import { currentEditions } from '../../services/imports/editions.ts';
import { onServer } from '../setup/databases.ts';
import { awkwardShapes, load } from './awkward-shapes.ts';
import { decode, type DecodedFeature } from './decode.ts';
import { isSpeck, misfit } from './same-shape.ts';

/** Tiles around the shapes: from one that holds them all to ones that are smaller than most of them. */
const addresses: TileAddress[] = [6, 8, 10, 11, 12, 13, 14, 16].flatMap((z) => {
  const { x, y } = tileAt(9.09, 60.52, z);
  return [-1, 0].flatMap((dx) => [-1, 0].map((dy) => ({ z, x: x + dx, y: y + dy })));
});

onServer('the two tile encoders make the same tiles', ({ database, catalogue }) => {
  const ids = ['protected-area', 'road-link', 'stop'];
  let layers: TileLayer[];

  before(async () => {
    for (const shapes of awkwardShapes()) await load(database(), catalogue(), shapes);
    const editions = await currentEditions(database(), ids);
    layers = ids.map((id) => ({
      layer: catalogue().get(id),
      datasets: editions.get(id)?.datasets.map((dataset) => dataset.id) ?? [],
    }));
  });

  const both = async (address: TileAddress) => ({
    inDatabase: await mvtInDatabase(database()).tile(layers, address),
    inProcess: await mvtInProcess(database()).tile(layers, address),
  });

  it('layers, versions, extents, feature ids, properties and shapes', async () => {
    let compared = 0;
    let specks = 0;
    for (const address of addresses) {
      const { inDatabase, inProcess } = await both(address);
      const [theirs, ours] = [decode(inDatabase.bytes), decode(inProcess.bytes)];
      for (const id of ids) {
        const at = `${id} ${address.z}/${address.x}/${address.y}`;
        const [a, b] = [theirs.get(id), ours.get(id)];
        for (const layer of [a, b]) if (layer) expect([layer.version, layer.extent], at).to.deep.equal([2, extent]);
        const byId = new Map<number, DecodedFeature[]>();
        for (const feature of [...(a?.features ?? []), ...(b?.features ?? [])])
          byId.set(feature.id, [...(byId.get(feature.id) ?? []), feature]);
        for (const [fid, [one, other]] of byId) {
          if (!one) continue;
          if (!other) {
            expect(await isSpeck(database(), one), `${at} feature ${fid} is in one tile only: ${one.wkt}`).to.be.true;
            specks += 1;
            continue;
          }
          expect(other.properties, `${at} feature ${fid}`).to.deep.equal(one.properties);
          expect(await misfit(database(), one, other), `${at} feature ${fid}\n${one.wkt}\n${other.wkt}`).to.equal(0);
          compared += 1;
        }
      }
      expect(inProcess.dropped, 'dropped').to.deep.equal(inDatabase.dropped);
    }
    expect(compared).to.be.greaterThan(1000);
    expect(specks / compared, 'share of features that rounding decides about').to.be.lessThan(0.05);
  });

  it('nothing, where there is nothing', async () => {
    const { inDatabase, inProcess } = await both({ z: 10, x: 0, y: 0 });
    expect(inDatabase.bytes.length).to.equal(0);
    expect(inProcess.bytes.length).to.equal(0);
  });

  it('and what they make is the same every time', async () => {
    const first = await both(addresses[8] ?? { z: 0, x: 0, y: 0 });
    const second = await both(addresses[8] ?? { z: 0, x: 0, y: 0 });
    expect(Buffer.compare(first.inDatabase.bytes, second.inDatabase.bytes)).to.equal(0);
    expect(Buffer.compare(first.inProcess.bytes, second.inProcess.bytes)).to.equal(0);
  });
});
