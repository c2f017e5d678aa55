import { describe, expect, test } from 'vitest';
import { readHours, readNumber } from '../../../functions/import/amount.ts';
import { tidyText } from '../../../functions/import/cell.ts';
import { guessMapping } from '../../../functions/import/columns.ts';
import { readDay } from '../../../functions/import/day.ts';
import { languageOf } from '../../../functions/import/languages.ts';
import { readPay } from '../../../functions/import/pay.ts';
import { guessPlaces } from '../../../functions/import/places.ts';
import { safe } from '../../../functions/import/rejected.ts';
import { columnsOf, readRow } from '../../../functions/import/rows.ts';
import { importFields } from '../../../functions/import/schema.ts';

const own = columnsOf(Object.fromEntries(importFields.map((field) => [field, field])));
const reasons = (values: Record<string, string>) =>
  readRow({ company: 'A', title: 'T', ...values }, own).problems.map(({ field, value }) => [field, value]);

test.each([
  '2026-06-29', '2026/6/29', '2026.06.29', '2026年6月29日', '20260629', '29 June 2026', 'Jun 29, 2026', '29-Jun-2026', '6/29/2026', '29/06/2026', '46202', '2026-06-29 00:00:00', '２０２６-０６-２９',
])('%s is a day', (cell) => expect(readDay(cell)).toEqual({ value: '2026-06-29' })); // prettier-ignore

test.each(['2026-02-30', '03/04/2026', 'soon', '2026年6月', '6/29'])('%s is no day', (cell) =>
  expect(readDay(cell)).toHaveProperty('wrong'),
);

test('numbers and hours', () => {
  expect(readNumber('1,200')).toEqual({ value: 1200 });
  expect(readNumber('3人')).toEqual({ value: 3 });
  expect(readNumber('若干')).toHaveProperty('wrong');
  expect(readHours('每周20-40小时')).toEqual({ value: { min: 20, max: 40 } });
  expect(readHours('40 hours per week')).toEqual({ value: { min: 40, max: 40 } });
});

describe('pay', () => {
  const pay = (payAmount: string, payCurrency = '', payPeriod = '') =>
    readPay({ payAmount, payCurrency, payPeriod });
  test.each([
    ['¥200/天', 200, 'CNY', 'day'],
    ['200元/天', 200, 'CNY', 'day'],
    ['CNY 4,000 per month', 4000, 'CNY', 'month'],
    ['$25/hour', 25, 'USD', 'hour'],
    ['4k 元/月', 4000, 'CNY', 'month'],
  ])('%s', (cell, amount, currency, period) =>
    expect(pay(cell)).toEqual({ value: { kind: 'paid', amount, currency, period } }),
  );
  test('columns of their own', () =>
    expect(pay('4000', 'EUR', '月')).toEqual({
      value: { kind: 'paid', amount: 4000, currency: 'EUR', period: 'month' },
    }));
  test('unpaid needs its reason', () => {
    expect(pay('unpaid: academic credit')).toEqual({ value: { kind: 'unpaid', reason: 'academic credit' } });
    expect(pay('无薪')).toHaveProperty('wrong');
  });
  test.each(['150-200元/天', '4000', 'negotiable', '面议'])('%s is asked about', (cell) =>
    expect(pay(cell)).toHaveProperty('wrong'),
  );
});

test.each([
  ['Chicago, IL; Austin, TX', { countries: ['US'] }],
  ['Toronto, ON, Canada; NYC', { countries: ['CA', 'US'] }],
  ['London, UK', { countries: ['GB'] }],
  ['Atlanta, Georgia', { countries: ['US'] }],
  ['Georgia', {}],
  ['Remote', { countries: [], workMode: 'remote' }],
  ['Remote in USA', { countries: ['US'], workMode: 'remote' }],
  ['Remote (U.S.)', { countries: ['US'], workMode: 'remote' }],
  ['Remote; NYC', { countries: [] }],
  ['Somewhere nice; Chicago, IL', {}],
  ['上海', { countries: ['CN'] }],
])('places %s', (cell, guess) => expect(guessPlaces(cell)).toEqual(guess));

