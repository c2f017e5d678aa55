import { setTimeout } from 'node:timers/promises';
import type { StudentActor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { Unavailable } from '../errors.ts';
import { stamp } from '../stamp.ts';
import { WriteConflict } from '../table/table.ts';
import { requireOpen, requireSameReferrer } from './rules.ts';
import { findReferral, invitationLinks, linkOfCode, referrals } from './store.ts';

const attempts = 40;
const pauseMs = 15;

/**
 * Confirms who brought a student. The link's use is counted in the same write, at the version that was read: however
 * many come at once, no more join than it has places. A student who comes a second time takes no second place.
 */
export const join = async (deps: Deps, actor: StudentActor, code: string, now: string): Promise<void> => {
  const { studentId } = actor;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const link = await linkOfCode(deps.table, code);
    const before = await findReferral(deps.table, studentId);
    if (before) return requireSameReferrer(before, link);
    requireOpen(link, now);
    const by = stamp(actor, 'referral.join', now);
    const referral = { studentId, referrerId: link.referrerId, linkId: link.id, joinedAt: now };
    try {
      return await deps.table.write([
        referrals.create(referral, by),
        invitationLinks.update({ ...link, used: link.used + 1 }, by),
      ]);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      // Somebody else joined by it at this moment: those who wait take turns in no fixed order.
      await setTimeout(pauseMs * Math.random());
    }
  }
  throw new Unavailable('Too many join by this invitation at this moment.');
};
