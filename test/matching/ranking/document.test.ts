import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { PostingDocument, StudentDocument } from '../../../matching/ranking/document.ts';
import { posting, student } from './documents.ts';

type Protected =
  'gender' | 'sex' | 'ethnicity' | 'race' | 'religion' | 'age' | 'birthDate' | 'photo' | 'nationality';

describe('the documents of a ranking', () => {
  it('have no field for what a ranking must not know', () => {
    expectTypeOf<Extract<keyof StudentDocument | keyof PostingDocument, Protected>>().toEqualTypeOf<never>();
    expectTypeOf<string>().not.toEqualTypeOf<keyof StudentDocument>();
    const source = readFileSync(new URL('../../../matching/ranking/document.ts', import.meta.url), 'utf8');
    const fields = [...source.matchAll(/readonly (\w+)\??:/g)].map(([, name]) => name);
    expect(fields.length).toBeGreaterThan(40);
    for (const word of [
      /gender|sex\b/i,
      /ethnic|race\b/i,
      /relig/i,
      /^age$|birth/i,
      /photo|picture/i,
      /national/i,
    ]) {
      expect(fields.filter((name) => word.test(name ?? ''))).toEqual([]);
    }
  });

  it('are closed: a new field has to be added here with a reason', () => {
    expect(Object.keys(student).toSorted().join(' ')).toBe(
      'availableFrom availableTo country cycleId id interests languages majors skills studyLevel text weeklyHours workAuthorization workModes workingHours zones',
    );
    expect(Object.keys(posting).toSorted().join(' ')).toBe(
      'category companyId companyName coreHours countries cycleId endsOn hours id languages majors overlapHours pay publishedAt skills startsOn studyLevels text title workMode zone',
    );
  });
});
