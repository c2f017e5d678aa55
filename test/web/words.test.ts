import { describe, expect, it } from 'vitest';
import { chooseLang } from '../../web/i18n/lang.ts';
import { fill, find } from '../../web/i18n/words.ts';
import { formatsFor } from '../../web/i18n/format.ts';
import enShared from '../../web/i18n/en/shared.ts';
import zhParts from '../../web/i18n/zh/parts.ts';
import zhPosting from '../../web/i18n/zh/posting.ts';
import zhInterview from '../../web/i18n/zh/interview.ts';
import zhInterviews from '../../web/i18n/zh/interviews.ts';
import zhSaved from '../../web/i18n/zh/saved.ts';
import zhPublic from '../../web/i18n/zh/public.ts';
import zhShared from '../../web/i18n/zh/shared.ts';
import zhProfile from '../../web/i18n/zh/student-profile.ts';
import zhStudent from '../../web/i18n/zh/student.ts';

describe('the words of the pages', () => {
  it('chooses the plural form of the language', () => {
    expect(find(enShared, 'filter.results', 'en-GB', { count: 1 })).toBe('{count} result');
    expect(find(enShared, 'filter.results', 'en-GB', { count: 2 })).toBe('{count} results');
    expect(find(zhShared, 'filter.results', 'zh-CN', { count: 1 })).toBe('{count}条结果');
  });
  it('does not take a group with a key "other" for a plural', () => {
    expect(find(enShared, 'fit.facts.major', 'en-GB')).toBeUndefined();
    expect(find(enShared, 'fit.facts.major.other', 'en-GB')).toContain('Neither');
  });
  it('writes numbers as the locale does and leaves unknown places', () => {
    expect(fill('{n} of {m}', 'en-GB', { n: 10769 })).toBe('10,769 of {m}');
  });
  it('keeps what is written from right to left in its place, and takes what would turn the sentence round', () => {
    expect(fill('Sent to {name}.', 'en-GB', { name: 'שלום' })).toBe('Sent to \u2068שלום\u2069.');
    expect(fill('Sent to {name}.', 'en-GB', { name: '\u202eabc\u2069' })).toBe('Sent to abc.');
  });
  it('takes the stored language, else the first known one of the browser, else English', () => {
    expect(chooseLang('zh', ['en-US'])).toBe('zh');
    expect(chooseLang('xx', ['fr-FR', 'zh-Hans-CN', 'en'])).toBe('zh');
    expect(chooseLang(null, ['fr-FR'])).toBe('en');
  });
  it('says Chinese running text with full-width punctuation', () => {
    const all = [
      zhShared,
      zhPublic,
      zhPosting,
      zhSaved,
      zhParts,
      zhStudent,
      zhProfile,
      zhInterview,
      zhInterviews,
    ];
    const texts = JSON.stringify(all).match(/"[^"]*[\u4e00-\u9fff][^"]*"/g) ?? [];
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter((text) => /[\u4e00-\u9fff][,;:?!]/.test(text))).toEqual([]);
  });
});

describe('dates in two zones', () => {
  const f = formatsFor('en-GB');
  it('says one instant in both zones', () => {
    expect(f.instant('2027-05-15T10:00:00Z', 'Asia/Shanghai')).toBe('15 May 2027, 18:00');
    expect(f.instant('2027-05-15T10:00:00Z', 'America/Vancouver')).toBe('15 May 2027, 03:00');
  });
  it('says a plain day the same everywhere', () => {
    expect(f.day('2027-06-29', 'America/Vancouver')).toBe('29 Jun 2027');
  });
  it('says how far away an instant is', () => {
    const now = Date.parse('2027-05-12T09:00:00Z');
    expect(f.relative('2027-05-15T10:00:00Z', now)).toBe('in 3 days');
    // Two days later by the calendar, and in the month after the next.
    expect(f.relative('2027-05-14T08:00:00Z', now)).toBe('in 1 day');
    expect(f.relative('2027-07-01T09:00:00Z', now)).toBe('in 50 days');
    expect(f.relative('2027-07-20T09:00:00Z', now)).toBe('in 2 months');
    expect(f.relative('2027-05-12T08:59:30Z', now)).toBe('1 minute ago');
  });
});
