import type { RecruiterActor, StudentActor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import { inRound } from '../cycle/in-round.ts';
import { getCycle } from '../cycle/store.ts';
import type { Cycle } from '../cycle/schema.ts';
import { notFound } from '../errors.ts';
import { moreTime } from '../extension/store.ts';
import type { PostingId, RoundId } from '../ids.ts';
import { requireOwner, requireVersion } from '../ownership.ts';
import { getPosting } from '../posting/store.ts';
import { aliasIn } from '../round/aliases.ts';
import { requireKept } from '../round/rules.ts';
import type { Round } from '../round/schema.ts';
import { getRound } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import type { Table } from '../table/table.ts';
import type { rankListOperations } from './api.ts';
import { listableByPosting, listableByStudent } from './options.ts';
import { certify, reorder, requireListable, requirePublished, requireUnlocked } from './rules.ts';
import { postingList, saveList, studentList } from './store.ts';
import { postingView, studentView } from './view.ts';

const roundOf = async (table: Table, roundId: RoundId): Promise<{ round: Round; cycle: Cycle }> => {
  const round = requireKept(await getRound(table, roundId));
  return { round, cycle: inRound(await getCycle(table, round.cycleId), round) };
};

/** A posting's list exists for its own recruiters only, and in its own cycle's rounds. */
const ownPosting = async (table: Table, actor: RecruiterActor, postingId: PostingId, round: Round) => {
  const posting = await getPosting(table, postingId);
  requireOwner(actor, posting, 'posting');
  if (posting.cycleId !== round.cycleId) throw notFound('posting');
  return posting;
};

/** Until when a student, or the company of a posting, was given more time to rank. */
const timeOf = (table: Table, actor: StudentActor | RecruiterActor, cycle: Cycle, now: string) =>
  moreTime(
    table,
    actor.kind === 'student'
      ? { kind: 'student', studentId: actor.studentId }
      : { kind: 'company', companyId: actor.companyId },
    { cycle, phase: 'ranking', now },
  );

export const rankListHandlers: Handlers<keyof typeof rankListOperations> = {
  getMyRankList: async ({ actor, params, deps }) => {
    const { round, cycle } = await roundOf(deps.table, params.roundId);
    return studentView(deps, actor, round, cycle);
  },

  saveMyRankList: async ({ actor, params, body, version, deps, now }) => {
    const { round, cycle } = await roundOf(deps.table, params.roundId);
    const list = await studentList(deps.table, round, actor.studentId);
    const until = await timeOf(deps.table, actor, cycle, now);
    requireUnlocked(list, round, cycle, until);
    requireVersion(list, version, 'rank list');
    requireListable(body.choices, (await listableByStudent(deps.table, actor.studentId, cycle)).live);
    await saveList(deps.table, reorder(list, body.choices, now), stamp(actor, 'ranklist.save', now));
    return studentView(deps, actor, round, cycle);
  },

  certifyMyRankList: async ({ actor, params, version, deps, now }) => {
    const { round, cycle } = await roundOf(deps.table, params.roundId);
    const list = await studentList(deps.table, round, actor.studentId);
    const until = await timeOf(deps.table, actor, cycle, now);
    requireUnlocked(list, round, cycle, until);
    requireVersion(list, version, 'rank list');
    const { rankable } = await listableByStudent(deps.table, actor.studentId, cycle);
    // The receipt names its owner as the round's documents will.
    const alias = list.alias ?? (await aliasIn(deps.table, round.id, actor.studentId));
    await saveList(
      deps.table,
      { ...certify(list, { rankable, cycle, now, until }), ...(alias !== undefined && { alias }) },
      stamp(actor, 'ranklist.certify', now),
    );
    return studentView(deps, actor, round, cycle);
  },

  getPostingRankList: async ({ actor, params, deps }) => {
    const { round, cycle } = await roundOf(deps.table, params.roundId);
    await ownPosting(deps.table, actor, params.postingId, round);
    return postingView(deps, round, params.postingId, cycle);
  },

  savePostingRankList: async ({ actor, params, body, version, deps, now }) => {
    const { round, cycle } = await roundOf(deps.table, params.roundId);
    await ownPosting(deps.table, actor, params.postingId, round);
    const list = await postingList(deps.table, round, params.postingId);
    const until = await timeOf(deps.table, actor, cycle, now);
    requireUnlocked(list, round, cycle, until);
    requireVersion(list, version, 'rank list');
    requireListable(body.choices, (await listableByPosting(deps.table, params.postingId)).live);
    await saveList(deps.table, reorder(list, body.choices, now), stamp(actor, 'ranklist.save', now));
    return postingView(deps, round, params.postingId, cycle);
  },

  certifyPostingRankList: async ({ actor, params, version, deps, now }) => {
    const { round, cycle } = await roundOf(deps.table, params.roundId);
    const posting = await ownPosting(deps.table, actor, params.postingId, round);
    const list = await postingList(deps.table, round, params.postingId);
    const until = await timeOf(deps.table, actor, cycle, now);
    requireUnlocked(list, round, cycle, until);
    requireVersion(list, version, 'rank list');
    requirePublished(posting);
    const { rankable } = await listableByPosting(deps.table, params.postingId);
    await saveList(
      deps.table,
      certify(list, { rankable, cycle, now, until }),
      stamp(actor, 'ranklist.certify', now),
    );
    return postingView(deps, round, params.postingId, cycle);
  },
};
