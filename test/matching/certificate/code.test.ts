import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabet, newCode, readCode } from '../../../matching/certificate/code.ts';

const codes = fc
  .array(fc.nat(alphabet.length - 1), { minLength: 23, maxLength: 23 })
  .map((values) => newCode(() => values.pop() ?? 0));

describe('the code of a certificate', () => {
  it('cannot be guessed: over 100 random bits', () => {
    const drawn: number[] = [];
    newCode((bound) => {
      drawn.push(Math.log2(bound));
      return 0;
    });
    expect(drawn.reduce((sum, bits) => sum + bits, 0)).toBeGreaterThan(100);
  });

  it('has no two signs that look alike', () => {
    for (const alike of ['0OQ', '1IL', '2Z', '5S', '8B', 'UV'])
      expect([...alike].filter((sign) => alphabet.includes(sign)).length).toBeLessThanOrEqual(1);
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^(\w{4}-){5}\w{4}$/);
        expect(readCode(code)).toBe(code);
        expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
        expect(readCode(code.replaceAll('-', '–'))).toBe(code);
      }),
    );
  });

  it('is refused with any one character wrong, and with any two neighbours swapped', () => {
    fc.assert(
      fc.property(codes, fc.nat(23), fc.integer({ min: 1, max: 22 }), (code, at, by) => {
        const signs = [...code.replaceAll('-', '')];
        const wrong = [...signs];
        wrong[at] = alphabet[(alphabet.indexOf(signs[at] ?? '') + by) % alphabet.length] ?? '';
        expect(readCode(wrong.join(''))).toBeUndefined();
        const [one, two] = [signs[at], signs[at + 1]];
        if (one === undefined || two === undefined || one === two) return;
        const swapped = signs.with(at, two).with(at + 1, one);
        expect(readCode(swapped.join(''))).toBeUndefined();
      }),
    );
  });

  it('is nothing else', () => {
    for (const typed of ['', 'hello', '3'.repeat(23), '3'.repeat(25), 'OOOO-'.repeat(6)])
      expect(readCode(typed)).toBeUndefined();
  });
});
