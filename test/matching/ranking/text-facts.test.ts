import { describe, expect, it } from 'vitest';
import { textFacts } from '../../../matching/ranking/criteria/text.ts';
import { searchQuery } from '../../../matching/ranking/query.ts';

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
    ['bookkeeping', 'Books kept here', undefined],
    ['photography', 'Photographs', { word: 'photography', means: 'part', found: 'photographs' }],
    ['望远镜', '望远者', { word: '望远镜', means: 'part', found: '望远' }],
  ])('says by which means %j is in %j', (q, title, match) => {
    expect(facts(q, title)).toEqual(match === undefined ? [] : [match]);
  });

  it('looks in the text too, and leaves out what is not there', () => {
    expect(facts('unicorn dashboards', 'Intern', 'Build dashboards.')).toEqual([
      { word: 'dashboards', means: 'same' },
    ]);
  });
});
