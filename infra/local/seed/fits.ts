import type { Posting } from '../../../functions/posting/schema.ts';
import { postingDocument } from '../../../functions/posting/document.ts';
import { studentDocument } from '../../../functions/student/document.ts';
import type { Company } from '../../../functions/company/schema.ts';
import type { Student } from '../../../functions/student/schema.ts';
import { postingCorpus } from '../../../matching/ranking/corpus.ts';
import { evaluatePostings } from '../../../matching/ranking/evaluate.ts';
import { postingsForStudent } from '../../../matching/ranking/plan.ts';

/** The postings that fit a student, best first, by the product's own ranking. */
export const fitsAmong = (postings: readonly { posting: Posting; company: Company }[]) => {
  const corpus = postingCorpus();
  for (const { posting, company } of postings) {
    const document = postingDocument(posting, company);
    if (document) corpus.upsert(document, 1);
  }
  return (student: Student, limit: number): { id: string; score: number }[] => {
    const document = studentDocument(student);
    return document ? [...evaluatePostings(postingsForStudent(document, { limit }), corpus).hits] : [];
  };
};
