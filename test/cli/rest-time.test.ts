import { expect } from 'chai';
import { RestTime, duration, restInWords } from '../../services/cli/rest-time.ts';

describe('rest time', () => {
  it('is what the work took so far, for what is left of it', () => {
    const rest = new RestTime();
    expect(rest.after(0, 1000)).to.equal(null);
    expect(rest.after(0.25, 11_000)).to.be.closeTo(30, 1e-9);
    expect(rest.after(0.5, 31_000)).to.be.closeTo(30, 1e-9);
    expect(rest.after(1, 61_000)).to.equal(0);
  });

  it('counts from where it was first told, and anew when the share falls: that is other work', () => {
    const rest = new RestTime();
    rest.after(0.5, 0);
    expect(rest.after(0.6, 10_000)).to.be.closeTo(40, 1e-9);
    expect(rest.after(0.1, 20_000)).to.equal(null);
    expect(rest.after(0.2, 30_000)).to.be.closeTo(80, 1e-9);
  });

  it('says nothing before anybody can tell', () => {
    const rest = new RestTime();
    rest.after(0, 0);
    expect(rest.after(0.5, 2000), 'too soon').to.equal(null);
    expect(rest.after(0.01, 60_000), 'too little').to.equal(null);
    expect(restInWords(null, 'nb')).to.equal('');
  });

  it('is said in words, not finer than it is known', () => {
    expect([1, 41, 59, 60, 100, 3570, 3600, 5000].map((seconds) => duration(seconds, 'nb'))).to.deep.equal(
      ['5 s', '45 s', '60 s', '1 min', '2 min', '1 t 0 min', '1 t 0 min', '1 t 23 min'], // prettier-ignore
    );
    expect(restInWords(5000, 'en')).to.equal(', about 1 h 23 min left');
  });
});
