import type { CoordinatorActor, RecruiterActor } from '../actor.ts';
import { dayIn } from '../clock/day-in.ts';
import type { Company } from '../company/schema.ts';
import { requireOpen } from '../cycle/rules.ts';
import type { Cycle } from '../cycle/schema.ts';
import { DomainError } from '../errors.ts';
import { missingFields } from '../fields.ts';
import { parseKept } from '../parse-kept.ts';
import { requireMove, type Transitions } from '../transition.ts';
import {
  type CompletePosting,
  Posting,
  PostingContent,
  type PostingDraft,
  type PostingMove,
  type PostingState,
} from './schema.ts';

export const postingTransitions: Transitions<PostingState> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['approved', 'changes_requested', 'withdrawn'],
  changes_requested: ['submitted', 'withdrawn'],
  approved: ['published', 'withdrawn'],
  published: ['paused', 'closed', 'withdrawn'],
  paused: ['published', 'closed', 'withdrawn'],
  closed: ['filled', 'unfilled'],
  filled: [],
  unfilled: [],
  withdrawn: [],
};

const companyMoves: readonly PostingState[] = ['submitted', 'published', 'paused', 'closed', 'withdrawn'];
const coordinatorMoves: readonly PostingState[] = ['approved', 'changes_requested', 'paused'];

/** What a coordinator paused, for fraud perhaps, the company cannot publish again; what it paused itself it can. */
const isHeld = ({ state, pausedBy }: Posting): boolean => state === 'paused' && pausedBy === 'coordinator';

/** Whose move it is, or an error that says so. */
const requireOwnMove = (
  actor: RecruiterActor | CoordinatorActor,
  posting: Posting,
  to: PostingState,
): void => {
  const held = to === 'published' && isHeld(posting);
  if (held && actor.kind === 'company')
    throw new DomainError(
      'forbidden',
      'posting_held',
      'A coordinator paused this posting, so only a coordinator can publish it again. Ask one; the reason is on its page.',
    );
  const mine = actor.kind === 'company' ? companyMoves : coordinatorMoves;
  if (mine.includes(to) || (held && actor.kind === 'coordinator')) return;
  throw new DomainError(
    'forbidden',
    'posting_move_not_yours',
    `A ${actor.kind} cannot make a posting ${to}, only ${mine.join(', ')}.`,
    { fields: [{ pointer: '/to', reason: 'is not for you to choose' }] },
  );
};

/** In these states everyone may read a posting by its address. */
const readable: readonly PostingState[] = ['published', 'paused', 'closed', 'filled', 'unfilled'];
export const isReadable = (posting: Posting): boolean => readable.includes(posting.state);

/** What students find and apply to: a published posting of a company that is verified, and not suspended since. */
export const isOpen = (posting: Posting, company: Company): posting is CompletePosting =>
  posting.state === 'published' && company.state === 'verified';

/** A posting that students see may have its seats taken back; any other needs one. */
export const missingOf = ({ content, state }: Posting): string[] => [
  ...missingFields(PostingContent, content),
  ...(content.capacity === 0 && state !== 'published' ? ['/capacity'] : []),
];

const requireReason = (
  move: PostingMove,
  posting: Posting,
  actor: RecruiterActor | CoordinatorActor,
): void => {
  const live = posting.state === 'published' || posting.state === 'paused';
  const needed =
    move.to === 'changes_requested' ||
    (move.to === 'withdrawn' && live) ||
    (move.to === 'paused' && actor.kind === 'coordinator');
  if (needed && move.reason === undefined)
    throw new DomainError('invalid', 'reason_needed', 'Give a reason: the people concerned will see it.', {
      fields: [{ pointer: '/reason', reason: 'is needed for this decision' }],
    });
};

const requireComplete = (posting: Posting): void => {
  const fields = missingOf(posting).map((pointer) => ({
    pointer: `/content${pointer}`,
    reason: 'is missing or not valid',
  }));
  if (fields.length > 0)
    throw new DomainError('invalid', 'posting_incomplete', 'Complete the posting before you submit it.', {
      fields,
    });
};

/** Where a day ends last: what is over here is over for a team of any zone. */
const lastZone = 'Etc/GMT+12';

/** A last day that is chosen, or that students have not seen yet, has to leave time to apply: it is not over in its zone. */
export const requireTimeToApply = (
  { validUntil, zone = lastZone }: PostingDraft,
  now: string,
  pointer = '/content/validUntil',
): void => {
  if (validUntil === undefined || dayIn(zone, now) <= validUntil) return;
  throw new DomainError(
    'invalid',
    'posting_day_past',
    `This posting takes applications until ${validUntil}, which is over. Choose a later day, or none.`,
    { fields: [{ pointer, reason: 'must not be a day that is over' }] },
  );
};

