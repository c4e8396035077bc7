import { expect } from 'chai';
import { figuresIn } from '../../tiles/viewer/src/figures.ts';

describe('figures as the reader writes them', () => {
  const nb = figuresIn('nb');
  const en = figuresIn('en');
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  it('gives areas in dekar, with the m² where a dekar figure would hide them', () => {
    expect(plain(nb.area(999))).to.equal('999 m²');
    expect(plain(nb.area(8006.01))).to.equal('8 daa (8 006 m²)');
    expect(plain(nb.area(1949.5))).to.equal('1,9 daa (1 950 m²)');
    expect(plain(nb.area(2_500_000))).to.equal('2 500 daa');
    expect(en.area(8006.01)).to.equal('8 daa (8,006 m²)');
  });

  it('never rounds a share to all or to nothing', () => {
    expect(plain(nb.share(1))).to.equal('100 %');
    expect(plain(nb.share(0))).to.equal('0 %');
    expect(plain(nb.share(0.99996))).to.equal('over 99,9 %');
    expect(plain(nb.share(0.00004))).to.equal('under 0,1 %');
    expect(plain(nb.share(0.4321))).to.equal('43,2 %');
  });

  it('writes a day no more exactly than the data say it', () => {
    expect(nb.day('2024')).to.equal('2024');
    expect(nb.day('2024-05')).to.equal('mai 2024');
    expect(nb.day('2024-05-31')).to.equal('31. mai 2024');
    expect(en.day('2024-01-01T00:00:00Z')).to.equal('1 January 2024');
    expect(nb.day('i fjor')).to.equal('i fjor');
  });
});
