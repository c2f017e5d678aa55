import { expect, test } from 'vitest';
import { Country, Line, Paragraphs } from '../../functions/values.ts';

test.each(['CN', 'CA', 'GB', 'XK', 'TW', 'HK'])('%s is the code of a country or region', (code) => {
  expect(Country.parse(code)).toBe(code);
});

test.each(['XX', 'ZZ', 'EU', 'XA', 'cn', 'CHN', '', '中国'])('"%s" is none', (code) => {
  expect(Country.safeParse(code).error?.issues).toHaveLength(1);
});

test.each(['', ' ', '\u200b', '\u200d\u2060', '\u3164', '\u2800', '\ufe0f \u200e'])(
  'a text in which nothing can be seen (%j) is empty',
  (text) => {
    for (const kind of [Line, Paragraphs])
      expect(kind.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(['must not be empty']);
  },
);

test.each(['林', '-', '👩‍💻', 'a\u200db', '٣'])(
  'a text in which something can be seen (%s) stays as it is',
  (text) => {
    for (const kind of [Line, Paragraphs]) expect(kind.parse(text)).toBe(text);
  },
);
