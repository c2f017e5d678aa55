import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rankListHandlers } from '../../../functions/ranklist/routes.ts';
import { PostingChoices } from '../../../functions/ranklist/schema.ts';
import { sameRanking } from '../../../functions/ranklist/ties.ts';
import { frozenInstance } from '../../../functions/round/frozen-instance.ts';
import { requireSnapshot } from '../../../functions/round/rules.ts';
import { storedInstance } from '../../../functions/round/run.ts';
import { getRound } from '../../../functions/round/store.ts';
import {
  callOf,
  type Market,
  postingId,
  recruiterActor,
  startMarket,
  studentActor,
  studentId,
} from '../../support/market.ts';

const [ann, bo, cy] = [studentId(1), studentId(2), studentId(3)];
type Choices = PostingChoices['choices'];

describe('what a posting may hand in', () => {
  it.each<[what: string, given: unknown, stored: Choices]>([
    ['a strict list', [ann, bo], [ann, bo]],
    ['a tie', [ann, [bo, cy]], [ann, [bo, cy]]],
    ['a tie of one, which is none', [[ann], bo], [ann, bo]],
  ])('%s', (_what, choices, stored) => {
    expect(PostingChoices.parse({ choices })).toEqual({ choices: stored });
  });
  it.each<[what: string, choices: unknown]>([
    ['an empty tie', [ann, []]],
    ['a student twice in a tie', [[ann, ann]]],
    ['a student in two ties', [[ann, bo], [bo, cy]]], // prettier-ignore
    ['a student alone and in a tie', [ann, [ann, bo]]],
    ['a tie in a tie', [[ann, [bo, cy]]]],
    ['more than 5000 students, most of them in a tie', [Array.from({ length: 5_001 }, (_, at) => `s${at}`)]],
  ])('not %s', (_what, choices) => {
    expect(PostingChoices.safeParse({ choices }).success).toBe(false);
  });
  it('says the same in any order inside a tie, and in no other order', () => {
    expect(sameRanking([ann, [bo, cy]], [ann, [cy, bo]])).toBe(true);
    expect(sameRanking([ann, [bo, cy]], [ann, bo, cy])).toBe(false);
    expect(sameRanking([[ann, bo], cy], [cy, [ann, bo]])).toBe(false);
    expect(sameRanking([[ann, bo]], [[ann, cy]])).toBe(false);
  });
});

describe('a posting’s list with ties', () => {
  let market: Market;
  beforeEach(async () => {
    market = await startMarket();
  });
  afterEach(() => market.deps.close());

  const theirs = () => ({
    ...callOf(market.deps),
    actor: recruiterActor(1),
    params: { roundId: market.roundId, postingId: postingId(1) },
  });
  const save = async (choices: Choices) => {
    const { version } = await rankListHandlers.getPostingRankList(theirs());
    return rankListHandlers.savePostingRankList({ ...theirs(), version, body: { choices } });
  };
  const certify = async (choices: Choices) => {
    const { version } = await save(choices);
    return rankListHandlers.certifyPostingRankList({ ...theirs(), version });
  };

  it('is stored and certified as it was given; only another order of places is a change', async () => {
    expect(await certify([[ann, bo], cy])).toMatchObject({ state: 'certified', certified: [[ann, bo], cy] });
    expect(await save([[bo, ann], cy])).toMatchObject({ state: 'certified' });
    expect(await save([ann, bo, cy])).toMatchObject({ state: 'draft', certified: [[ann, bo], cy] });
  });

  it('names who may not stand in it, inside ties too', async () => {
    await expect(save([ann, [bo, studentId(9)]])).rejects.toMatchObject({
      code: 'not_listable',
      fields: [{ pointer: '/choices/1/1' }],
    });
  });

  it('has a receipt once certified, whose hash can be made again, and which a draft does not change', async () => {
    expect(await save([ann, bo])).not.toHaveProperty('receipt');
    const { receipt, certifiedAt } = await certify([[ann, bo], cy]);
    expect(receipt?.document).toBe(
      `{"certifiedAt":"${certifiedAt}","choices":[["${ann}","${bo}"],"${cy}"],"owner":"${postingId(1)}","round":"${market.roundId}","side":"posting"}`,
    );
    expect(receipt?.sha256).toBe(
      createHash('sha256')
        .update(receipt?.document ?? '')
        .digest('hex'),
    );
    market.deps.clock.advance(60_000);
    expect((await save([cy])).receipt).toEqual(receipt);
    expect((await certify([cy])).receipt?.sha256).not.toBe(receipt?.sha256);
  });
});

it('a student’s receipt is of the own list and stays when the list is locked', async () => {
  const market = await startMarket();
  const { receipt } = await market.studentRanks(1, [2, 1]);
  const document = JSON.parse(receipt?.document ?? '');
  expect(document).toMatchObject({
    side: 'student',
    choices: [postingId(2), postingId(1)],
  });
  await market.upTo('frozen');
  const mine = { ...callOf(market.deps), actor: studentActor(1), params: { roundId: market.roundId } };
  const locked = await rankListHandlers.getMyRankList(mine);
  expect(locked).toMatchObject({ state: 'locked', receipt });
  // Whoever has what was frozen finds exactly this list under the owner that the receipt names, and nothing of the person.
  const { snapshot } = requireSnapshot(await getRound(market.deps.table, market.roundId));
  const { students } = await storedInstance(market.deps, snapshot);
  expect(document.owner).not.toBe(ann);
  expect(students[document.owner]).toEqual(document.choices);
  await market.deps.close();
});

it('a freeze keeps only who is still rankable: a tie left with one is none, one left with nobody is gone', () => {
  const rankingOf = (...still: string[]) =>
    frozenInstance({
      seed: undefined,
      students: new Map(),
      rankings: new Map([['p', ['a', ['b', 'c', 'd'], ['e', 'f']]]]),
      seats: new Map([['p', 1]]),
      rankable: new Map(still.map((id) => [id, new Set(['p'])])),
    }).postings.p?.ranking;
  expect(rankingOf('a', 'b', 'd', 'e')).toEqual(['a', ['b', 'd'], 'e']);
  expect(rankingOf('c')).toEqual(['c']);
});
