import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { roundHandlers } from '../../../functions/round/routes.ts';
import { Question } from '../../../functions/what-if/schema.ts';
import { whatIfHandlers } from '../../../functions/what-if/routes.ts';
import { parsePart } from '../../../functions/problem.ts';
import { refusal } from '../../support/entities.ts';
import {
  approver,
  bodiesOf,
  callOf,
  type Market,
  postingId,
  runner,
  startMarket,
  studentId,
} from '../../support/market.ts';

let market: Market;
beforeEach(async () => {
  market = await startMarket([1, 1], 3);
  await market.studentRanks(1, [1, 2]);
  await market.studentRanks(2, [1, 2]);
  await market.studentRanks(3, [2]);
  await market.postingRanks(1, [1, 2]);
  await market.postingRanks(2, [2, 3]);
});
afterEach(() => market.deps.close());

const ask = (changes: unknown[], page: { limit?: number; cursor?: string } = {}) =>
  whatIfHandlers.askWhatIf({
    ...callOf(market.deps),
    actor: runner,
    params: { roundId: market.roundId },
    query: { limit: 50, ...page },
    body: parsePart(Question, { changes }, 'body'),
  });
const seatMore = { kind: 'posting_seats', postingId: postingId(1), seats: 2 };

test('a seat more: the figures before and after, and who moves from where to where, by name', async () => {
  await market.upTo('computed');
  expect(await ask([seatMore])).toMatchObject({
    before: { matched: 2, unmatched: 1, openSeats: 0, histogram: { 1: 1, 2: 1 } },
    after: { matched: 3, unmatched: 0, openSeats: 0, histogram: { 1: 3 } },
    counts: { noLongerMatched: 0, worse: 0, newlyMatched: 1, better: 1, left: 0 },
    items: [
      { studentId: studentId(3), name: '林晓雨', fate: 'newlyMatched', to: { place: 1 } },
      {
        studentId: studentId(2),
        fate: 'better',
        from: { posting: { id: postingId(2), company: { en: 'Sample Technology 2' } }, place: 2 },
        to: { posting: { id: postingId(1), title: { en: 'Data Analyst Intern' } }, place: 1 },
      },
    ],
  });
});

test('a company leaves with each of its postings', async () => {
  await market.upTo('computed');
  const { counts, after } = await ask([{ kind: 'company_leaves', companyId: 'com_0000000000000002' }]);
  expect(counts).toMatchObject({ noLongerMatched: 1 });
  expect(after).toMatchObject({ matched: 1, openSeats: 0 });
});

test('several changes at once; the moves come in pages that add up', async () => {
  await market.upTo('computed');
  const changes = [seatMore, { kind: 'student_leaves', studentId: studentId(1) }];
  const first = await ask(changes, { limit: 1 });
  const second = await ask(changes, { limit: 5, cursor: first.next ?? '' });
  expect(first.items).toHaveLength(1);
  expect(second.next).toBeUndefined();
  expect([...first.items, ...second.items]).toEqual((await ask(changes)).items);
  expect(second.items.at(-1)).toMatchObject({ studentId: studentId(1), fate: 'left' });
  await expect(ask(changes, { cursor: 'zzz' })).rejects.toMatchObject({ code: 'invalid_cursor' });
});

test('nothing is stored, be the round computed, approved or published', async () => {
  const { deps } = market;
  const asked = async () => {
    const before = await bodiesOf(deps.table);
    expect((await ask([seatMore])).counts.better).toBe(1);
    expect(await bodiesOf(deps.table)).toEqual(before);
  };
  await market.upTo('computed');
  await asked();
  await roundHandlers.approveRound({ ...(await market.about(approver)), body: {} });
  await asked();
  await market.work((await roundHandlers.publishRound(await market.publication())).jobId);
  await asked();
});

test('a round without a result is refused, and one that was given up', async () => {
  await expect(ask([seatMore])).rejects.toThrow(refusal('round_not_computed'));
  await market.upTo('frozen');
  await expect(ask([seatMore])).rejects.toThrow(refusal('round_not_computed'));
  await roundHandlers.voidRound({ ...(await market.about(runner)), body: { reason: 'test' } });
  await expect(ask([seatMore])).rejects.toThrow(refusal('round_not_computed'));
});

describe('a change that is wrong names its field', () => {
  const cases: [what: string, changes: unknown[], pointer: string][] = [
    ['none', [], '/changes'],
    ['of no known kind', [{ kind: 'weather' }], '/changes/0/kind'],
    ['half a seat', [{ ...seatMore, seats: 0.5 }], '/changes/0/seats'],
    ['a negative number of seats', [{ ...seatMore, seats: -1 }], '/changes/0/seats'],
    ['an unknown member', [{ ...seatMore, why: 'so' }], '/changes/0/why'],
    ['a posting of elsewhere', [{ kind: 'posting_leaves', postingId: postingId(9) }], '/changes/0/postingId'],
    ['a student of elsewhere', [{ kind: 'student_leaves', studentId: 'nobody' }], '/changes/0/studentId'],
    [
      'a company without a posting in the round',
      [seatMore, { kind: 'company_leaves', companyId: 'com_0000000000000009' }],
      '/changes/1/companyId',
    ],
    ['a group where there is none', [{ kind: 'group_seats', groupId: 'g', seats: 1 }], '/changes/0/groupId'],
    [
      'a posting twice, once by its company',
      [
        { kind: 'student_leaves', studentId: studentId(1) },
        { kind: 'company_leaves', companyId: 'com_0000000000000001' },
        seatMore,
      ],
      '/changes/2/postingId',
    ],
  ];
  it.each(cases)('%s', async (_, changes, pointer) => {
    await market.upTo('computed');
    await expect(async () => ask(changes)).rejects.toThrow(refusal('invalid_input', [pointer]));
  });
});
