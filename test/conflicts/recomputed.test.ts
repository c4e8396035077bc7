import { expect } from 'chai';
import { onServer } from '../setup/databases.ts';
import { recomputedAreas } from './recompute.ts';

// At scale 0.1: npm run faults overlaps
onServer(
  'overlaps of a county, clipped and measured outside of PostGIS',
  ({ database, catalogue }) => {
    it('agree to a millionth', async function () {
      this.timeout(300_000);
      let compared = 0;
      for await (const { finding, area_m2, expected_m2 } of recomputedAreas(database(), catalogue(), 0.02)) {
        expect(Math.abs(area_m2 / expected_m2 - 1), `${finding}: ${expected_m2}`).to.be.below(1e-6);
        compared += 1;
      }
      expect(compared).to.be.at.least(10);
    });
  },
  'example',
);
