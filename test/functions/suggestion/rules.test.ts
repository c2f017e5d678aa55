import { expect, it } from 'vitest';
import { begins, startsOf, typed } from '../../../functions/suggestion/rules.ts';

it.each([
  ['Data Analyst', ['data analyst', 'analyst']],
  ['  C#  Developer ', ['c# developer', 'developer']],
  ['数据分析实习生', ['数据分析实习生', '分析实习生', '实习生']],
  ['', []],
  ['…', ['...']],
])('%s is found from its beginning and from each of its words', (text, starts) => {
  expect(startsOf(text)).toEqual(starts);
});

it.each([
  ['数据', '数据分析实习生', true],
  ['ANA', 'Data Analyst', true],
  ['ｄａｔａ', 'Data Analyst', true],
  ['數據', '数据分析实习生', true],
  ['分析', '數據分析實習生', true],
  ['nalyst', 'Data Analyst', false],
])('%s begins %s: %s', (q, text, expected) => {
  expect(begins(typed(q), text)).toBe(expected);
});
