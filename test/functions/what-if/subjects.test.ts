import { afterAll, beforeAll, expect, test } from 'vitest';
import { match } from '../../../matching/round/match.ts';
import { aliasesFrom } from '../../../functions/round/aliases.ts';
import { subjectsOf } from '../../../functions/what-if/subjects.ts';
import type { SubjectKind } from '../../../functions/what-if/schema.ts';
import { whatIfHandlers } from '../../../functions/what-if/routes.ts';
import {
  callOf,
  cycleId,
  type Market,
  postingId,
  runner,
  startMarket,
  studentId,
} from '../../support/market.ts';

let market: Market;
beforeAll(async () => {
  market = await startMarket([2, 1], 3);
  await market.studentRanks(1, [1, 2]);
  await market.postingRanks(1, [1]);
  await market.upTo('computed');
});
afterAll(() => market.deps.close());

const list = (kind: SubjectKind, page: { q?: string; limit?: number; cursor?: string } = {}) =>
  whatIfHandlers.listWhatIfSubjects({
    ...callOf(market.deps),
    actor: runner,
    params: { roundId: market.roundId },
    query: { kind, limit: 50, ...page },
  });

test('postings with their frozen seats and how many of them are open, also when the posting has changed since', async () => {
  await market.setSeats(1, 7);
  const { items } = await list('posting');
  expect(items).toMatchObject([
    { id: postingId(1), title: { en: 'Data Analyst Intern' }, seats: 2, open: 1 },
    { id: postingId(2), company: { zh: '样例科技2' }, seats: 1, open: 1 },
  ]);
});

test('every word has to stand in the title or the company, in either language', async () => {
  const ids = async (q: string) => (await list('posting', { q })).items.map(({ id }) => id);
  expect(await ids('ANALYST  technology 2')).toEqual([postingId(2)]);
  expect(await ids('数据')).toEqual([postingId(1), postingId(2)]);
  expect(await ids('analyst elsewhere')).toEqual([]);
});

test('companies with what leaves with them, students by name or address, in pages', async () => {
  expect((await list('company', { q: '样例科技1' })).items).toEqual([
    expect.objectContaining({ kind: 'company', postings: 1, seats: 2, open: 1 }),
  ]);
  expect((await list('student', { q: 'student-2@' })).items.map(({ id }) => id)).toEqual([studentId(2)]);
  const first = await list('student', { limit: 2 });
  const rest = await list('student', { limit: 2, cursor: first.next ?? '' });
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([1, 2, 3].map(studentId));
  expect(rest.next).toBeUndefined();
});

test('groups by the postings that share the limit', async () => {
  expect((await list('group')).items).toEqual([]);
  const instance = {
    students: {},
    postings: { [postingId(1)]: { capacity: 2, ranking: [] }, [postingId(2)]: { capacity: 1, ranking: [] } },
    groups: { both: { capacity: 2, postings: [postingId(1), postingId(2)] } },
  };
  const matched = { instance, result: match(instance) };
  const found = await subjectsOf(
    market.deps.table,
    { cycleId, matched, aliases: aliasesFrom([]) },
    { kind: 'group', q: '样例科技2' },
  );
  expect(found).toMatchObject([
    { kind: 'group', id: 'both', seats: 2, postings: [{}, { id: postingId(2) }] },
  ]);
});
