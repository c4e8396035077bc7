import { expect } from 'chai';
import fc from 'fast-check';
import { languageOf, readAddress, writeAddress } from '../../tiles/viewer/src/address.ts';

describe('the address of the map', () => {
  it('is read back as it was written', () => {
    const id = fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,8})?$/);
    const view = fc.record({
      zoom: fc.double({ min: 0, max: 22, noNaN: true }),
      lat: fc.double({ min: -85, max: 85, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    const feature = fc.record({ layer: id, fid: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) });
    fc.assert(
      fc.property(view, fc.array(id), feature, (view, layers, feature) => {
        const read = readAddress(writeAddress({ view, layers, feature }));
        expect(read.view?.zoom).to.be.closeTo(view.zoom, 0.005001);
        expect(read.view?.lat).to.be.closeTo(view.lat, 0.0000051);
        expect(read.view?.lng).to.be.closeTo(view.lng, 0.0000051);
        expect(read.layers).to.deep.equal(layers);
        expect(read.feature).to.deep.equal(feature);
      }),
    );
  });

  it('tells no layers at all from no word about layers', () => {
    expect(readAddress('#map=9/60/9&layers=').layers).to.deep.equal([]);
    expect(readAddress('#map=9/60/9').layers).to.equal(undefined);
  });

  it('leaves out what cannot be: a place off the earth, a feature without a number, noise', () => {
    for (const hash of ['#map=9/91/9', '#map=9/60', '#map=x/y/z', '#map=9/60/9e99', '#feature=zoning/-1', '#&&=&', ''])
      expect(readAddress(hash)).to.deep.equal({});
  });

  it('is Bokmål unless English is asked for', () => {
    expect(['', '?lang=en', '?lang=nb', '?lang=sv'].map(languageOf)).to.deep.equal(['nb', 'en', 'nb', 'nb']);
  });
});
