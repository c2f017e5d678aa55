import { instantAfter } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import type { Deletion, Duties, StudentDeletion } from './schema.ts';

const graceMs = 7 * 24 * 60 * 60 * 1000;
export const dueAfter = (when: 'in_a_week' | 'now', now: string): string =>
  when === 'now' ? now : instantAfter(now, graceMs);

/** The address of the account, however it is written. */
export const requireAddress = (typed: string, email: string): void => {
  const plain = (address: string): string => address.normalize('NFKC').trim().toLowerCase();
  if (plain(typed) === plain(email)) return;
  throw new DomainError('invalid', 'address_differs', 'Type the email address of your account.', {
    fields: [{ pointer: '/email', reason: 'is not the address of this account' }],
  });
};

/** Nobody asked for it. */
export const isByRetention = (deletion: Deletion): deletion is StudentDeletion =>
  'because' in deletion && deletion.because === 'retention';

/** A request that nobody made yields to the student's own. */
export const requireNone = (before: Deletion | undefined): void => {
  if (before === undefined || (isByRetention(before) && before.stage === 'asked')) return;
  throw new DomainError(
    'conflict',
    'deletion_requested',
    'You have already asked for this. Take that request back to ask again.',
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

/** What is open at a company, if anything is. */
export const openDuties = (open: {
  placements: number;
  evaluations: number;
  offers: number;
}): Duties | undefined =>
  Object.values(open).some((count) => count > 0) ? { kind: 'last_recruiter', ...open } : undefined;

/** Whoever alone could do what is open hands it over first. */
export const requireHandedOver = (duties: Duties | undefined): void => {
  switch (duties?.kind) {
    case 'last_coordinator':
      throw new DomainError(
        'conflict',
        'last_coordinator',
        'You are the only coordinator. Have the operator invite another one before you leave.',
      );
    case 'last_recruiter': {
      const { kind: _, ...facts } = duties;
      throw new DomainError(
        'conflict',
        'hand_over_first',
        'You are the only one who acts for this company, and offers, internships or evaluations are open. Invite a colleague, or wait until they have ended.',
        { facts },
      );
    }
    case undefined:
  }
};
