import { endInCycle, endOfPosting } from '../application/end.ts';
import { live } from '../application/rules.ts';
import { cycles } from '../cycle/store.ts';
import { postings } from '../posting/store.ts';
import { each, kindOf, type Consumer } from './consumer.ts';

/** What follows by rule from a move: nobody is left with an application that can no longer be answered. */
export const followUp: Consumer = {
  name: 'follow-up',
  // The line of the audit trail about a move carries the same action: only the moved item itself counts.
  wants: (change) =>
    (kindOf(change) === 'CYCLE' && change.stamp.action === 'cycle.shortlisting') ||
    (kindOf(change) === 'POSTING' && change.stamp.action === 'posting.withdrawn'),
  consume: each(async (deps, change) => {
    if (!change.after) return;
    if (kindOf(change) === 'CYCLE') {
      const { id } = cycles.parse(change.after);
      return endInCycle(deps, id, {
        from: ['draft'],
        to: 'not_submitted',
        reason: '申请阶段结束时未提交。Not submitted before the phase ended.',
      });
    }
    const posting = postings.parse(change.after);
    const reason = `岗位已撤回。The posting was withdrawn. ${change.stamp.reason ?? ''}`.trim();
    await endOfPosting(deps, posting, { from: ['draft'], to: 'not_submitted', reason });
    await endOfPosting(deps, posting, { from: live, to: 'not_selected', reason });
  }),
};
