import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postingCorpus } from '../../../matching/ranking/corpus.ts';
import type { PostingDocument, StudentDocument } from '../../../matching/ranking/document.ts';
import { evaluatePostings } from '../../../matching/ranking/evaluate.ts';
import { improvements } from '../../../matching/ranking/improve.ts';
import { postingsForStudent } from '../../../matching/ranking/plan.ts';
import { posting, postings, student, students } from './documents.ts';

function hitOf(subject: StudentDocument, one: PostingDocument) {
  const corpus = postingCorpus();
  corpus.upsert(one, 1);
  return evaluatePostings(postingsForStudent(subject, { eligibleOnly: false, cycleId: undefined }), corpus)
    .hits[0];
}

describe('improvements', () => {
  it('names the missing skill that brings most first', () => {
    const hit = hitOf(student, posting);
    expect(improvements(hit?.parts ?? [])).toMatchObject([
      { criterion: 'skills', skill: 'sql', required: true },
      { criterion: 'skills', skill: 'tableau', required: false },
      { criterion: 'language', code: 'en', needed: 'B2', held: 'B1' },
    ]);
  });

  it('promises exactly what a new skill or more hours bring', () => {
    fc.assert(
      fc.property(postings, students, (one, subject) => {
        const before = hitOf(subject, one);
        for (const improvement of improvements(before?.parts ?? [])) {
          if (improvement.criterion !== 'skills' && improvement.criterion !== 'hours') continue;
          const better =
            improvement.criterion === 'skills'
              ? { ...subject, skills: [...subject.skills, improvement.skill] }
              : { ...subject, weeklyHours: improvement.hours };
          const after = hitOf(better, one);
          expect((after?.score ?? 0) - (before?.score ?? 0)).toBeCloseTo(improvement.gain, 6);
        }
      }),
    );
  });
});
