import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postingCorpus, studentCorpus } from '../../../matching/ranking/corpus.ts';
import { isEligible } from '../../../matching/ranking/eligibility.ts';
import { evaluatePostings, evaluateStudents } from '../../../matching/ranking/evaluate.ts';
import { Groups } from '../../../matching/ranking/groups.ts';
import { Lists } from '../../../matching/ranking/lists.ts';
import { Numbers } from '../../../matching/ranking/numbers.ts';
import { PerGroup } from '../../../matching/ranking/per-group.ts';
import { postingsForStudent, searchPostings, studentsForPosting } from '../../../matching/ranking/plan.ts';
import { posting, postings, students } from './documents.ts';

function written(numbers: PerGroup<string>, ...slots: number[]): number[] {
  const found = new Float64Array(slots.length);
  numbers.write(found, Uint32Array.from(slots));
  return [...found];
}

describe('PerGroup', () => {
  const groups = new Groups();
  const words = ['apple', 'ant', 'bee', 'axe'];
  for (const word of words) groups.add(word.slice(0, 1));

  it('computes once a group, for those who ask', () => {
    const asked: string[] = [];
    const numbers = new PerGroup(groups, words, 'order', (word) => asked.push(word));
    expect(written(numbers, 0, 1, 3)).toEqual([1, 1, 1]);
    expect(asked).toEqual(['apple']);
    expect(written(numbers, 1, 2)).toEqual([1, 2]);
    expect(asked).toEqual(['apple', 'bee']);
  });

  it('remembers what was computed under the same name, for groups that came later too', () => {
    const more = new Groups();
    const [first, later] = [['apple'], ['apple', 'bee']];
    const lengths = (named: string, list: readonly string[]) =>
      written(new PerGroup(more, list, named, (word) => word.length), list.length - 1);
    more.add('a');
    expect(lengths('length', first)).toEqual([5]);
    more.add('b');
    expect(lengths('length', later)).toEqual([3]);
    expect(written(new PerGroup<string>(more, [], 'length', () => 0), 0)).toEqual([5]);
    for (let other = 0; other < 40; other += 1) lengths(`other ${other}`, later);
    expect(written(new PerGroup(more, later, 'length', () => 1), 0)).toEqual([1]);
  });

  it('keeps the slots whose number is not 0', () => {
    const starts = new PerGroup(groups, words, 'a', (word) => Number(word.startsWith('a')));
    expect([...starts.keep(Uint32Array.of(0, 2, 3))]).toEqual([0, 3]);
    expect([...starts.keep(Uint32Array.of(0, 2, 3))]).toEqual([0, 3]);
  });
});

describe.each([
  ['Groups', () => new Groups()],
  ['Lists', () => new Lists()],
] as const)('%s of words', (_, make) => {
  const column = make();
  for (const words of [['a', 'b'], ['b'], [], ['a', 'b'], ['c']]) column.add(words);

  it('counts the words of the slots asked for', () => {
    expect(column.names).toEqual(['a', 'b', 'c']);
    expect([...column.counts(Uint32Array.of(0, 1, 2, 3))]).toEqual([2, 3, 0]);
  });

  it('counts the words of all that were not removed', () => {
    const other = make();
    for (const words of [['a', 'b'], ['b'], ['a', 'b']]) other.add(words);
    other.remove(0);
    expect(other.totals).toEqual([1, 2]);
  });

  it('tells which slots have one of some words', () => {
    const having = column.having(new Set(['a', 'c', 'unknown']));
    expect([0, 1, 2, 3, 4].map(having)).toEqual([true, false, false, true, true]);
  });
});

describe('Numbers', () => {
  it('keeps what it was given, however large', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(0xff), fc.nat(0xffff), fc.nat(2 ** 31), fc.maxSafeNat()), { size: '+1' }),
        (given) => {
          const numbers = new Numbers();
          for (const number of given) numbers.push(number);
          expect([...numbers.values.subarray(0, numbers.length)]).toEqual(given);
        },
      ),
    );
    const many = new Numbers();
    for (let number = 0; number < 70_000; number += 1) many.push(number);
    expect([many.values[1], many.values[65_536], many.values[69_999]]).toEqual([1, 65_536, 69_999]);
  });
});

/** What equal keys share must be equal: each document alone in a corpus scores as it does among others. */
describe('a ranking of many', () => {
  const unique = { selector: ({ id }: { readonly id: string }) => id };

  it('gives postings the scores and the eligibility that each has alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(postings, unique), students, students, (list, subject, before) => {
        const options = { weights: { text: 0 }, cycleId: undefined, limit: 100 };
        const plan = postingsForStudent(subject, options);
        const all = postingCorpus();
        for (const one of list) all.upsert(one, 1);
        evaluatePostings(postingsForStudent(before, options), all);
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
      fc.property(fc.uniqueArray(students, unique), postings, postings, (list, subject, before) => {
        const options = { weights: { text: 0 }, cycleId: undefined, limit: 100 };
        const plan = studentsForPosting(subject, options);
        const all = studentCorpus();
        for (const one of list) all.upsert(one, 1);
        evaluateStudents(studentsForPosting({ ...subject, majors: before.majors }, options), all);
        evaluateStudents(studentsForPosting(before, options), all);
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

  it('shows the newest, however many came on one day', () => {
    const digit = fc.integer({ min: 1, max: 4 });
    const instant = fc.tuple(digit, digit).map(([day, hour]) => `2026-03-0${day}T0${hour}:00:00Z`);
    const many = fc.array(instant, { minLength: 150, maxLength: 250 });
    fc.assert(
      fc.property(many, (instants) => {
        const corpus = postingCorpus();
        for (const [at, publishedAt] of instants.entries())
          corpus.upsert({ ...posting, id: `p${at}`, publishedAt }, 1);
        const page = (limit: number) =>
          evaluatePostings(searchPostings({ limit }), corpus).hits.map(({ id }) => id);
        expect(page(3)).toEqual(page(300).slice(0, 3));
      }),
      { numRuns: 30, endOnFailure: true },
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
