import { expect } from 'chai';
import { considerationCodes, considerationType, considerationTypes } from '../../layers/codes/consideration.ts';

describe('consideration zones', () => {
  it('have a kind for every code', () => {
    for (const code of Object.keys(considerationCodes))
      expect(Object.keys(considerationTypes), code).to.include(considerationType(Number(code)));
  });

  it('are of the kind that the hundred says', () => {
    expect(considerationType(570)).to.equal('angitt hensyn');
    expect(considerationType(590)).to.equal('angitt hensyn');
    expect(considerationType(730)).to.equal('båndlegging');
    expect(considerationType(910)).to.equal('detaljering');
    expect(considerationType(360)).to.equal('fare');
  });

  it('are of no kind outside the list', () => {
    for (const code of [0, 57, 610, 1000, 5700, -570, 570.5, Number.NaN])
      expect(considerationType(code), `${code}`).to.be.null;
  });
});
