import { Zone } from '../values.ts';
import { readHours, readNumber } from './amount.ts';
import { type Read, readList, tidy, wrong } from './cell.ts';
import { readDay } from './day.ts';
import { languageOf, unknownLanguage } from './languages.ts';
import type { ImportField } from './schema.ts';
import {
  categoryNamed,
  countryCodes,
  countryNamed,
  majorNamed,
  saysAny,
  skillNamed,
  workModeNamed,
  zoneNamed,
} from './vocabulary.ts';

const readName =
  <T>(named: (name: string) => T | undefined, reason: string) =>
  (cell: string): Read<T> => {
    const value = named(cell);
    return value === undefined ? wrong(reason) : { value };
  };
const readNames =
  <T>(named: (name: string) => T | undefined, reason: string) =>
  (cell: string): Read<T[]> =>
    saysAny(cell) ? { value: [] } : readList(cell, named, reason);

const readZone = (cell: string): Read<string> => {
  const zone = zoneNamed(cell) ?? tidy(cell);
  return Zone.safeParse(zone).success
    ? { value: zone }
    : wrong('is not a time zone by name; write it like Asia/Shanghai');
};

let codes: ReadonlySet<string> | undefined;
const isCode = (entry: string): boolean =>
  (codes ??= new Set(countryCodes().map(([code]) => code))).has(entry);
const countryOf = (entry: string): string | undefined =>
  countryNamed(entry) ?? (isCode(entry.toUpperCase()) ? entry.toUpperCase() : undefined);

const readCountries = (cell: string): Read<string[]> => {
  const read = readNames(countryOf, 'is not a country; write it like Canada, 加拿大 or CA')(cell);
  return 'value' in read ? { value: read.value.toSorted() } : read;
};

/** How the cell of each field is read, and which part of a draft it fills. */
export const cellReaders: readonly (readonly [ImportField, string, (cell: string) => Read<unknown>])[] = [
  ['category', 'category', readName(categoryNamed, 'is not a job category; write its name or slug, like Data & AI')],
  ['majors', 'majors', readNames(majorNamed, 'is not a major that is known; write its name or slug, like Computer Science')],
  ['skills', 'skills', (cell) => {
    const read = readNames(skillNamed, 'is not a skill that is known; write its name or slug, like Python')(cell);
    return 'value' in read ? { value: { required: read.value, preferred: [] } } : read;
  }],
  ['capacity', 'capacity', readNumber],
  ['startsOn', 'startsOn', readDay],
  ['endsOn', 'endsOn', readDay],
  ['hoursMin', 'hoursMin', readHours],
  ['hoursMax', 'hoursMax', readHours],
  ['workMode', 'workMode', readName(workModeNamed, 'is not a way of working; write remote, hybrid or on site')],
  ['zone', 'zone', readZone],
  ['languages', 'languages', readNames(languageOf, unknownLanguage)],
  ['countries', 'countries', readCountries],
  ['validUntil', 'validUntil', readDay],
]; // prettier-ignore
