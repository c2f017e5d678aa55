import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { meantBy } from '../../functions/ranking/spelling.ts';
import type { Search, SearchWrite } from '../../functions/search/search.ts';
import type { PostingDocument, StudentDocument } from '../../matching/ranking/document.ts';
import type { Hit } from '../../matching/ranking/evaluate.ts';
import type { Place } from '../../matching/ranking/place.ts';
import {
  type PostingOptions,
  postingsForStudent,
  searchPostings,
  type SearchOptions,
  studentsForPosting,
  type StudentOptions,
} from '../../matching/ranking/plan.ts';
import { noWeights } from '../../matching/ranking/weights.ts';
import { posting, student } from '../matching/ranking/documents.ts';

const postingOf = (id: string, changes: Partial<PostingDocument> = {}): PostingDocument => ({
  ...posting,
  ...changes,
  id,
});
const studentOf = (id: string, changes: Partial<StudentDocument> = {}): StudentDocument => ({
  ...student,
  ...changes,
  id,
});

interface Adapter {
  search: Search;
  /** Resolves when all that was written can be found. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
}

/** What every adapter of the search port must do; skipped where an adapter cannot be made. */
export function searchContract(adapter: string, makeAdapter: (() => Promise<Adapter>) | undefined): void {
  describe.skipIf(makeAdapter === undefined)(`search contract: ${adapter}`, () => {
    let search: Search;
    let settle: () => Promise<void>;
    let close: () => Promise<void>;
    beforeEach(async () => {
      if (makeAdapter === undefined) throw new Error('A skipped contract was run.');
      ({ search, settle, close } = await makeAdapter());
    });
    afterEach(() => close());

    const hold = async (...documents: readonly PostingDocument[]): Promise<void> => {
      await search.write(
        documents.map((document) => ({ index: 'postings', id: document.id, version: 1, document })),
      );
      await settle();
    };
    const holdStudents = async (...documents: readonly StudentDocument[]): Promise<void> => {
      await search.write(
        documents.map((document) => ({ index: 'students', id: document.id, version: 1, document })),
      );
      await settle();
    };
    const found = async (options: SearchOptions = {}): Promise<string[]> =>
      (await search.rankPostings(searchPostings(options))).hits.map(({ id }) => id);
    const fitting = async (options: PostingOptions = {}): Promise<string[]> =>
      (await search.rankPostings(postingsForStudent(student, options))).hits.map(({ id }) => id);
    const candidates = async (options: StudentOptions = {}): Promise<string[]> =>
      (await search.rankStudents(studentsForPosting(posting, options))).hits.map(({ id }) => id);

    const old = postingOf('p', { title: 'old', companyId: 'old' });
    const recent = postingOf('p', { title: 'new', companyId: 'new' });
    const writes = {
      'upsert 1': { index: 'postings', id: 'p', version: 1, document: old },
      'upsert 2': { index: 'postings', id: 'p', version: 2, document: recent },
      'remove 2': { index: 'postings', id: 'p', version: 2 },
      'remove 3': { index: 'postings', id: 'p', version: 3 },
      'upsert 4': { index: 'postings', id: 'p', version: 4, document: recent },
    } as const satisfies Record<string, SearchWrite>;
    test.each<[(keyof typeof writes)[], string | undefined]>([
      [['upsert 1', 'upsert 2'], 'new'],
      [['upsert 2', 'upsert 1'], 'new'],
      [['upsert 2', 'upsert 2', 'upsert 1', 'upsert 2'], 'new'],
      [['upsert 2', 'remove 2'], 'new'],
      [['upsert 1', 'remove 3', 'upsert 2'], undefined],
      [['remove 3', 'upsert 2', 'upsert 1', 'remove 3'], undefined],
      [['remove 3', 'upsert 4', 'upsert 1'], 'new'],
    ])('the highest version counts, in any order and however often: %j', async (order, company) => {
      for (const name of order) await search.write([writes[name]]);
      await settle();
      const { hits, total, facets } = await search.rankPostings(searchPostings());
      expect(hits.map(({ id }) => id)).toEqual(company === undefined ? [] : ['p']);
      expect(total).toBe(hits.length);
      expect(facets.company).toEqual(company === undefined ? {} : { [company]: 1 });
      const words = { old: await found({ q: 'old' }), new: await found({ q: 'new' }) };
      expect(words).toEqual({ old: [], new: company === undefined ? [] : ['p'] });
    });

    test('keeps postings and students apart', async () => {
      await hold(postingOf('same'));
      await holdStudents(studentOf('same'));
      await search.write([{ index: 'students', id: 'same', version: 2 }]);
      await settle();
      expect(await found()).toEqual(['same']);
      expect(await candidates()).toEqual([]);
    });

    test('ranks postings for a student, best first, ties by id', async () => {
      const poor = { skills: { required: ['figma'], preferred: [] }, majors: ['law'] };
      await hold(
        postingOf('b'),
        postingOf('a'),
        postingOf('best', { skills: { required: ['python'], preferred: [] } }),
        postingOf('poor', poor),
      );
      const { hits } = await search.rankPostings(postingsForStudent(student));
      expect(hits.map(({ id }) => id)).toEqual(['best', 'a', 'b', 'poor']);
      for (const { score, parts } of hits)
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6);
      expect(hits[0]?.parts.find(({ criterion }) => criterion === 'skills')).toMatchObject({
        score: 1,
        facts: { held: ['python'], missing: [] },
      });
    });

    test('ranks students for a posting by the same parts', async () => {
      await holdStudents(student, studentOf('skilled', { skills: ['python', 'sql', 'tableau'] }));
      await hold(posting);
      expect(await candidates()).toEqual(['skilled', student.id]);
      const weights = { text: 0 };
      const [seen] = (await search.rankPostings(postingsForStudent(student, { weights }))).hits;
      const mirror = (await search.rankStudents(studentsForPosting(posting, { weights }))).hits.at(-1);
      expect(mirror?.parts).toEqual(seen?.parts);
    });

    test('leaves out who may not, unless asked to keep them', async () => {
      await hold(
        posting,
        postingOf('doctoral', { studyLevels: ['doctorate'] }),
        postingOf('next-year', { cycleId: 'summer-2027' }),
      );
      expect(await fitting()).toEqual([posting.id]);
      expect(await fitting({ eligibleOnly: false })).toEqual([posting.id, 'doctoral']);
      await holdStudents(student, studentOf('barred', { studyLevel: 'doctorate' }));
      expect(await candidates()).toEqual([student.id]);
      expect(await candidates({ only: ['barred'], eligibleOnly: false })).toEqual(['barred']);
    });

    test.each<[SearchOptions, string[]]>([
      [{}, ['design', 'hybrid', 'unpaid']],
      [{ categories: ['design-ux', 'finance'] }, ['design']],
      [{ majors: ['law'] }, ['design']],
      [{ workModes: ['hybrid'] }, ['hybrid']],
      [{ languages: ['de'] }, ['hybrid']],
      [{ companyIds: ['company-2'] }, ['unpaid']],
      [{ paid: false }, ['unpaid']],
      [{ paid: true }, ['design', 'hybrid']],
      [{ paid: true, workModes: ['remote'] }, ['design']],
      [{ excluded: ['design', 'unpaid'] }, ['hybrid']],
      [{ only: ['unpaid', 'gone'] }, ['unpaid']],
      [{ cycleId: 'summer-2027' }, []],
      [{ q: 'figma' }, ['design']],
      [{ q: '界面设计' }, ['design']],
      [{ q: 'accounting' }, []],
    ])('filters postings by %j', async (options, expected) => {
      await hold(
        // No major named: open to each.
        postingOf('design', { category: 'design-ux', majors: [], text: 'Figma 界面设计' }),
        postingOf('hybrid', { workMode: 'hybrid', languages: [{ code: 'de', level: 'B1' }] }),
        postingOf('unpaid', { pay: undefined, companyId: 'company-2' }),
      );
      expect((await found(options)).toSorted()).toEqual(expected);
    });

    test.each<[StudentOptions, string[]]>([
      [{}, ['other', 'student-1']],
      [{ majors: ['law'] }, ['other']],
      [{ studyLevels: ['bachelor'] }, ['other']],
      [{ skills: ['r'] }, ['student-1']],
      [{ languages: ['fr'] }, ['other']],
      [{ countries: ['DE'] }, ['student-1']],
      [{ excluded: ['student-1'] }, ['other']],
    ])('filters students by %j', async (options, expected) => {
      const languages = [...student.languages, { code: 'fr', level: 'C1' } as const];
      await holdStudents(
        student,
        studentOf('other', {
          majors: ['law'],
          studyLevel: 'bachelor',
          skills: ['sql'],
          languages,
          country: 'CA',
        }),
      );
      expect((await candidates(options)).toSorted()).toEqual(expected);
    });

    test("counts each facet past the reader's own wish on it", async () => {
      await hold(
        posting,
        postingOf('hybrid', { workMode: 'hybrid' }),
        postingOf('design', { category: 'design-ux' }),
      );
      const plan = searchPostings({ workModes: ['remote'], categories: ['data-ai'] });
      const { total, facets } = await search.rankPostings(plan);
      expect(total).toBe(1);
      expect(facets).toMatchObject({
        workMode: { remote: 1, hybrid: 1 },
        category: { 'data-ai': 1, 'design-ux': 1 },
        company: { 'company-1': 1 },
        paid: { yes: 1 },
        language: { zh: 1, en: 1 },
      });
    });

    test('sorts by date for anybody, the newest first', async () => {
      await hold(
        postingOf('old', { publishedAt: '2026-03-01T00:00:00Z' }),
        postingOf('b', { publishedAt: '2026-03-03T00:00:00Z' }),
        postingOf('a', { publishedAt: '2026-03-03T00:00:00Z' }),
      );
      expect(await found()).toEqual(['a', 'b', 'old']);
    });

    test.each([
      ['前端工程師', '前端工程师'],
      ['前端工程师', '前端工程師'],
    ])('finds by %s what is called %s', async (q, title) => {
      await hold(postingOf('a', { title }), postingOf('b', { title: '会计' }));
      const { hits } = await search.rankPostings(searchPostings({ q }));
      expect(hits.map(({ id }) => id)).toEqual(['a']);
      expect(hits[0]?.parts[0]?.facts).toMatchObject({
        matched: ['前端', '工程', '师'].map((word) => ({ word, means: 'same' })),
      });
    });

    test.each([
      ['pyhton', 'python'],
      ['marketting acountant', 'marketting accountant'],
      ['design', undefined],
      ['Buchhaltung', undefined],
    ])('knows of %s whether it is a slip, and what was meant: %s', async (q, meant) => {
      await hold(postingOf('a', { text: 'Python' }), postingOf('b', { text: 'Marketting' }));
      expect(await meantBy(search, q, posting.cycleId)).toBe(meant);
    });

    test.each<[string, string, string[]]>([
      ['nothing', '', ['c', 'a', 'b']],
      ['blanks and marks', ' \u202e\u200f\u00ad \t', ['c', 'a', 'b']],
      ['signs alone', '*?~^"(){}[]\\/:!', ['c', 'a', 'b']],
      ['an emoji', '🚀', ['c', 'a', 'b']],
      ['half a surrogate pair', '\ud800', ['c', 'a', 'b']],
      ['one letter', 'r', ['b']],
      ['one character', '数', ['a']],
      ['a wildcard for a letter', 'figm*', []],
      ['operators as words', 'figma AND NOT (title:python OR _id:*)', []],
      ['a word with signs around it', '"figma"~^', ['b']],
      ['a word between marks and half a pair', '\u202efi\u200fgma\udc00 🚀', ['b']],
      ['10,000 letters', 'x'.repeat(10_000), []],
      ['10,000 characters', '量'.repeat(10_000), []],
      ['10,000 different words', Array.from({ length: 2_000 }, (_, at) => `w${at}`).join(' '), []],
    ])('takes %s as plain text', async (_, q, expected) => {
      const neutral = { companyName: '', skills: { required: [], preferred: [] }, majors: [], text: '' };
      const on = (day: number) => `2026-03-0${day}T00:00:00Z`;
      await hold(
        postingOf('a', { ...neutral, title: '数据', category: 'data-ai', publishedAt: on(2) }),
        postingOf('b', { ...neutral, title: 'Figma R', category: 'design-ux', publishedAt: on(1) }),
        postingOf('c', { ...neutral, title: 'Python', category: 'finance', publishedAt: on(3) }),
      );
      expect(await found({ q })).toEqual(expected);
      // Beside the words the other criteria rank; who searches for nothing sees all.
      expect((await fitting({ q })).toSorted()).toEqual(expected.toSorted());
    });

    test('ranks for a profile in which nothing is filled in, with parts in [0, 1]', async () => {
      const empty = { majors: [], skills: [], interests: [], workModes: [], zones: [], text: '' };
      await hold(postingOf('open', { majors: [], languages: [] }), postingOf('a', { languages: [] }));
      const plan = postingsForStudent(studentOf('s', { ...empty, languages: [], workAuthorization: {} }));
      const { hits } = await search.rankPostings(plan);
      expect(hits.map(({ id }) => id)).toEqual(['open', 'a']);
      for (const { parts } of hits)
        for (const { score } of parts) expect(score >= 0 && score <= 1 + 1e-6).toBe(true);
    });

    test('weighs nothing where every weight is 0: ties end by id', async () => {
      await hold(postingOf('b', { skills: { required: ['python'], preferred: [] } }), postingOf('a'));
      const { hits } = await search.rankPostings(postingsForStudent(student, { weights: noWeights }));
      expect(hits).toMatchObject([
        { id: 'a', score: 0, parts: [] },
        { id: 'b', score: 0, parts: [] },
      ]);
    });

    const pageBehind = async (
      after: Place | undefined,
      options: PostingOptions = {},
    ): Promise<readonly Hit[]> =>
      (await search.rankPostings(postingsForStudent(student, { limit: 5, ...options, after }))).hits;

    test('pages without gap or repeat, and tells how many there are', async () => {
      const ids = Array.from({ length: 23 }, (_, index) => `p${String(index).padStart(2, '0')}`);
      await hold(...ids.toReversed().map((id) => postingOf(id)));
      const pages = [];
      let after: Place | undefined;
      do {
        pages.push(await search.rankPostings(postingsForStudent(student, { after, limit: 5 })));
        after = pages.at(-1)?.hits.at(-1)?.place;
      } while (after !== undefined);
      expect(pages.map(({ hits }) => hits.length)).toEqual([5, 5, 5, 5, 3, 0]);
      expect(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).toEqual(ids);
      expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([23]));
    });

    test('goes on behind a place, whatever was added, changed or removed between two pages', async () => {
      const weights = { text: 0 };
      const offering = (id: string, min: number) => postingOf(id, { hours: { min, max: 60 } });
      await hold(...[31, 33, 35, 37, 39, 41, 43, 45].map((min) => offering(`h${min}`, min)));
      const first = await pageBehind(undefined, { weights, limit: 3 });
      expect(first.map(({ id }) => id)).toEqual(['h31', 'h33', 'h35']);
      await search.write([
        // one before the page's end and one behind it
        { index: 'postings', id: 'h32', version: 1, document: offering('h32', 32) },
        { index: 'postings', id: 'h40', version: 1, document: offering('h40', 40) },
        // one that was seen falls, the last one goes, one that was not seen rises in its part
        { index: 'postings', id: 'h31', version: 2 },
        { index: 'postings', id: 'h35', version: 2 },
        { index: 'postings', id: 'h45', version: 2, document: offering('h45', 38) },
      ]);
      await settle();
      const rest = await pageBehind(first.at(-1)?.place, { weights, limit: 9 });
      expect(rest.map(({ id }) => id)).toEqual(['h37', 'h45', 'h39', 'h40', 'h41', 'h43']);
    });

    test('goes on among those published before, whatever is published meanwhile', async () => {
      const on = (id: string, day: string) => postingOf(id, { publishedAt: `2026-03-${day}T00:00:00Z` });
      await hold(on('a', '01'), on('b', '02'), on('c', '03'), on('d', '03'), on('e', '04'));
      const page = async (after?: Place) =>
        (await search.rankPostings(searchPostings({ limit: 2, after }))).hits;
      const first = await page();
      await search.write([{ index: 'postings', id: 'c', version: 2 }]);
      await hold(on('new', '05'));
      const second = await page(first.at(-1)?.place);
      const third = await page(second.at(-1)?.place);
      expect([first, second, third].map((hits) => hits.map(({ id }) => id))).toEqual([
        ['e', 'c'],
        ['d', 'b'],
        ['a'],
      ]);
    });

    test('refuses a place of a list in another order', async () => {
      await hold(posting);
      const after = { score: 0.5, id: 'p' };
      await expect(search.rankPostings(searchPostings({ after }))).rejects.toThrow(RangeError);
      const ranked = postingsForStudent(student, { after: { publishedAt: '2026-03-01T00:00:00Z', id: 'p' } });
      await expect(search.rankPostings(ranked)).rejects.toThrow(RangeError);
    });
  });
}
