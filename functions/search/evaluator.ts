import { postingCorpus, studentCorpus } from '../../matching/ranking/corpus.ts';
import { evaluatePostings, evaluateStudents } from '../../matching/ranking/evaluate.ts';
import type { Search, SearchDocuments, SearchIndex } from './search.ts';

/** The embedded search: the documents in memory, ranked by the evaluator. */
export const evaluatorSearch = (): Search => {
  const postings = postingCorpus();
  const students = studentCorpus();
  const writers: { [I in SearchIndex]: (document: SearchDocuments[I], version: number) => boolean } = {
    postings: (document, version) => postings.upsert(document, version),
    students: (document, version) => students.upsert(document, version),
  };
  return {
    upsert: async (index, document, version) => void writers[index](document, version),
    remove: async (index, id, version) =>
      void (index === 'postings' ? postings : students).remove(id, version),
    rankPostings: async (plan) => evaluatePostings(plan, postings),
    rankStudents: async (plan) => evaluateStudents(plan, students),
  };
};
