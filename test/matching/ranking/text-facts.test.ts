import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Corpus } from '../../../matching/ranking/corpus.ts';
import { textFacts } from '../../../matching/ranking/criteria/text.ts';
import { searchQuery } from '../../../matching/ranking/query.ts';

interface Titled {
  readonly id: string;
  readonly title: string;
}

const facts = (q: string, title: string, text = '') =>
  textFacts(searchQuery(q), { title, roles: title, text }).matched;

describe('textFacts', () => {
  it.each([
    ['Taxes', 'tax intern', { word: 'taxes', means: 'synonym', found: 'tax' }],
    ['tax', 'Tax Intern', { word: 'tax', means: 'same' }],
    ['会计', '税务会计', { word: '会计', means: 'same' }],
    ['lawyer', 'Attorney', { word: 'lawyer', means: 'synonym', found: 'attorney' }],
    ['律师', 'Junior Attorney', { word: '律师', means: 'translation', found: 'attorney' }],
    ['nurse', '注册护士', { word: 'nurse', means: 'translation', found: '注册护士' }],
    ['auditor', 'Payroll Intern', { word: 'auditor', means: 'family', found: 'payroll' }],
    [
      'bookkeeping',
      'Books kept here',
      { word: 'bookkeeping', means: 'letters', found: 'books', shared: 'book' },
    ],
    ['figma', 'Unicorn', undefined],
    ['会议', '会计', { word: '会议', means: 'letters', found: '会', shared: '会' }],
    ['photography', 'Photographs', { word: 'photography', means: 'part', found: 'photographs' }],
    ['望远镜', '望远者', { word: '望远镜', means: 'part', found: '望远' }],
  ])('says by which means %j is in %j', (q, title, match) => {
    expect(facts(q, title)).toEqual(match === undefined ? [] : [match]);
  });

  it('names whatever gave points', () => {
    const words = fc.constantFrom(
      'data',
      'analyst',
      'catalyst',
      '会计',
      '会议',
      '数据',
      'marketing',
      'figma',
      '🚀',
      'c++',
      'tax',
      'books',
    );
    const title = fc.array(words, { maxLength: 4 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(title, title, (q, own) => {
        const corpus = new Corpus<Titled, never, never>({
          text: (one) => ({ title: one.title, roles: one.title, text: '' }),
          keys: {},
          lists: {},
        });
        corpus.upsert({ id: 'a', title: own }, 1);
        corpus.upsert({ id: 'b', title: 'something else' }, 1);
        const points = corpus.textScores(searchQuery(q))[0] ?? 0;
        expect(facts(q, own).length > 0).toBe(points > 0);
      }),
    );
  });

  it('looks in the text too, and names letters that only happen to be the same as such', () => {
    expect(facts('unicorn dashboards', 'Intern', 'Build dashboards.')).toEqual([
      { word: 'unicorn', means: 'letters', found: 'intern', shared: 'rn' },
      { word: 'dashboards', means: 'same' },
    ]);
  });
});
