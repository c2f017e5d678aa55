import { postingCorpus, studentCorpus } from '../../matching/ranking/corpus.ts';
import { evaluatePostings, evaluateStudents } from '../../matching/ranking/evaluate.ts';
import type { Search, SearchWrite } from './search.ts';

/** The embedded search: the documents in memory, ranked by the evaluator. */
export interface EvaluatorSearch extends Search {
  size: () => number;
  /** The writes that make an equal one. */
  writes: () => Generator<SearchWrite>;
}

export const evaluatorSearch = (): EvaluatorSearch => {
  const postings = postingCorpus();
  const students = studentCorpus();
  const apply = (write: SearchWrite): boolean => {
    const { index, id, version } = write;
    if (write.document === undefined) return (index === 'postings' ? postings : students).remove(id, version);
    return write.index === 'postings'
      ? postings.upsert(write.document, version)
      : students.upsert(write.document, version);
  };
  return {
    write: async (writes) => {
      for (const write of writes) apply(write);
    },
    rankPostings: async (plan) => evaluatePostings(plan, postings),
    rankStudents: async (plan) => evaluateStudents(plan, students),
    state: () => ({ engine: 'evaluator', answeredBy: 'engine' }),
    size: () => postings.size + students.size,
    writes: function* () {
      for (const known of postings.known()) yield { index: 'postings', ...known };
      for (const known of students.known()) yield { index: 'students', ...known };
    },
  };
};
