import { expect } from 'chai';
import { boolean, codeNumber, date, integer, number, oneOf, text } from '../../layers/declaration/field.ts';
import { valueReader } from '../../services/imports/values.ts';

const title = { nb: '', en: '' };

describe('imports: values', () => {
  const cases: [string, (raw: unknown) => unknown, [raw: unknown, reading: object][]][] = [
    [
      'numbers',
      valueReader(number(title)),
      [
        [12.5, { value: 12.5 }],
        ['12,5', { value: 12.5 }],
        [' -1.5e3 ', { value: -1500 }],
        ['', { value: null }],
        [null, { value: null }],
        ['12 500', { bad: '12 500' }],
        ['1.234,5', { bad: '1.234,5' }],
        ['NaN', { bad: 'NaN' }],
        ['0x10', { bad: '0x10' }],
        [[1], { bad: '[1]' }],
      ],
    ],
    [
      'whole numbers',
      valueReader(integer(title)),
      [
        ['007', { value: 7 }],
        ['7,0', { value: 7 }],
        [7.5, { bad: '7.5' }],
        [2 ** 53, { bad: '9007199254740992' }],
        [2 ** 53 - 1, { value: 2 ** 53 - 1 }],
      ],
    ],
    [
      'truth',
      valueReader(boolean(title)),
      [
        ['TRUE', { value: true }],
        ['Ja', { value: true }],
        [0, { value: false }],
        ['nei', { value: false }],
        ['kanskje', { bad: 'kanskje' }],
      ],
    ],
    [
      'days',
      valueReader(date(title)),
      [
        ['2021-10-24', { value: '2021-10-24' }],
        ['2021-10-24T23:59:59+02:00', { value: '2021-10-24' }],
        ['20211024', { value: '2021-10-24' }],
        ['4.3.2021', { value: '2021-03-04' }],
        ['2024-02-29', { value: '2024-02-29' }],
        ['2023-02-29', { bad: '2023-02-29' }],
        ['2024', { bad: '2024' }],
        ['0000-00-00', { bad: '0000-00-00' }],
      ],
    ],
    [
      'codes by code, title and source spelling, folded',
      valueReader(oneOf({ national: { nb: 'nasjonal', en: 'national' } }, { sourceValues: { 'A-verdi': 'national' } })),
      [
        ['national', { value: 'national' }],
        ['NASJONAL', { value: 'national' }],
        ['a verdi', { value: 'national' }],
        ['lokal', { unknown: 'lokal' }],
      ],
    ],
    [
      'numbers of a code list',
      valueReader(codeNumber(title, { 1120: { nb: 'Fritidsbebyggelse', en: 'Holiday homes' } })),
      [
        [1120, { value: 1120 }],
        ['1120', { value: 1120 }],
        ['fritidsbebyggelse', { value: 1120 }],
        [9999, { value: 9999, unknown: '9999' }],
        ['BFR', { unknown: 'BFR' }],
      ],
    ],
    [
      'texts',
      valueReader(text(title)),
      [
        ['Ål', { value: 'Ål' }],
        [301, { value: '301' }],
        ['  ', { value: null }],
        [{ a: 1 }, { bad: '{"a":1}' }],
      ],
    ],
  ];
  for (const [what, read, readings] of cases)
    it(what, () => {
      for (const [raw, reading] of readings) expect(read(raw), JSON.stringify(raw)).to.deep.equal(reading);
    });
});
