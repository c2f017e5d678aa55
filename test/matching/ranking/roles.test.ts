import { describe, expect, it } from 'vitest';
import { familyToken, rolesIn, roleToken } from '../../../matching/ranking/roles.ts';
import { runsOf } from '../../../matching/ranking/runs.ts';
import { categorySlugs } from '../../../matching/taxonomy/categories.ts';
import { roles } from '../../../matching/taxonomy/roles.ts';
import roleWords from '../../../matching/taxonomy/roles.json' with { type: 'json' };

const namesIn = (text: string): string[] => rolesIn(text).map(({ role }) => role.name);

describe('rolesIn', () => {
  it('takes the longest of the roles that overlap', () => {
    expect(namesIn('software architect')).toEqual(['software architect']);
    expect(namesIn('landscape architect')).toEqual(['urban planner']);
    expect(namesIn('account manager')).toEqual(['account manager', 'manager']);
  });

  it('splits Chinese compounds', () => {
    expect(namesIn('税务会计')).toEqual(['tax', 'accountant']);
    expect(namesIn('高级机械工程师')).toEqual(['mechanical engineer', 'senior', 'engineer']);
  });

  it('names the same role in both languages, in singular and plural', () => {
    for (const [en, zh] of [
      ['Nurses', '护士'],
      ['backend', '后端'],
      ['Investment Banking', '投资银行'],
      ['patent', '专利'],
    ] as const)
      expect([en, namesIn(en)]).toEqual([en, namesIn(zh)]);
  });

  it('keeps the word as it stands in the text', () => {
    expect(rolesIn('Senior Tax Advisors').map(({ word }) => word)).toEqual([
      'tax advisors',
      'senior',
      'advisors',
    ]);
    expect(rolesIn('投资银行 intern').map(({ word }) => word)).toEqual(['投资银行', 'intern']);
  });
});

describe('the roles', () => {
  it('cover every category in both languages', () => {
    for (const category of categorySlugs) {
      const words = Object.values(roleWords[category])
        .flat()
        .flatMap((line) => line.split(', '));
      const chinese = words.filter((word) => /\p{Script=Han}/u.test(word));
      expect([category, chinese.length >= 20, words.length - chinese.length >= 20]).toEqual([
        category,
        true,
        true,
      ]);
    }
  });

  it('have one name each, and give each word one role only', () => {
    expect(new Set(roles.map(roleToken)).size).toBe(roles.length);
    const words = roles.flatMap((role) => role.words);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('have tokens without spaces that no word of a text can be', () => {
    for (const role of roles) {
      expect(`${roleToken(role)}${familyToken(role)}`).not.toMatch(/\s/);
      expect(runsOf(roleToken(role)).map(({ text }) => text)).not.toContain(roleToken(role));
    }
  });

  it('are found by every one of their words', () => {
    for (const { name, words } of roles)
      for (const word of words) expect([word, ...namesIn(word)]).toContain(name);
  });
});
