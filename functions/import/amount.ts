import { type Read, wrong } from './cell.ts';

/** Digits with thousands separators and an optional k or 万. */
export const amountPattern = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';

/** The number that a match of `amountPattern` and its scale stand for. */
export const amountOf = (digits: string, scale = ''): number =>
  Number(digits.replaceAll(',', '')) * (/^k$/i.test(scale) ? 1_000 : scale === '万' ? 10_000 : 1);

const notANumber = 'is not a number; write it like 3';
const single = new RegExp(
  `^(${amountPattern})\\s*(?:人|名|个|位|席|小时|h|hrs?|hours?|seats?|people|persons?)?$`,
  'i',
);

/** A number, with or without the unit of its column. */
export const readNumber = (cell: string): Read<number> => {
  const digits = single.exec(cell.normalize('NFKC').trim())?.[1];
  return digits === undefined ? wrong(notANumber) : { value: amountOf(digits) };
};

const range = new RegExp(`^(${amountPattern})\\s*(?:[-–—~至到]|to)\\s*(${amountPattern})\\D*$`, 'i');
const perWeek = /\s*(?:\/|每|a |per )\s*(?:week|wk|周)$/i;

/** Hours a week: one number or a range such as 20-40. */
export const readHours = (cell: string): Read<{ min: number; max: number }> => {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(perWeek, '')
    .replace(/^每周\s*/, '');
  const both = range.exec(text);
  if (both) return { value: { min: amountOf(both[1] ?? ''), max: amountOf(both[2] ?? '') } };
  const one = readNumber(text);
  if ('wrong' in one) return wrong('is not hours a week; write it like 40 or 20-40');
  return { value: { min: one.value, max: one.value } };
};
