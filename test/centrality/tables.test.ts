import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { tablesCsv } from '../../services/tables/tables-csv.ts';
import { writeWorkbook } from '../../services/tables/write-workbook.ts';
import { fillIn, zoneOf, type ZonedCell } from '../../services/centrality/zones/zones.ts';
import { zoneDrawings, zoneTables } from '../../services/centrality/zones/tables.ts';

const limits = { centrality: [775, 870], pressure: [50, 80], large: 5000 } as const;
const cell = (centrality: number, pressure: number, residents: number): ZonedCell => ({
  ...{ zone: zoneOf(centrality, pressure, null, limits), residents, residents_before: 1 },
  ...{ buildings: 2, new_buildings: 1, reserve_m2: 2500 },
});
const filled = fillIn([cell(100, 90, 5), cell(900, 10, 7)]);
const figures = [
  { kind: 'housing', area: { kind: 'county', number: null, name: null }, thirds: null, ...filled },
  { kind: 'housing', area: { kind: 'municipality', number: '3330', name: '=Hol' }, thirds: null, ...filled },
  { kind: 'housing', area: { kind: 'urban-area', number: null, name: 'Geilo' }, thirds: null, ...filled },
] as const;
const answer = { figures: [...figures], from_year: 2018, to_year: 2024 };

describe('tables of an answer', () => {
  it('hold every box of every figure as figures, with words in either language', () => {
    const [zones] = zoneTables(answer, 'nb');
    expect(zones?.rows).to.have.length(30);
    expect(zones?.headings).to.include('Bosatte 2018').and.include('Planreserve, daa');
    expect(zones?.rows[2]).to.deep.equal(['bolig', 'fylke', 'Fylket', null, 'ytre del av regionen', 'høyt press', 1, 1, 5, 2, 1, 2.5]); // prettier-ignore
    expect(zoneTables(answer, 'en')[0]?.rows[2]?.[4]).to.equal('outer part of the region');
    expect(zoneDrawings(answer, 'nb').map(({ name }) => name)).to.deep.equal(['housing-county']);
  });

  it('are CSV that a spreadsheet reads, and names in it run no formula', () => {
    const text = tablesCsv(zoneTables(answer, 'nb'));
    const rows: string[][] = parse(text, { relax_column_count: true, skip_empty_lines: true });
    expect(rows[0]).to.deep.equal(['Samordningssoner']);
    expect(rows.find(([, , name]) => name?.includes('Hol'))?.[2]).to.equal("'=Hol");
    expect(rows.flat()).to.include('2.5');
  });

  it('are the same workbook every time', async () => {
    const [one, other] = [await writeWorkbook(zoneTables(answer, 'nb')), await writeWorkbook(zoneTables(answer, 'nb'))];
    expect(one.subarray(0, 2).toString()).to.equal('PK');
    expect(one.equals(other)).to.equal(true);
  });
});