/** Only a verified company's postings reach students. */
const requireVerified = (company: Company): void => {
  if (company.state === 'verified') return;
  throw new DomainError(
    'conflict',
    'company_not_verified',
    'Your company has to be verified first. A coordinator does this within two working days of its submission.',
  );
};

/** From the end of the ranking window to the publication the round may be frozen: seats stay as the parties see them. */
export const matchUnderWay = (cycle: Cycle, now: string): boolean =>
  cycle.phase === 'matching' || (cycle.phase === 'ranking' && now > cycle.windows.ranking.to);

export const seatsFrozen = (pointer: string): DomainError =>
  new DomainError(
    'conflict',
    'seats_frozen',
    'Seats cannot change once the match is under way. Ask a coordinator.',
    { fields: [{ pointer, reason: 'is frozen' }] },
  );

/** The posting after a move, or an error that names what is in the way. */
export const movePosting = (
  posting: Posting,
  move: PostingMove,
  context: { actor: RecruiterActor | CoordinatorActor; company: Company; cycle: Cycle; now: string },
): Posting => {
  const { actor, company, cycle, now } = context;
  requireOwnMove(actor, posting, move.to);
  requireMove('posting', postingTransitions, posting.state, move.to);
  requireReason(move, posting, actor);
  if (actor.kind === 'company' && posting.state === 'published' && matchUnderWay(cycle, now))
    throw seatsFrozen('/to');
  if (move.to === 'submitted' || move.to === 'published') {
    requireOpen(cycle, 'posting', now, ['applying']);
    requireVerified(company);
    requireComplete(posting);
    // One that was paused comes back with its applications, for which it keeps its seats, also after its last day.
    if (posting.state !== 'paused') requireTimeToApply(posting.content, now);
  }
  const publishedAt = move.to === 'published' ? (posting.publishedAt ?? now) : posting.publishedAt;
  const pausedBy = move.to === 'paused' ? actor.kind : undefined;
  return parseKept(Posting, { ...posting, state: move.to, reason: move.reason, publishedAt, pausedBy });
};

/** How many seats a posting brings into a round. */
const seatsIn = ({ state, content }: Posting): number =>
  state === 'published' ? (content.capacity ?? 0) : 0;
/** Whether a change is one that a freeze has to see or to refuse. */
export const changesSeats = (before: Posting, after: Posting): boolean => seatsIn(before) !== seatsIn(after);

/**
 * Fields that may still change once a posting is approved: what students applied for stays what it was, and no words
 * reach them that no coordinator has read. Who guides the intern is named with the internship.
 */
const changeableLater: readonly string[] = ['capacity', 'validUntil'];

/** The posting with new content; seats may be cut after applications began only with a reason, and never once the match is under way. */
export const changePosting = (
  posting: Posting,
  content: PostingDraft,
  context: { cycle: Cycle; reason: string | undefined; now: string },
): Posting => {
  // A day that has passed since it was chosen keeps nobody from changing something else.
  if (content.validUntil !== posting.content.validUntil) requireTimeToApply(content, context.now);
  if (posting.state === 'draft' || posting.state === 'changes_requested') return { ...posting, content };
  if (posting.state !== 'approved' && posting.state !== 'published' && posting.state !== 'paused')
    throw new DomainError(
      'conflict',
      'posting_not_editable',
      posting.state === 'submitted'
        ? 'A submitted posting cannot be changed. Wait for the decision on it.'
        : `A posting that is ${posting.state} cannot be changed. Create a new one.`,
    );
  const before: Record<string, unknown> = posting.content;
  const after: Record<string, unknown> = content;
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const fixed = changed.filter((field) => !changeableLater.includes(field));
  if (fixed.length > 0)
    throw new DomainError(
      'conflict',
      'posting_fixed',
      'Once a posting is approved, only its seats and closing date can change, so that students get what they applied for.',
      {
        fields: fixed.map((field) => ({ pointer: `/content/${field}`, reason: 'cannot change any more' })),
      },
    );
  const seats = content.capacity ?? 0;
  if (changed.includes('capacity')) requireSeatChange(posting.content.capacity, seats, context);
  return { ...posting, content: PostingContent.parse(content) };
};

const requireSeatChange = (
  before: number,
  after: number,
  { cycle, reason, now }: { cycle: Cycle; reason: string | undefined; now: string },
): void => {
  const early = cycle.phase === 'posting' || cycle.phase === 'draft';
  const late = !early && !['applying', 'shortlisting', 'ranking'].includes(cycle.phase);
  if (late || matchUnderWay(cycle, now)) throw seatsFrozen('/content/capacity');
  if (!early && after < before && reason === undefined)
    throw new DomainError(
      'invalid',
      'reason_needed',
      'Cutting seats after students have started to apply needs a reason.',
      { fields: [{ pointer: '/reason', reason: 'is needed for a cut of seats' }] },
    );
};
