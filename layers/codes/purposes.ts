import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Bilingual } from '../declaration/bilingual.ts';
import { zoningObjectTypes, type HolidayHomes, type Purpose, type ZoningObjectType } from './purpose.ts';
import { purposeGroups, type PurposeGroup } from './purpose-groups.ts';
import { purposeSources, type PurposeSource } from './purposes/sources.ts';

/** One line of a table in purposes/, as written there. */
interface Row {
  object_type: ZoningObjectType;
  code: string;
  name_nb: string;
  name_en: string;
  group: PurposeGroup;
  allows_building: 'yes' | 'no' | 'unknown';
  holiday_homes: HolidayHomes;
  secures_mineral: 'yes' | 'no';
  expired: 'yes' | 'no';
  source: PurposeSource;
}

const tables = ['master-plan-2008', 'regulation-2008', 'master-plan-1985', 'regulation-1985'];

/**
 * Every purpose that can be sourced, of both laws and all object types, in the order of the tables.
 * Where the county plan gives a list (holiday homes, allows building, secures minerals) the tables follow it; the
 * 1985-law equivalents of *allows building* are by the meaning of the code.
 */
export const purposes: readonly Purpose[] = tables.flatMap(readTable);

const byTypeAndCode = new Map(purposes.map((purpose) => [key(purpose.objectType, purpose.code), purpose]));

/**
 * The purpose of a zone. A code says nothing without its object type: 150 is holiday homes in a regulation of 1985 and a
 * public building in a master plan of 1985.
 * @returns the purpose; for a code nobody can source, one of the group `unknown`, which may be anything
 */
export function purposeOf(objectType: string | null, code: number | null): Purpose {
  return byTypeAndCode.get(key(objectType, code)) ?? unknownPurpose(objectType ?? '', code ?? Number.NaN);
}

/** A text per code for lists that know no object type; a code that means several things says all of them. */
export const purposeTexts: Record<number, Bilingual> = textsByCode();

function key(objectType: string | null, code: number | null): string {
  return `${objectType} ${code}`;
}

function unknownPurpose(objectType: string, code: number): Purpose {
  const { nb, en } = purposeGroups.unknown;
  return {
    ...{ objectType, code, name: { nb, en }, group: 'unknown' },
    ...{ allowsBuilding: null, holidayHomes: 'unknown', securesMineral: false, expired: false, source: '' },
  };
}

function readTable(name: string): Purpose[] {
  const rows = parse<Row>(readFileSync(new URL(`purposes/${name}.csv`, import.meta.url)), { columns: true });
  return rows.map((row) => ({
    objectType: row.object_type,
    code: Number(row.code),
    name: { nb: row.name_nb, en: row.name_en },
    group: row.group,
    allowsBuilding: row.allows_building === 'unknown' ? null : row.allows_building === 'yes',
    holidayHomes: row.holiday_homes,
    securesMineral: row.secures_mineral === 'yes',
    expired: row.expired === 'yes',
    source: purposeSources[row.source],
  }));
}

function textsByCode(): Record<number, Bilingual> {
  const meanings = new Map<number, Purpose[]>();
  for (const purpose of purposes) meanings.set(purpose.code, [...(meanings.get(purpose.code) ?? []), purpose]);
  return Object.fromEntries(
    [...meanings].map(([code, all]) => [code, { nb: joined(all, 'nb'), en: joined(all, 'en') }]),
  );
}

/** One name, or every name with the kind of plan it holds for. */
function joined(meanings: Purpose[], language: keyof Bilingual): string {
  const names = new Set(meanings.map(({ name }) => name[language]));
  if (names.size === 1) return [...names].join('');
  return meanings
    .map(({ name, objectType }) => `${name[language]} (${zoningObjectTypes[objectType as ZoningObjectType][language]})`)
    .join('; ');
}
