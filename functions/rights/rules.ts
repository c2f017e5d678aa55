import { instantAfter } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import type { Deletion } from './schema.ts';

const graceMs = 7 * 24 * 60 * 60 * 1000;
export const dueAfter = (when: 'in_a_week' | 'now', now: string): string =>
  when === 'now' ? now : instantAfter(now, graceMs);

/** The address of the account, however it is written. */
export const requireAddress = (typed: string, email: string): void => {
  const plain = (address: string): string => address.normalize('NFKC').trim().toLowerCase();
  if (plain(typed) === plain(email)) return;
  throw new DomainError('invalid', 'address_differs', 'Type the e-mail address of your account.', {
    fields: [{ pointer: '/email', reason: 'is not the address of this account' }],
  });
};

/** A request that nobody made yields to the student's own. */
export const requireNone = (before: Deletion | undefined): void => {
  if (before === undefined || (before.because === 'retention' && before.stage === 'asked')) return;
  throw new DomainError(
    'conflict',
    'deletion_requested',
    'You have asked for this already. Take the request back to ask anew.',
  );
};

/** What has begun comes to its end: a half of somebody is of no use to anybody. */
export const requireNotBegun = ({ stage }: Deletion): void => {
  if (stage === 'asked') return;
  throw new DomainError('conflict', 'deletion_begun', 'The deletion has begun and cannot be taken back.');
};

export const stateOf = ({ stage, waitsFor }: Deletion): 'requested' | 'waiting' | 'running' => {
  if (stage !== 'asked') return 'running';
  return waitsFor === undefined ? 'requested' : 'waiting';
};
