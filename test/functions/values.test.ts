import { expect, test } from 'vitest';
import { Country } from '../../functions/values.ts';

test.each(['CN', 'CA', 'GB', 'XK', 'TW', 'HK'])('%s is the code of a country or region', (code) => {
  expect(Country.parse(code)).toBe(code);
});

test.each(['XX', 'ZZ', 'EU', 'XA', 'cn', 'CHN', '', '中国'])('"%s" is none', (code) => {
  expect(Country.safeParse(code).error?.issues).toHaveLength(1);
});
