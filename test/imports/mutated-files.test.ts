import { expect } from 'chai';
import path from 'node:path';
import { readMutated } from '../faults/mutated-files.ts';
import { withRealData } from '../setup/real-data.ts';

/** A sample; `npm run faults -- files` reads ten thousand. */
const copies = 300;

withRealData('imports: files with bytes flipped, cut, doubled and joined', (folder) => {
  it('are refused, or read with counts that add up', async function () {
    this.timeout(300_000);
    const found = await readMutated(path.join(folder, 'formats'), 1, copies);
    expect(found.whole + found.refused).to.equal(copies);
    expect(found.whole).to.be.greaterThan(0);
    expect(found.rejected).to.be.within(1, found.features);
  });
});
