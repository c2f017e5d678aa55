import type { Posting } from '../../../functions/posting/schema.ts';
import { postingDocument } from '../../../functions/posting/document.ts';
import { studentDocument } from '../../../functions/student/document.ts';
import type { Company } from '../../../functions/company/schema.ts';
import type { Student } from '../../../functions/student/schema.ts';
import { postingCorpus } from '../../../matching/ranking/corpus.ts';
import { evaluatePostings } from '../../../matching/ranking/evaluate.ts';
import { postingsForStudent } from '../../../matching/ranking/plan.ts';

/**
 * The postings that fit a student, best first, by the product's own ranking. Long texts are left out: they would decide
 * little here and cost most of the time.
 */
export const fitsAmong = (postings: readonly { posting: Posting; company: Company }[]) => {
  const corpus = postingCorpus();
  for (const { posting, company } of postings) {
    const document = postingDocument(posting, company);
    if (document) corpus.upsert({ ...document, text: '' }, 1);
  }
  return (student: Student, limit: number): { id: string; score: number }[] => {
    // Who does not agree to be ranked still knows what suits.
    const consents = student.profile.consents && { ...student.profile.consents, ranking: true };
    const document = studentDocument({ ...student, profile: { ...student.profile, consents } });
    if (document === undefined) return [];
    return [...evaluatePostings(postingsForStudent({ ...document, text: '' }, { limit }), corpus).hits];
  };
};
