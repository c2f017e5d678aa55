import { actorName, type Actor } from './actor.ts';
import type { Action } from './audit/actions.ts';
import type { Instant } from './clock/clock.ts';
import type { Stamp } from './table/table.ts';

/** Signs a change for the audit trail. */
export const stamp = (by: Actor, action: Action, at: Instant, reason?: string): Stamp => ({
  by: actorName(by),
  action,
  at,
  ...(reason !== undefined && { reason }),
});
