import { expect } from 'chai';
import { extentOf } from '../../services/conflicts/measurement/wkb-extent.ts';

const wkb = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
/** Coordinates in little-endian order. */
const [zero, one, two, five] = ['0000000000000000', '000000000000f03f', '0000000000000040', '0000000000001440'];
const triangle = (a: string, b: string) => `01 03000000 01000000 04000000 ${a}${a} ${b}${a} ${b}${b} ${a}${a}`;

describe('the box around well-known binary', () => {
  it('holds all parts of all geometries', () => {
    const parts = wkb(`01 06000000 02000000 ${triangle(zero, one)} ${triangle(two, five)}`);
    expect(extentOf([parts])).to.deep.equal({ west: 0, south: 0, east: 5, north: 5 });
    expect(extentOf([wkb(triangle(one, two)), wkb(`01 01000000 ${five}${zero}`)])).to.deep.equal({
      ...{ west: 1, south: 0, east: 5, north: 2 },
    });
  });

  it('reads the other byte order', () => {
    expect(extentOf([wkb('00 00000001 4014000000000000 4000000000000000')])).to.deep.equal({
      ...{ west: 5, south: 2, east: 5, north: 2 },
    });
  });

  it('is turned inside out where there is nothing', () => {
    const nothing = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
    expect(extentOf([])).to.deep.equal(nothing);
    expect(extentOf([wkb('01 03000000 00000000')])).to.deep.equal(nothing);
  });
});
