import type { CoordinatorActor } from '../actor.ts';
import { type Instant, instantAfter } from '../clock/clock.ts';
import { DomainError, notFound } from '../errors.ts';
import type { SupportLook } from './schema.ts';

const openMs = 30 * 60_000;
export const lookUntil = ({ at }: Pick<SupportLook, 'at'>): Instant => instantAfter(at, openMs);

/** A look is its coordinator's alone, and short: a later one needs a reason again. */
export const requireLook = (look: SupportLook | undefined, actor: CoordinatorActor, now: Instant): void => {
  if (look === undefined || look.by !== actor.subject) throw notFound('support look');
  if (now > lookUntil(look))
    throw new DomainError(
      'conflict',
      'support_look_over',
      'This view was open for half an hour. Say again why you need it.',
    );
};
