import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postingCorpus, studentCorpus } from '../../../matching/ranking/corpus.ts';
import type { PostingDocument, StudentDocument } from '../../../matching/ranking/document.ts';
import { evaluatePostings, evaluateStudents, type Hit } from '../../../matching/ranking/evaluate.ts';
import { ineligibleBecause, isEligible } from '../../../matching/ranking/eligibility.ts';
import { postingsForStudent, searchPostings, studentsForPosting } from '../../../matching/ranking/plan.ts';
import { posting, postings, student, students } from './documents.ts';

function corpusOf(...documents: readonly PostingDocument[]) {
  const corpus = postingCorpus();
  for (const document of documents) corpus.upsert(document, 1);
  return corpus;
}

function studentsOf(...documents: readonly StudentDocument[]) {
  const corpus = studentCorpus();
  for (const document of documents) corpus.upsert(document, 1);
  return corpus;
}

describe('evaluatePostings', () => {
  it('explains each criterion with its facts', () => {
    const [hit] = evaluatePostings(postingsForStudent(student), corpusOf(posting)).hits;
    expect(hit?.parts.map(({ score, facts }) => ({ score, facts }))).toMatchObject([
      { score: 0.4, facts: { criterion: 'skills', held: ['python'], missing: ['sql', 'tableau'] } },
      { score: 1, facts: { criterion: 'major', relation: 'named', majors: ['statistics'] } },
      {
        score: 1,
        facts: { criterion: 'dates', days: 54, availableDays: 54, from: '2026-06-29', to: '2026-08-21' },
      },
      { score: 1, facts: { criterion: 'hours', offered: 30, min: 20, max: 40 } },
      {
        score: 1,
        facts: { criterion: 'overlap', minutes: 240, needed: 180, studentZones: ['Europe/Berlin'] },
      },
      {
        score: 0.875,
        facts: {
          criterion: 'language',
          languages: [
            { code: 'zh', needed: 'HSK5', held: 'native', enough: true },
            { code: 'en', needed: 'B2', held: 'B1', enough: false },
          ],
        },
      },
      { score: 1, facts: { criterion: 'studyLevel', level: 'master', asked: ['bachelor', 'master'] } },
      { score: 1, facts: { criterion: 'interest', categoryWanted: 'yes', workModeWanted: 'yes' } },
      {
        facts: {
          criterion: 'text',
          matched: expect.arrayContaining(
            ['dashboards', '数据', '分析'].map((word) => ({ word, means: 'same' })),
          ),
        },
      },
    ]);
  });

  it('gives parts that add up to the score, in order, whatever the weights', () => {
    const weights = fc.record({
      skills: fc.integer({ min: 0, max: 9 }),
      overlap: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(postings), students, weights, fc.boolean(), (list, subject, w, eligibleOnly) => {
        const plan = postingsForStudent(subject, { weights: w, eligibleOnly, limit: 7 });
        const { hits, total } = evaluatePostings(plan, corpusOf(...list));
        expect(hits).toHaveLength(Math.min(7, total));
        for (const { score, parts } of hits) {
          expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6);
          expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
          for (const part of parts) {
            expect(part.score).toBeGreaterThanOrEqual(0);
            expect(part.score).toBeLessThanOrEqual(1);
            expect(part.facts.criterion).toBe(part.criterion);
          }
        }
        const sorted = hits.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
        expect(hits.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
      }),
    );
  });

  it('shows exactly the eligible ones, and pages them without gap or repeat', () => {
    fc.assert(
      fc.property(fc.uniqueArray(postings, { selector: ({ id }) => id }), students, (list, subject) => {
        const corpus = corpusOf(...list);
        const eligible = list.filter((one) => isEligible(subject, one)).map(({ id }) => id);
        const pages: Hit[] = [];
        const plan = postingsForStudent(subject, { cycleId: undefined, limit: 5 });
        for (let page = plan; ; page = { ...plan, after: pages.at(-1)?.place }) {
          const { hits } = evaluatePostings(page, corpus);
          pages.push(...hits);
          if (hits.length === 0) break;
        }
        expect(pages.map(({ id }) => id).toSorted()).toEqual(eligible.toSorted());
      }),
    );
  });

  it.each<[string, Partial<PostingDocument>, string]>([
    ['of another cycle', { cycleId: 'summer-2027' }, 'cycle'],
    ['outside the availability', { startsOn: '2026-10-05', endsOn: '2026-11-27' }, 'dates'],
    ['remote from other countries only', { countries: ['CA'] }, 'country'],
    ['on site where work is not allowed', { workMode: 'on_site', countries: ['CA'] }, 'authorization'],
    ['two levels of a language away', { languages: [{ code: 'en', level: 'C1' }] }, 'language'],
    ['in a language not spoken', { languages: [{ code: 'fr', level: 'A1' }] }, 'language'],
    ['for another level of study', { studyLevels: ['doctorate'] }, 'studyLevel'],
  ])('leaves out a posting %s', (_, changes, because) => {
    const subject = { ...student, workAuthorization: { CA: 'no' as const } };
    const changed = { ...posting, ...changes };
    expect(ineligibleBecause(subject, changed)).toContain(because);
    expect(evaluatePostings(postingsForStudent(subject), corpusOf(changed)).hits).toEqual([]);
    expect(evaluateStudents(studentsForPosting(changed), studentsOf(subject)).hits).toEqual([]);
    expect(ineligibleBecause(subject, posting)).toEqual([]);
  });

  it('keeps an undisclosed permission in', () => {
    const onSite: PostingDocument = { ...posting, workMode: 'on_site', countries: ['CN'] };
    expect(ineligibleBecause(student, onSite)).toEqual([]);
  });

  it('filters by wishes and by overlap', () => {
    const unpaid = { ...posting, id: 'unpaid', pay: undefined, companyId: 'company-2' };
    const ids = (options: object) =>
      evaluatePostings(postingsForStudent(student, options), corpusOf(posting, unpaid)).hits.map(
        ({ id }) => id,
      );
    expect(ids({})).toEqual(['posting-1', 'unpaid']);
    expect(ids({ paid: true })).toEqual(['posting-1']);
    expect(ids({ companyIds: ['company-2'] })).toEqual(['unpaid']);
    expect(ids({ categories: ['design-ux'] })).toEqual([]);
    expect(ids({ majors: ['data-science'], workModes: ['remote'], languages: ['en'] })).toHaveLength(2);
    expect(ids({ excluded: ['unpaid'] })).toEqual(['posting-1']);
    expect(ids({ minimumOverlapMinutes: 240 })).toHaveLength(2);
    expect(ids({ minimumOverlapMinutes: 241 })).toEqual([]);
    expect(ids({ q: 'accountant' })).toEqual([]);
    expect(ids({ q: '数据分析' })).toHaveLength(2);
  });

  it('counts a facet past the wish on it, so that widening can be offered', () => {
    const remote = posting;
    const hybrid: PostingDocument = { ...posting, id: 'hybrid', workMode: 'hybrid' };
    const design: PostingDocument = { ...posting, id: 'design', category: 'design-ux', majors: [] };
    const plan = searchPostings({ workModes: ['remote'], categories: ['data-ai'] });
    const { facets, total } = evaluatePostings(plan, corpusOf(remote, hybrid, design));
    expect(total).toBe(1);
    expect(facets.workMode).toEqual({ remote: 1, hybrid: 1 });
    expect(facets.category).toEqual({ 'data-ai': 1, 'design-ux': 1 });
    expect(facets.major).toEqual({ 'data-science': 1, statistics: 1 });
    expect(facets.paid).toEqual({ yes: 1 });
  });

  it('searches for anybody in either language, newest first when nothing is asked', () => {
    const design: PostingDocument = {
      ...posting,
      id: 'design',
      category: 'design-ux',
      title: 'UI 设计实习生',
      text: 'Figma',
      publishedAt: '2026-03-05T00:00:00Z',
    };
    const corpus = corpusOf(posting, design);
    const found = (q?: string) => evaluatePostings(searchPostings({ q }), corpus).hits;
    expect(found().map(({ id }) => id)).toEqual(['design', 'posting-1']);
    expect(found('ux')[0]?.id).toBe('design');
    expect(found('数据分析 analyst')[0]?.id).toBe('posting-1');
    expect(found('数据分析')[0]?.parts).toMatchObject([{ criterion: 'text', weight: 1 }]);
  });
});

