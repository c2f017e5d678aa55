import { type Read, wrong } from './cell.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

const notADay = 'is not a day that is understood; write it like 2026-06-29';
const ambiguous = 'could be two different days; write it like 2026-06-29';

/** ISO 8601, or undefined for a day that the calendar does not have. */
const dayOf = (year: number, monthNumber: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  const real = date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : undefined;
};
const read = (day: string | undefined): Read<string> => (day === undefined ? wrong(notADay) : { value: day });

/** Days since 1899-12-30, as spreadsheets store a date that lost its format; only 2009 to 2064 is taken for one. */
const ofSerial = (serial: number): string | undefined =>
  serial >= 40_000 && serial < 60_000
    ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
    : undefined;

/** A day in the notations of spreadsheets, Chinese or English; 03/04/2026 is refused, it is two days. */
export const readDay = (cell: string): Read<string> => {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/, '');
  const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text);
  if (yearFirst) return read(dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])));
  const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return read(dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3])));
  const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${month}[, -]+(\\d{4})$`, 'i').exec(text);
  if (dayFirst) return read(dayOf(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1])));
  const monthFirst = new RegExp(`^${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i').exec(text);
  if (monthFirst)
    return read(dayOf(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2])));
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
    if (first === second || second > 12) return read(dayOf(year, first, second));
    return first > 12 ? read(dayOf(year, second, first)) : wrong(ambiguous);
  }
  return /^\d{5}$/.test(text) ? read(ofSerial(Number(text))) : wrong(notADay);
};
