import { expect } from 'chai';
import {
  indexOfCells,
  municipalIndices,
  scaleOf,
  classOf,
} from '../../services/centrality/centrality/index-of-cells.ts';
import type { Cell, Places } from '../../services/centrality/places/read-places.ts';

const cell = (municipality: string, residents: number): Cell => ({
  ...{ dataset: 1, fid: 1, id: 'c', code: 'c', year: 2024, residents, x: 0, y: 0, geom: Buffer.alloc(0), municipality },
});

const used = { datasets: [1], years: [2024], undated: 0 };

function placesOf(cells: Cell[], told?: Places['told']): Places {
  const municipalities = [...new Set(cells.map(({ municipality }) => municipality))].sort();
  return {
    ...{ used: { residents: used, jobs: used }, cells, repeated: 0, points: cells, municipalities },
    told: told ?? { jobs: new Set(municipalities), services: new Set(municipalities) },
    counts: { jobs: new Float64Array(cells.length), services: new Float64Array(cells.length) },
    standIn: { jobs: false, services: false },
    groups: Int32Array.from(cells, ({ municipality }) => municipalities.indexOf(municipality)),
    negative: { residents: 0, jobs: 0, services: 0 },
  };
}

/** Oslo reaches 300 jobs and 30 services on average; the second of its cells has no residents. */
const places = placesOf([cell('0301', 10), cell('0301', 0), cell('3301', 30), cell('3301', 10), cell('3338', 0)]);
const jobs = Float64Array.of(300, 9999, 100, 300, 60);
const services = Float64Array.of(30, 9999, 15, 3, NaN);

describe('the index of cells and municipalities', () => {
  it('stands at 1000 in the anchor, weighs two thirds and one third, and means by residents', () => {
    const scale = scaleOf(places, [jobs, services], '0301', 'linear');
    expect(scale).to.deep.equal({
      municipality: '0301',
      anchored: true,
      withoutClasses: [],
      reached: { jobs: 300, services: 30 },
    });
    const index = indexOfCells([jobs, services], scale, 'linear');
    expect(index[0]?.index).to.be.closeTo(1000, 1e-9);
    expect(index[2]?.jobs).to.be.closeTo(2000 / 9, 1e-9);
    expect(index[2]?.services).to.be.closeTo(500 / 3, 1e-9);
    const found = {
      sums: [[jobs, services]],
      reached: new Int32Array(5),
      flows: [new Float64Array(9), new Float64Array(9)],
    };
    const [oslo, drammen, empty] = municipalIndices(places, found, index, scale);
    expect(oslo?.index).to.be.closeTo(1000, 1e-9);
    expect(oslo?.class).to.equal(1);
    const byHand = (30 * (2000 / 9 + 500 / 3) + 10 * (2000 / 3 + 100 / 3)) / 40;
    expect(drammen?.index).to.be.closeTo(byHand, 1e-9);
    expect(drammen?.class).to.equal(6);
    expect(empty, 'nobody lives there').to.include({ index: null, class: null, residents: 0 });
  });

  it('has no classes without the anchor, and says which municipality stands at 1000 then', () => {
    const scale = scaleOf(places, [jobs, services], '9999', 'linear');
    expect(scale).to.include({ municipality: '0301', anchored: false });
    expect(scale.withoutClasses).to.deep.equal(['anchor-without-residents', 'anchor-without-jobs', 'anchor-without-services', 'another-anchor']); // prettier-ignore
    expect(classOf(1000, scale)).to.equal(null);
  });

  it('has classes on the national scale alone: not by another anchor, nor by logarithms', () => {
    const other = scaleOf(places, [jobs, services], '3301', 'linear');
    expect(other).to.deep.include({ municipality: '3301', anchored: true, withoutClasses: ['another-anchor'] });
    expect(classOf(1000, other)).to.equal(null);
    const scaled = scaleOf(places, [jobs, services], '0301', 'logarithmic');
    expect(scaled).to.deep.include({ anchored: true, withoutClasses: ['another-scaling'] });
    expect(classOf(1000, scaled)).to.equal(null);
  });

  it('is not anchored where the data say nothing of the jobs in the anchor, though its residents are there', () => {
    const told = { jobs: new Set(['3301']), services: new Set(['0301']) };
    const scale = scaleOf(placesOf(places.cells, told), [jobs, services], '0301', 'linear');
    expect(scale).to.deep.include({ anchored: false, withoutClasses: ['anchor-without-jobs'] });
  });

  it('has no values where nobody reaches anything', () => {
    const none = new Float64Array(5);
    const scale = scaleOf(places, [none, none], '0301', 'linear');
    expect(indexOfCells([none, none], scale, 'linear')).to.deep.equal([null, null, null, null, null]);
  });

  it('by logarithms lifts small places and keeps 0 and 1000', () => {
    const scale = scaleOf(places, [jobs, services], '0301', 'logarithmic');
    const index = indexOfCells([Float64Array.of(0, 300, 16.34), Float64Array.of(0, 30, 0)], scale, 'logarithmic');
    expect(index[0]?.index).to.equal(0);
    expect(index[1]?.index).to.be.closeTo(1000, 1e-9);
    expect(index[2]?.jobs).to.be.closeTo((2000 / 3) * (Math.log(17.34) / Math.log(301)), 1e-9);
  });
});
