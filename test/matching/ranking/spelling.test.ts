import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipsIn, withoutSlips } from '../../../matching/ranking/spelling.ts';
import { skillNames } from '../../../matching/taxonomy/skills.ts';

const corrected = (text: string): string => withoutSlips(text, slipsIn(text));

describe('slips', () => {
  it.each([
    ['pyhton', 'python'],
    ['marketting', 'marketing'],
    ['acountant', 'accountant'],
    ['enginer', 'engineer'],
    ['javascirpt developr', 'javascript developer'],
    ['Pyhton & 数据 (pyhton)', 'python & 数据 (python)'],
    ['managment in Shanghai', 'management in Shanghai'],
  ])('of %s are put right: %s', (typed, meant) => {
    expect(corrected(typed)).toBe(meant);
  });

  it.each([
    'python',
    'Marketing',
    'engineers',
    'accounting',
    'sql',
    'C++',
    'vue3',
    'naïve',
    '前端工程師',
    'Buchhaltung',
    'a',
    '',
  ])('are not seen in %s', (text) => expect(slipsIn(text)).toEqual([]));

  it('are not guessed where two words are equally near', () => {
    const words = slipsIn('marketin').map(({ meant }) => meant);
    expect(words).toEqual(['marketing']);
  });

  it('of one letter in the name of a skill lead back to it or are left, hardly ever to another word', () => {
    const names = Object.values(skillNames)
      .map(({ en }) => en.toLowerCase())
      .filter((name) => /^[a-z]{6,}$/.test(name));
    const slip = fc
      .tuple(fc.constantFrom(...names), fc.nat(), fc.constantFrom('drop', 'double', 'swap'))
      .map(([name, at, how]) => ({ name, typed: slipped(name, 1 + (at % (name.length - 2)), how) }))
      .filter(({ name, typed }) => typed !== name);
    const all = fc.sample(slip, { numRuns: 500, seed: 20_261_125 });
    const answers = all.map(({ name, typed }) => [name, corrected(typed), typed] as const);
    const right = answers.filter(([name, answer]) => answer === name).length / all.length;
    const wrong =
      answers.filter(([name, answer, typed]) => answer !== name && answer !== typed).length / all.length;
    console.log(
      `of 500 slips in names of skills ${right} are put right, ${wrong} are taken for another word`,
    );
    expect(right).toBeGreaterThan(0.9);
    expect(wrong).toBeLessThan(0.02);
  });

  it('are put right once and for all, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(corrected(corrected(text))).toBe(corrected(text));
      }),
    );
  });
});

function slipped(name: string, at: number, how: 'drop' | 'double' | 'swap'): string {
  const [before, letter, next, after] = [
    name.slice(0, at),
    name.charAt(at),
    name.charAt(at + 1),
    name.slice(at + 2),
  ];
  if (how === 'drop') return before + next + after;
  return how === 'double' ? before + letter + letter + next + after : before + next + letter + after;
}
