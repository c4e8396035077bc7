import { expect } from 'chai';
import { purposeGroups } from '../../layers/codes/purpose-groups.ts';
import { zoningObjectTypes, type Purpose } from '../../layers/codes/purpose.ts';
import { purposeOf, purposes } from '../../layers/codes/purposes.ts';

const kp = purposes.filter(({ objectType }) => objectType === 'KpArealformålOmråde');
const rp = purposes.filter(({ objectType }) => objectType === 'RpArealformålOmråde');
const kpOld = purposes.filter(({ objectType }) => objectType === 'KpArealbrukOmråde');
const rbOld = purposes.filter(({ objectType }) => objectType === 'RbFormålOmråde');

const codesOf = (table: readonly Purpose[], holds: (purpose: Purpose) => boolean) =>
  table.filter(holds).map(({ code }) => code);
const within =
  (...ranges: [number, number][]) =>
  (code: number) =>
    ranges.some(([low, high]) => low <= code && code <= high);

describe('the table of purposes', () => {
  it('has every code once, with names in both languages, a known group and a source', () => {
    const seen = new Set<string>();
    for (const { objectType, code, name, group, source } of purposes) {
      const where = `${objectType} ${code}`;
      expect(seen.has(where), where).to.be.false;
      seen.add(where);
      expect(objectType in zoningObjectTypes, where).to.be.true;
      expect(code, where).to.be.within(100, 6900);
      expect(name.nb.trim(), where).to.not.be.empty;
      expect(name.en.trim(), where).to.not.be.empty;
      expect(group in purposeGroups && group !== 'unknown', `${where} ${group}`).to.be.true;
      expect(source, where).to.be.a('string').that.is.not.empty;
    }
  });

  it('keeps the four tables whole', () => {
    expect([kp.length, rp.length, kpOld.length, rbOld.length]).to.satisfy((counts: number[]) =>
      counts.every((count, table) => count >= [60, 200, 64, 140][table]),
    );
    expect(kpOld).to.have.length(64); // as many as the register's list of arealbruk has
  });

  it('gives the holiday homes of the county plan exactly', () => {
    const certain = ({ holidayHomes }: Purpose) => holidayHomes === 'certain';
    expect(codesOf(kp, certain)).to.deep.equal([1120]);
    expect(codesOf(rp, certain)).to.deep.equal([1120, 1121, 1122, 1123]);
    expect(codesOf(kpOld, certain)).to.deep.equal([140]);
    expect(codesOf(rbOld, certain)).to.deep.equal([150]);

    const quota = ({ holidayHomes }: Purpose) => holidayHomes === 'quota';
    expect([kp, rp, kpOld, rbOld].map((table) => codesOf(table, quota))).to.deep.equal([[5220], [5220], [223], []]);

    const may = ({ holidayHomes }: Purpose) => holidayHomes === 'may';
    const range = within([1000, 1001], [1170, 1174], [1320, 1320], [1800, 1899], [5200, 5200]);
    expect(codesOf(kp, may)).to.deep.equal(codesOf(kp, ({ code }) => range(code)));
    expect(codesOf(rp, may)).to.deep.equal(codesOf(rp, ({ code }) => range(code)));
    expect(codesOf(kpOld, may)).to.deep.equal([100, 220]);
    expect(codesOf(rbOld, may)).to.deep.equal(codesOf(rbOld, ({ code }) => within([900, 999])(code)));
    expect(purposeOf('RpArealformålOmråde', 1124).holidayHomes).to.equal('no');
  });

  it('allows building where the county plan says so, by the law of 2008', () => {
    const range = within(
      ...([
        [1000, 1001],
        [1110, 1199],
        [1300, 1399],
        [1400, 1499],
        [1500, 1599],
      ] as [number, number][]),
      ...([
        [1600, 1900],
        [2000, 2999],
        [4001, 4001],
        [5210, 5230],
      ] as [number, number][]),
    );
    for (const table of [kp, rp])
      expect(codesOf(table, ({ allowsBuilding }) => allowsBuilding === true)).to.deep.equal(
        codesOf(table, ({ code }) => range(code)),
      );
  });

  it('secures minerals by extraction purposes only', () => {
    const secures = ({ securesMineral }: Purpose) => securesMineral;
    expect([kp, rp, kpOld, rbOld].map((table) => codesOf(table, secures))).to.deep.equal([
      [1200, 1201],
      [1200, 1201],
      [300, 310, 320],
      [670, 671],
    ]);
    for (const purpose of purposes.filter(secures)) expect(purpose.allowsBuilding).to.be.false;
  });

  it('never reads a number without its object type', () => {
    for (const code of [300, 310, 320]) {
      expect(purposeOf('KpArealbrukOmråde', code)).to.include({ group: 'extraction', allowsBuilding: false });
      expect(purposeOf('RbFormålOmråde', code)).to.include({ group: 'transport', allowsBuilding: true });
    }
    expect(purposeOf('KpArealbrukOmråde', 150)).to.include({ group: 'service', holidayHomes: 'no' });
    expect(purposeOf('RbFormålOmråde', 150)).to.include({ group: 'holiday-homes', holidayHomes: 'certain' });
    expect(purposeOf('KpArealbrukOmråde', 140).group).to.equal('holiday-homes');
    expect(purposeOf('RbFormålOmråde', 140).group).to.equal('business');
  });

  it('says unknown, not no, for what nobody can source', () => {
    for (const purpose of [
      purposeOf('RbFormålOmråde', 1120),
      purposeOf(null, 1120),
      purposeOf('KpArealformålOmråde', null),
    ])
      expect(purpose).to.include({
        group: 'unknown',
        allowsBuilding: null,
        holidayHomes: 'unknown',
        securesMineral: false,
      });
    // Old regulations have purposes that the code alone does not settle.
    expect(codesOf(rbOld, ({ allowsBuilding }) => allowsBuilding === null)).to.deep.equal([
      600, 630, 699, 800, 991, 999,
    ]);
    expect([...kp, ...rp, ...kpOld].every(({ allowsBuilding }) => allowsBuilding !== null)).to.be.true;
  });

  it('puts the same use in the same group across laws and kinds of plan', () => {
    const groups = new Map<string, string[]>([
      [
        'holiday-homes',
        ['KpArealformålOmråde 1120', 'RpArealformålOmråde 1122', 'KpArealbrukOmråde 140', 'RbFormålOmråde 150'],
      ],
      [
        'extraction',
        ['KpArealformålOmråde 1200', 'RpArealformålOmråde 1201', 'KpArealbrukOmråde 320', 'RbFormålOmråde 670'],
      ],
      [
        'housing',
        ['KpArealformålOmråde 1110', 'RpArealformålOmråde 1113', 'KpArealbrukOmråde 110', 'RbFormålOmråde 112'],
      ],
      ['lnfr', ['KpArealformålOmråde 5100', 'RpArealformålOmråde 5110', 'KpArealbrukOmråde 200', 'RbFormålOmråde 210']],
      [
        'green',
        ['KpArealformålOmråde 3040', 'RpArealformålOmråde 3050', 'KpArealbrukOmråde 170', 'RbFormålOmråde 410'],
      ],
    ]);
    for (const [group, members] of groups)
      for (const member of members) {
        const [objectType, code] = member.split(' ');
        expect(purposeOf(objectType ?? null, Number(code)).group, member).to.equal(group);
      }
  });
});
