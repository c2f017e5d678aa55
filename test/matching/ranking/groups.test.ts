import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postingCorpus, studentCorpus } from '../../../matching/ranking/corpus.ts';
import { isEligible } from '../../../matching/ranking/eligibility.ts';
import { evaluatePostings, evaluateStudents } from '../../../matching/ranking/evaluate.ts';
import { GroupCount, Groups, PerGroup } from '../../../matching/ranking/groups.ts';
import { postingsForStudent, studentsForPosting } from '../../../matching/ranking/plan.ts';
import { postings, students } from './documents.ts';

describe('PerGroup', () => {
  it('computes once a group', () => {
    const groups = new Groups<string>((word) => word.slice(0, 1));
    const words = ['apple', 'ant', 'bee', 'axe'];
    for (const word of words) groups.add(word);
    const asked: string[] = [];
    const lengths = new PerGroup(groups, (word) => asked.push(word));
    expect(words.map((word, slot) => lengths.at(slot, word))).toEqual([1, 1, 2, 1]);
    expect(asked).toEqual(['apple', 'bee']);
  });
});

describe('GroupCount', () => {
  it('counts the values of all that were added', () => {
    const groups = new Groups<string[]>((values) => values);
    const documents = [['a', 'b'], ['b'], ['a', 'b'], ['c']];
    for (const document of documents) groups.add(document);
    const count = new GroupCount(groups);
    for (const slot of [0, 1, 2]) count.add(slot);
    expect(count.byValue()).toEqual({ a: 2, b: 3 });
  });
});

/** What equal keys share must be equal: each document alone in a corpus scores as it does among others. */
describe('a ranking of many', () => {
  const unique = { selector: ({ id }: { readonly id: string }) => id };

  it('gives postings the scores and the eligibility that each has alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(postings, unique), students, (list, subject) => {
        const options = { weights: { text: 0 }, cycleId: undefined, limit: 100 };
        const plan = postingsForStudent(subject, options);
        const all = postingCorpus();
        for (const one of list) all.upsert(one, 1);
        const { hits, facets } = evaluatePostings(plan, all);
        const alone = list.flatMap((one) => {
          const corpus = postingCorpus();
          corpus.upsert(one, 1);
          return evaluatePostings(plan, corpus).hits;
        });
        expect(new Map(hits.map((hit) => [hit.id, hit]))).toEqual(new Map(alone.map((hit) => [hit.id, hit])));
        const eligible = list.filter((one) => isEligible(subject, one));
        expect(facets.workMode.remote ?? 0).toBe(
          eligible.filter(({ workMode }) => workMode === 'remote').length,
        );
      }),
    );
  });

  it('gives students the scores that each has alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(students, unique), postings, (list, subject) => {
        const plan = studentsForPosting(subject, { weights: { text: 0 }, cycleId: undefined, limit: 100 });
        const all = studentCorpus();
        for (const one of list) all.upsert(one, 1);
        const alone = list.flatMap((one) => {
          const corpus = studentCorpus();
          corpus.upsert(one, 1);
          return evaluateStudents(plan, corpus).hits;
        });
        const { hits } = evaluateStudents(plan, all);
        expect(new Map(hits.map((hit) => [hit.id, hit]))).toEqual(new Map(alone.map((hit) => [hit.id, hit])));
      }),
    );
  });

  it('leaves nothing out by its bound: a short page is the beginning of the long one', () => {
    const many = fc.array(postings, { minLength: 150, maxLength: 200 });
    fc.assert(
      fc.property(many, students, (list, subject) => {
        const corpus = postingCorpus();
        for (const [index, one] of list.entries()) corpus.upsert({ ...one, id: `p${index}` }, 1);
        const page = (limit: number) =>
          evaluatePostings(
            postingsForStudent(subject, { cycleId: undefined, eligibleOnly: false, limit }),
            corpus,
          ).hits;
        expect(page(3)).toEqual(page(300).slice(0, 3));
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});
