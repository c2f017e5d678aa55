import { expect, it, test } from 'vitest';
import { noNumber, readNumber } from '../../web/components/read-number.ts';
import { reasonKey } from '../../web/components/reason.ts';
import enReasons from '../../web/i18n/en/shared-reasons.ts';
import zhReasons from '../../web/i18n/zh/shared-reasons.ts';

it.each([
  ['20', 20],
  [' 20 ', 20],
  ['3,000', 3000],
  ['1,234,567.5', 1_234_567.5],
  ['3000', 3000],
  ['2.5', 2.5],
  ['.5', 0.5],
  ['5.', 5],
  ['0', 0],
  ['-1', -1],
  ['２０', 20],
  ['３０００', 3000],
  ['３，０００', 3000],
  ['２．５', 2.5],
  ['\u3000２０\u3000', 20],
])('reads “%s” as a number', (typed, number) => {
  expect(readNumber(typed)).toBe(number);
});

it.each(['20-30', '2h', '5 min', '二十', '3,5', '1,2,3', '.', '-', '1e3', '0x10', 'Infinity', '2..5'])(
  'guesses no number from “%s”',
  (typed) => {
    expect(readNumber(typed)).toBeNaN();
  },
);

it('knows nothing typed from what is no number', () => {
  expect(readNumber('')).toBeUndefined();
  expect(readNumber(' \u3000')).toBeUndefined();
});

test('what a field cannot read is said in both languages', () => {
  const key = reasonKey(noNumber);
  expect(enReasons).toHaveProperty(key, 'write a number, such as {n}');
  expect(zhReasons).toHaveProperty(key, '请填写数字，例如{n}');
});
