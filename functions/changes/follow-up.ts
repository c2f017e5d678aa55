import { endInCycle, endOfPosting } from '../application/end.ts';
import { live } from '../application/rules.ts';
import { companies } from '../company/store.ts';
import { cycles } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import {
  excuseEvaluations,
  rescheduleFinals,
  rescheduleOwn,
  scheduleEvaluations,
} from '../evaluation/follow.ts';
import { endInterviewWith } from '../interview/end-with-application.ts';
import { beginFollowUp } from '../follow-up-survey/begin.ts';
import { extendedUntil } from '../extension/store.ts';
import { parseKept } from '../parse-kept.ts';
import { completeWith } from '../placement/advance.ts';
import { confirmPlacement, endPlacement } from '../placement/from-offer.ts';
import { Posting } from '../posting/schema.ts';
import { ofCompany, postings } from '../posting/store.ts';
import { rounds } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import { openSeats } from '../supplementary/seats.ts';
import { countWhatStands } from '../cycle-statistics/ask.ts';
import type { Item } from '../table/table.ts';
import { each, kindOf, type Consumer } from './consumer.ts';

const endDrafts = (deps: Deps, cycleId: string): Promise<void> =>
  endInCycle(deps, cycleId, {
    from: ['draft'],
    to: 'not_submitted',
    reason: '申请阶段结束时未提交。Not submitted before the phase ended.',
    // Whoever has more time keeps the draft until that is over.
    keep: async ({ studentId }) =>
      (await extendedUntil(
        deps.table,
        { kind: 'student', studentId },
        { cycleId, step: 'applying', now: deps.clock.now() },
      )) !== undefined,
  });

const endApplicationsTo = async (deps: Deps, item: Item): Promise<void> => {
  const posting = postings.parse(item);
  const reason = `岗位已撤回。The posting was withdrawn. ${item.stamp.reason ?? ''}`.trim();
  await endOfPosting(deps, posting, { from: ['draft'], to: 'not_submitted', reason });
  await endOfPosting(deps, posting, { from: live, to: 'not_selected', reason });
};

/** A company that opts out of a supplementary round gives all who applied in it an answer. */
const endApplicationsToSeats = async (deps: Deps, item: Item): Promise<void> => {
  const { postingId, cycleId } = openSeats.parse(item);
  const posting = { id: postingId, cycleId };
  const reason =
    '企业决定该岗位不参加本轮补录。The company keeps this posting out of the supplementary round.';
  await endOfPosting(deps, posting, { from: ['draft'], to: 'not_submitted', reason });
  await endOfPosting(deps, posting, { from: live, to: 'not_selected', reason });
};

/** A suspended company's postings take no applications until they are published again. */
const pausePostingsOf = async (deps: Deps, item: Item): Promise<void> => {
  const { id } = companies.parse(item);
  const by = stamp(
    { kind: 'system', task: 'follow-up' },
    'posting.paused',
    deps.clock.now(),
    item.stamp.reason,
  );
  for await (const posting of postings.all(deps.table, ofCompany(id))) {
    if (posting.state !== 'published') continue;
    const paused = parseKept(Posting, { ...posting, state: 'paused', reason: item.stamp.reason });
    // A change meanwhile fails the write: the follower tries this move again, and this posting with it.
    await deps.table.write([postings.update(paused, by)]);
  }
};

/** What follows by rule, by the action that it follows. */
const rules: Readonly<Record<string, { kind: string; follow: (deps: Deps, item: Item) => Promise<void> }>> = {
  'cycle.shortlisting': { kind: 'CYCLE', follow: (deps, item) => endDrafts(deps, cycles.parse(item).id) },
  'round.shortlisting': {
    kind: 'ROUND',
    follow: (deps, item) => endDrafts(deps, rounds.parse(item).cycleId),
  },
  'seats.opted_out': { kind: 'OPEN_SEATS', follow: endApplicationsToSeats },
  'cycle.closed': { kind: 'CYCLE', follow: countWhatStands },
  'posting.withdrawn': { kind: 'POSTING', follow: endApplicationsTo },
  'application.withdrawn': { kind: 'APPLICATION', follow: endInterviewWith },
  'application.not_selected': { kind: 'APPLICATION', follow: endInterviewWith },
  'company.suspended': { kind: 'COMPANY', follow: pausePostingsOf },
  'offer.accepted': { kind: 'OFFER', follow: confirmPlacement },
  'offer.rescinded': { kind: 'OFFER', follow: endPlacement },
  'offer.waived': { kind: 'OFFER', follow: endPlacement },
  'placement.confirmed': { kind: 'PLACEMENT', follow: scheduleEvaluations },
  'placement.completed': { kind: 'PLACEMENT', follow: beginFollowUp },
  'placement.extended': { kind: 'PLACEMENT', follow: rescheduleFinals },
  'evaluation.submitted': { kind: 'EVALUATION', follow: completeWith },
  'evaluation.excused': { kind: 'EVALUATION', follow: completeWith },
  'extension.grant': { kind: 'EXTENSION', follow: rescheduleOwn },
  'extension.take_back': { kind: 'EXTENSION', follow: rescheduleOwn },
  'placement.terminated': { kind: 'PLACEMENT', follow: excuseEvaluations },
};

/** What follows by rule from a move: nobody is left with an application or an internship that nobody goes on with. */
export const followUp: Consumer = {
  name: 'follow-up',
  kinds: [...new Set(Object.values(rules).map(({ kind }) => kind))],
  when: (change) => rules[change.stamp.action]?.kind === kindOf(change),
  consume: each(async (deps, change) => {
    if (change.after) await rules[change.stamp.action]?.follow(deps, change.after);
  }),
};
