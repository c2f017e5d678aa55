import { describe, expect, it } from 'vitest';
import { tokens } from '../../../matching/ranking/tokens.ts';

describe('tokens', () => {
  it('cuts Chinese into characters and pairs', () => {
    expect(tokens('数据分析')).toEqual(expect.arrayContaining(['数', '数据', '据分', '分析']));
  });

  it('parts scripts that touch', () => {
    expect(tokens('java开发')).toEqual(['java', '开', '开发', '发']);
  });

  it('finds a word in its usual forms', () => {
    expect(tokens('Engineers engineering ENGINEER')).toEqual(['engineer', 'engineer', 'engineer']);
    expect(tokens('studies study')).toEqual(['study', 'study']);
    expect(tokens('business sales CSS news')).not.toContain('busines');
  });

  it('keeps signs of languages and drops accents and widths', () => {
    expect(tokens('C++, C# and ＳＱＬ, résumé!')).toEqual(['c++', 'c#', 'and', 'sql', 'resume']);
  });

  it.each([
    ['前端工程師', '前端工程师'],
    ['數據分析實習生', '数据分析实习生'],
    ['雲端運維', '云端运维'],
    ['財務與會計', '财务与会计'],
    ['市場營銷專員', '市场营销专员'],
    ['後台開發', '后台开发'],
    ['髮型設計 發佈', '发型设计 发布'],
  ])('makes the same of %s as of %s', (traditional, own) => {
    expect(tokens(traditional)).toEqual(tokens(own));
  });

  it('leaves characters that simplified texts use too', () => {
    expect(tokens('著名')).toContain('著');
  });

  it('finds nothing in nothing', () => {
    expect(tokens(' …，。!')).toEqual([]);
  });
});
