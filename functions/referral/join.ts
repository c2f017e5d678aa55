import type { StudentActor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { Unavailable } from '../errors.ts';
import { stamp } from '../stamp.ts';
import { takeTurns } from '../table/take-turns.ts';
import { requireOpen, requireSameReferrer } from './rules.ts';
import { findReferral, invitationLinks, linkOfCode, referrals } from './store.ts';

/**
 * Confirms who brought a student. The link's use is counted in the same write, at the version that was read: however
 * many come at once, no more join than it has places. A student who comes a second time takes no second place.
 */
export const join = ({ table }: Deps, actor: StudentActor, code: string, now: string): Promise<void> =>
  takeTurns(
    async () => {
      const { studentId } = actor;
      const link = await linkOfCode(table, code);
      const before = await findReferral(table, studentId);
      if (before) return requireSameReferrer(before, link);
      requireOpen(link, now);
      const by = stamp(actor, 'referral.join', now);
      const referral = { studentId, referrerId: link.referrerId, linkId: link.id, joinedAt: now };
      await table.write([
        referrals.create(referral, by),
        invitationLinks.update({ ...link, used: link.used + 1 }, by),
      ]);
    },
    () => new Unavailable('Too many join by this invitation at this moment.'),
  );
