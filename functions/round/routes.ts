import { isReachable } from '../application/rules.ts';
import { noteLook } from '../audit/note.ts';
import type { Handlers } from '../call.ts';
import { inRound } from '../cycle/in-round.ts';
import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../errors.ts';
import { downloadOf } from '../files/download.ts';
import { placementId, type RoundId } from '../ids.ts';
import { requestJob } from '../job/store.ts';
import { offersOfPosting } from '../offer/store.ts';
import { requireOwner, requireVersion } from '../ownership.ts';
import { findPlacement } from '../placement/store.ts';
import { getPosting } from '../posting/store.ts';
import { stamp } from '../stamp.ts';
import { findStudent, nameOf } from '../student/store.ts';
import { commit } from '../table/entity.ts';
import type { Stamp } from '../table/table.ts';
import type { roundOperations } from './api.ts';
import { outcomeOfPosting, outcomeOfStudent } from './outcome.ts';
import { readinessOf } from './readiness.ts';
import { remindMissing } from './remind.ts';
import { approve, freeze, requireApproved, requireKept, requireSnapshot, voidRound } from './rules.ts';
import { storedInstance } from './run.ts';
import type { Round } from './schema.ts';
import { getRound, openRound, publishedRound, rounds, roundsOfCycle } from './store.ts';
import { seatsGiven } from './taking-part.ts';
import { publicRound } from './view.ts';

/** Asks for a job about a round in the same write that holds the round at the version that was read. */
const withJob = async (
  deps: Deps,
  round: Round,
  kind: 'freeze_round' | 'run_round' | 'publish_round',
  by: Stamp,
) => {
  const { jobId, operation } = requestJob(deps.newId, { kind, roundId: round.id }, by);
  await commit(deps.table, [rounds.update(round, by), operation]);
  return { jobId };
};

const atVersion = async (deps: Deps, roundId: RoundId, version: number): Promise<Round> => {
  const round = await getRound(deps.table, roundId);
  requireVersion(round, version, 'round');
  return requireKept(round);
};

const download = async (deps: Deps, file: { name: string; bytes: number } | undefined, name: string) => {
  const found = file && (await downloadOf(deps.files, file, { name, type: 'application/json' }));
  if (found === undefined) throw notFound('document');
  return found;
};