test.each([
  ['English C1', 'en', 'C1'],
  ['英语(C1)', 'en', 'C1'],
  ['中文 HSK5', 'zh', 'HSK5'],
  ['Chinese - native', 'zh', 'native'],
  ['德语：B2', 'de', 'B2'],
])('language %s', (cell, code, level) => expect(languageOf(cell)).toEqual({ code, level }));

test('a full row, messy and bilingual, becomes a draft', () => {
  const { draft, problems, company } = readRow(
    {
      company: ' 上海云图科技\u3000有限公司 ', titleZh: '数据分析实习生', titleEn: '\tData  Analyst Intern – ', description: 'Line one\r\nLine two',
      category: '数据与人工智能', majors: '计算机科学与技术、Data Science；statistics', skills: 'Python, SQL / C++', capacity: '３', startsOn: '2026/6/29',
      endsOn: '2026-08-21', hoursMin: '20', hoursMax: '40', workMode: '远程', zone: '北京时间', languages: 'English C1; 中文 HSK5', payAmount: '¥200/天', countries: '加拿大; DE', validUntil: '2026年4月1日',
    },
    own,
  ); // prettier-ignore
  expect(problems).toEqual([]);
  expect(company).toBe('上海云图科技 有限公司');
  expect(draft).toEqual({
    title: { zh: '数据分析实习生', en: 'Data Analyst Intern' }, description: { en: 'Line one\nLine two' }, category: 'data-ai', majors: ['computer-science', 'data-science', 'statistics'],
    skills: { required: ['python', 'sql', 'cpp'], preferred: [] }, capacity: 3, startsOn: '2026-06-29', endsOn: '2026-08-21', hours: { min: 20, max: 40 }, workMode: 'remote', zone: 'Asia/Shanghai',
    languages: [{ code: 'en', level: 'C1' }, { code: 'zh', level: 'HSK5' }], pay: { kind: 'paid', amount: 200, currency: 'CNY', period: 'day' }, countries: ['CA', 'DE'], validUntil: '2026-04-01',
  }); // prettier-ignore
});

test('what is not understood is a problem of its column that names the part', () => {
  expect(reasons({ skills: 'Python; Pythn', capacity: 'many' })).toEqual([
    ['skills', 'Pythn'],
    ['capacity', 'many'],
  ]);
  expect(reasons({ company: ' ', title: '--' }).map(([field]) => field)).toEqual(['company', 'title']);
  expect(reasons({ startsOn: '2026-08-21', endsOn: '2026-06-29' }).map(([field]) => field)).toEqual([
    'endsOn',
  ]);
  expect(reasons({ hoursMin: '40', hoursMax: '20' }).map(([field]) => field)).toEqual(['hoursMax']);
});

test('the category is suggested from the title only when none is given', () => {
  expect(readRow({ company: 'A', title: 'Software Engineer Intern' }, own)).toMatchObject({
    suggestedCategory: 'software-dev',
    draft: { category: 'software-dev' },
  });
  expect(
    readRow({ company: 'A', title: 'Software Engineer Intern', category: 'data-ai' }, own),
  ).not.toHaveProperty('suggestedCategory');
});

test('columns are guessed from names in both languages, then from values, each field once', () => {
  const columns = ['Company Name', '岗位名称', 'startDate', '薪资(元)', 'X', 'Y', 'title', 'Notes'];
  expect(guessMapping(columns, [{ X: 'Python; SQL', Y: 'Hybrid', Notes: 'Ask Ann' }])).toEqual({
    'Company Name': 'company', 岗位名称: 'title', startDate: 'startsOn', '薪资(元)': 'payAmount', X: 'skills', Y: 'workMode',
  }); // prettier-ignore
});

test.each(['=1+1', '＝1+1', '＋1', '－1', '＠SUM(1)', ' \t-2'])(
  '%s is no formula when it is given back',
  (cell) => {
    expect(safe(cell)).toBe(`'${cell}`);
    expect(tidyText(safe(cell))).toBe(tidyText(cell));
  },
);
