import type { Instance } from '../../matching/round/instance.ts';
import type { CoordinatorActor } from '../actor.ts';
import { requireOpen } from '../cycle/rules.ts';
import type { Cycle } from '../cycle/schema.ts';
import { DomainError } from '../errors.ts';
import { requireMove, type Transitions } from '../transition.ts';
import type { ResultFacts, Round, RoundState } from './schema.ts';

type In<S extends RoundState> = Extract<Round, { state: S }>;
type Ended = Extract<Round, { ended: unknown }>;
type Frozen = In<'frozen'> & { snapshot: NonNullable<In<'frozen'>['snapshot']> };

export const roundTransitions: Transitions<RoundState> = {
  open: ['frozen', 'voided'],
  frozen: ['computed', 'failed', 'voided'],
  computed: ['approved', 'voided'],
  approved: ['published', 'voided'],
  published: [],
  failed: ['voided'],
  voided: [],
};

/** Of a round whose cycle is long over nothing is kept that could be read, ranked or matched again. */
export const requireKept = <R extends Pick<Round, 'reducedAt'>>(round: R): R => {
  if (round.reducedAt === undefined) return round;
  throw new DomainError(
    'conflict',
    'round_reduced',
    `The lists and documents of this round were deleted on ${round.reducedAt}. Hashes and figures are kept: read its public proof.`,
    { facts: { since: round.reducedAt, day: round.reducedAt.slice(0, 10) } },
  );
};

/** The same round with hashes, counts and public figures alone. */
export const reduced = (round: Round, now: string): Round => {
  const since = { reducedAt: round.reducedAt ?? now };
  if (round.state !== 'published') return { ...round, ...since };
  const { seed: _, ...rest } = round;
  return { ...rest, ...since };
};

const by = (actor: CoordinatorActor): string => actor.subject;

/** What a round has had since it was opened. */
const beginningOf = ({
  id,
  cycleId,
  kind,
  number,
  carriesFrom,
  seedSha256,
  terms,
  step,
  opening,
  version,
}: Round) => ({ id, cycleId, kind, number, carriesFrom, seedSha256, terms, step, opening, version });

/** The fence: from here on no list can change. Possible once the ranking phase is over. */
export const freeze = (round: Round, cycle: Cycle, actor: CoordinatorActor, now: string): In<'frozen'> => {
  // A freeze whose job came to an end without a snapshot can be asked for again.
  if (round.state === 'frozen' && round.snapshot === undefined) return round;
  requireMove('round', roundTransitions, round.state, 'frozen');
  requireSeatsCounted(round);
  const overdue = cycle.phase === 'ranking' && now > cycle.windows.ranking.to;
  if (!overdue) requireOpen(cycle, 'matching', now);
  return { ...beginningOf(round), state: 'frozen', frozen: { at: now, by: by(actor) } };
};

/** A supplementary round gives away what was counted when it was opened. */
const requireSeatsCounted = ({ kind, opening }: Round): void => {
  if (kind === 'main' || opening !== undefined) return;
  throw new DomainError(
    'conflict',
    'seats_not_counted',
    "The round's open seats are still being counted. Wait for that job to end.",
  );
};

/** A round behind its fence that nobody has given up. */
export const requireFrozen = (round: Round): In<'frozen'> => {
  if (round.state === 'frozen') return round;
  throw new DomainError(
    'conflict',
    'round_not_frozen',
    `The round is ${round.state}: its snapshot can no longer be changed.`,
  );
};

/** Participants are reminded of their lists only while these can still be certified. */
export const requireNotFrozen = (round: Round): void => {
  if (round.state === 'open') return;
  throw new DomainError(
    'conflict',
    'round_not_open',
    `The round is ${round.state}: lists can no longer be certified, so nobody needs a reminder.`,
  );
};

/** A round whose snapshot is complete; running is a pure function of it. */
export const requireSnapshot = (round: Round): Frozen => {
  requireMove('round', roundTransitions, round.state, 'computed');
  if (round.state === 'frozen' && round.snapshot !== undefined) return { ...round, snapshot: round.snapshot };
  throw new DomainError(
    'conflict',
    'snapshot_not_ready',
    'The snapshot is still being written. Wait for the freeze to end.',
  );
};

/** Seats that differ between what was frozen and what the parties see now. */
const changedSeats = (instance: Instance, seatsNow: ReadonlyMap<string, number>): string[] =>
  Object.entries(instance.postings).flatMap(([id, { capacity }]) =>
    (seatsNow.get(id) ?? 0) === capacity ? [] : [id],
  );

/** A result with a fault goes no further: neither to approval nor, checked once more, to publication. */
export const requireValid = ({
  violations,
  blockingPairs,
}: Pick<ResultFacts, 'violations' | 'blockingPairs'>): void => {
  if (violations.length === 0 && blockingPairs === 0) return;
  throw new DomainError(
    'conflict',
    'result_not_valid',
    'The independent check found violations. Void this round.',
    { facts: { violations: violations.length } },
  );
};

/** Approval: not by the person who ran it, not of a result with a violation, not when the input is no longer what the parties see. */
export const approve = (
  round: Round,
  context: {
    actor: CoordinatorActor;
    instance: Instance;
    seatsNow: ReadonlyMap<string, number>;
    note: string | undefined;
    now: string;
  },
): In<'approved'> => {
  requireMove('round', roundTransitions, round.state, 'approved');
  if (round.state !== 'computed')
    throw new DomainError('conflict', 'round_illegal_move', 'Run the round first.');
  if (round.computed.by === by(context.actor))
    throw new DomainError(
      'forbidden',
      'approver_is_runner',
      'You ran this round, so you cannot approve it. Ask another coordinator.',
    );
  requireValid(round.result);
  const changed = changedSeats(context.instance, context.seatsNow);
  if (changed.length > 0)
    throw new DomainError(
      'conflict',
      'inputs_changed',
      'The seats of some postings are no longer those that were frozen. Void this round and freeze again.',
      {
        fields: changed.map((id) => ({
          pointer: `/postings/${id}/capacity`,
          reason: 'differs from the snapshot',
        })),
      },
    );
  return {
    ...round,
    state: 'approved',
    approved: { at: context.now, by: by(context.actor) },
    ...(context.note !== undefined && { note: context.note }),
  };
};

/** Publishing is of the very result that the caller read. */
export const requireApproved = (round: Round, resultSha256: string): In<'approved'> | In<'published'> => {
  // A release whose later steps were cut off can be asked for again: they go on from where they were.
  if (round.state !== 'published') requireMove('round', roundTransitions, round.state, 'published');
  if (round.state !== 'approved' && round.state !== 'published')
    throw new DomainError('conflict', 'round_illegal_move', 'Approve the round first.');
  if (round.result.sha256 !== resultSha256)
    throw new DomainError(
      'conflict',
      'result_changed',
      'This is not the result that was approved. Read the round again.',
      {
        fields: [{ pointer: '/resultSha256', reason: 'is not the hash of the approved result' }],
      },
    );
  return round;
};

/** Given up before anyone saw it. What is published stands: people have decided by it. */
export const voidRound = (round: Round, actor: CoordinatorActor, reason: string, now: string): Ended => {
  if (round.state === 'published')
    throw new DomainError(
      'conflict',
      'round_is_public',
      'A published round cannot be voided, because everyone has its result. Rescind individual offers, with a reason, and fill open seats in a supplementary round.',
    );
  requireMove('round', roundTransitions, round.state, 'voided');
  return { ...beginningOf(round), state: 'voided', reason, ended: { at: now, by: by(actor) } };
};
