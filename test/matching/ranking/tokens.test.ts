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

  it('finds nothing in nothing', () => {
    expect(tokens(' …，。!')).toEqual([]);
  });
});