export const roundHandlers: Handlers<keyof typeof roundOperations> = {
  listRounds: async ({ params, deps }) => {
    const page = await roundsOfCycle(deps.table, (await getCycle(deps.table, params.cycleId)).id);
    return { ...page, items: page.items.map(publicRound) };
  },

  getPublicRound: async ({ params, deps }) => publicRound(await getRound(deps.table, params.roundId)),
  getRound: ({ params, deps }) => getRound(deps.table, params.roundId),
  getReadiness: async ({ params, deps }) => readinessOf(deps, await getRound(deps.table, params.roundId)),
  remindMissing: async ({ params, deps }) => ({
    sent: await remindMissing(deps, await getRound(deps.table, params.roundId)),
  }),

  freezeRound: async ({ actor, params, version, deps, now }) => {
    const round = await atVersion(deps, params.roundId, version);
    const cycle = await getCycle(deps.table, round.cycleId);
    const frozen = freeze(round, inRound(cycle, round), actor, now);
    return withJob(deps, frozen, 'freeze_round', stamp(actor, 'round.freeze', now));
  },

  runRound: async ({ actor, params, version, deps, now }) => {
    const round = requireSnapshot(await atVersion(deps, params.roundId, version));
    return withJob(deps, round, 'run_round', stamp(actor, 'round.run', now));
  },

  approveRound: async ({ actor, params, body, version, deps, now }) => {
    const round = await atVersion(deps, params.roundId, version);
    if (!('snapshot' in round) || round.snapshot === undefined)
      throw new DomainError('conflict', 'round_illegal_move', 'Freeze and run the round first.');
    const instance = await storedInstance(deps, round.snapshot);
    const { seats: seatsNow } = await seatsGiven(deps.table, round);
    const approved = approve(round, { actor, instance, seatsNow, note: body.note, now });
    await commit(deps.table, [rounds.update(approved, stamp(actor, 'round.approve', now, body.note))]);
    return getRound(deps.table, round.id);
  },

  publishRound: async ({ actor, params, body, version, deps, now }) => {
    const round = requireApproved(await atVersion(deps, params.roundId, version), body.resultSha256);
    return withJob(deps, round, 'publish_round', stamp(actor, 'round.publish', now));
  },

  voidRound: async ({ actor, params, body, version, deps, now }) => {
    const round = await atVersion(deps, params.roundId, version);
    const by = stamp(actor, 'round.void', now, body.reason);
    const { cycleId, kind, terms, step } = round;
    const next = openRound(
      deps.newId,
      { cycleId, number: round.number + 1, kind, carriesFrom: round.id, terms, step },
      by,
    );
    const count = requestJob(deps.newId, { kind: 'open_round', roundId: next.roundId }, by);
    await commit(deps.table, [
      rounds.update(voidRound(round, actor, body.reason, now), by),
      ...next.operations,
      ...(kind === 'supplementary' ? [count.operation] : []),
    ]);
    return getRound(deps.table, round.id);
  },

  getSnapshot: async ({ actor, params, deps }) => {
    const round = requireKept(await getRound(deps.table, params.roundId));
    const file = 'snapshot' in round ? round.snapshot : undefined;
    const found = await download(deps, file, `${round.id}-snapshot.json`);
    await noteLook(deps, actor, { action: 'round.snapshot_downloaded', kind: 'round', id: round.id });
    return found;
  },

  getResultFile: async ({ actor, params, deps }) => {
    const round = requireKept(await getRound(deps.table, params.roundId));
    const file = 'result' in round ? round.result : undefined;
    const found = await download(deps, file, `${round.id}-result.json`);
    await noteLook(deps, actor, { action: 'round.result_downloaded', kind: 'round', id: round.id });
    return found;
  },

  getMyResult: async ({ actor, params, deps }) => {
    const round = await publishedRound(deps.table, params.roundId);
    if (round === undefined) throw notFound('result');
    const outcome = await outcomeOfStudent(deps.table, round, actor.studentId);
    const choices = await Promise.all(
      (outcome?.choices ?? []).map(async (choice) => {
        const { content } = await getPosting(deps.table, choice.postingId);
        return { ...choice, title: content.title };
      }),
    );
    const place = choices.find(({ reason }) => reason === 'assigned')?.place;
    return {
      round: publicRound(round),
      matched: place !== undefined,
      ...(place !== undefined && { place }),
      choices,
    };
  },

  getPostingResult: async ({ actor, params, deps }) => {
    const posting = await getPosting(deps.table, params.postingId);
    requireOwner(actor, posting, 'posting');
    const round = await publishedRound(deps.table, params.roundId);
    if (round === undefined || round.cycleId !== posting.cycleId) throw notFound('result');
    const outcome = await outcomeOfPosting(deps.table, round, posting.id);
    const made = await Array.fromAsync(offersOfPosting(deps.table, round, posting));
    const admitted = await Promise.all(
      made.map(async (offer) => {
        const { studentId, state } = offer;
        const [student, placement] = await Promise.all([
          findStudent(deps.table, studentId),
          findPlacement(deps.table, placementId(studentId, round.id)),
        ]);
        const standing = { student, offers: [offer], placements: placement ? [placement] : [] };
        return {
          studentId,
          name: student ? nameOf(student) : '—',
          ...(student && isReachable(standing) && { email: student.email }),
          offerState: state,
        };
      }),
    );
    return {
      round: publicRound(round),
      postingId: posting.id,
      admitted,
      seats: outcome?.seats ?? 0,
      unfilledSeats: outcome?.open ?? 0,
    };
  },
};