describe('evaluateStudents', () => {
  it('shows a posting the same parts as the student sees', () => {
    fc.assert(
      fc.property(postings, students, (one, subject) => {
        const options = { q: 'data', eligibleOnly: false, cycleId: undefined, weights: { text: 0 } };
        const seen = postingsForStudent(subject, { ...options, q: undefined });
        const mirrored = studentsForPosting(one, { ...options, q: undefined });
        const [hit] = evaluatePostings(seen, corpusOf(one)).hits;
        const [mirror] = evaluateStudents(mirrored, studentsOf(subject)).hits;
        expect(mirror?.parts).toEqual(hit?.parts);
      }),
    );
  });

  it('ranks the applicants only, and keeps those who fail a rule when asked', () => {
    const other = { ...student, id: 'student-2', skills: ['python', 'sql', 'tableau'] };
    const barred: StudentDocument = { ...student, id: 'student-3', studyLevel: 'doctorate' };
    const corpus = studentsOf(student, other, barred);
    const ids = (options: object) =>
      evaluateStudents(studentsForPosting(posting, options), corpus).hits.map(({ id }) => id);
    expect(ids({})).toEqual(['student-2', 'student-1']);
    expect(ids({ only: ['student-1', 'student-3'], eligibleOnly: false })).toEqual([
      'student-1',
      'student-3',
    ]);
    expect(ids({ skills: ['sql'] })).toEqual(['student-2']);
  });
});
