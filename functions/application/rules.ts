import type { Actor, CoordinatorActor, RecruiterActor, StudentActor } from '../actor.ts';
import { dayIn } from '../clock/day-in.ts';
import type { Company } from '../company/schema.ts';
import type { Cycle } from '../cycle/schema.ts';
import { requireOpen } from '../cycle/rules.ts';
import { DomainError } from '../errors.ts';
import type { Offer } from '../offer/schema.ts';
import { isOver } from '../placement/rules.ts';
import type { Placement } from '../placement/schema.ts';
import { isOpen } from '../posting/rules.ts';
import type { CompletePosting, Posting } from '../posting/schema.ts';
import { missingFields } from '../fields.ts';
import { Profile, type Student } from '../student/schema.ts';
import { requireMove, type Transitions } from '../transition.ts';
import type { Application, ApplicationContent, ApplicationMove, ApplicationState } from './schema.ts';
import { withoutOutcome } from './waiting.ts';

export const applicationTransitions: Transitions<ApplicationState> = {
  draft: ['submitted', 'withdrawn', 'not_submitted'],
  submitted: ['reviewing', 'shortlisted', 'not_selected', 'withdrawn'],
  reviewing: ['shortlisted', 'not_selected', 'withdrawn'],
  shortlisted: ['interviewing', 'rankable', 'not_selected', 'withdrawn'],
  interviewing: ['rankable', 'not_selected', 'withdrawn'],
  rankable: ['matched', 'unmatched', 'not_selected', 'withdrawn'],
  matched: [],
  // In a supplementary round a student may apply once more where a seat is open.
  unmatched: ['submitted'],
  not_selected: ['reviewing'],
  withdrawn: ['submitted'],
  not_submitted: ['submitted'],
};

/** In these states an application counts against the cap. */
export const live = [...withoutOutcome, 'rankable'] as const satisfies readonly ApplicationState[];
export const isLive = (state: ApplicationState): boolean => live.some((other) => other === state);

/** An application is the student's own until it was submitted once; to the company it does not exist before. */
export const hasReachedCompany = ({ history }: Application): boolean =>
  history.some(({ state }) => state === 'submitted');

/** What is read of a student to tell whether a company may still see who applied. */
interface Standing {
  student: Student | undefined;
  /** Those of this student at this posting. */
  offers: readonly Pick<Offer, 'state'>[];
  placements: readonly Pick<Placement, 'state'>[];
}

/** From the offer to the end of the internship, which comes after the evaluations; what was declined or ended is over. */
const goesOn = ({ offers, placements }: Standing): boolean =>
  placements.length > 0
    ? placements.some((placement) => !isOver(placement))
    : offers.some(({ state }) => state === 'pending' || state === 'accepted');

const agrees = ({ student }: Standing): boolean => student?.profile.consents?.privacy !== undefined;

/** Whether the company of an offer is shown where to write to its student: as long as that student's profile. */
export const isReachable = (standing: Standing): boolean => agrees(standing) && goesOn(standing);

/**
 * Whether the company is shown who applied: while the application is under way or has led to an internship that is not
 * over, and the student agrees to the privacy notice. After that only the application's course is left.
 */
export const isShownToCompany = ({ state }: Application, standing: Standing): boolean =>
  agrees(standing) && (isLive(state) || (state === 'matched' && goesOn(standing)));

const studentMoves: readonly ApplicationState[] = ['submitted', 'withdrawn'];
const companyMoves: readonly ApplicationState[] = [
  'reviewing',
  'shortlisted',
  'interviewing',
  'rankable',
  'not_selected',
];

/** The cap: no student has more live applications in a cycle than the cycle allows. */
export const requireRoom = (used: number, cycle: Cycle): void => {
  if (used < cycle.applicationCap) return;
  throw new DomainError(
    'conflict',
    'application_cap',
    `You have ${used} applications, which is as many as this cycle allows. Withdraw one to apply elsewhere.`,
    {
      facts: { used, cap: cycle.applicationCap },
    },
  );
};

/** Only a complete profile goes to a company. */
export const requireCompleteProfile = (student: Student | undefined): void => {
  const missing = missingFields(Profile, student?.profile ?? {});
  if (missing.length === 0) return;
  throw new DomainError('conflict', 'profile_incomplete', 'Complete your profile before you apply.', {
    fields: missing.map((pointer) => ({ pointer: `/profile${pointer}`, reason: 'is missing or not valid' })),
  });
};

/** Only an open posting takes applications, and until its own last day in its zone; in a supplementary round until the round's. */
export const requireTaking = (
  posting: Posting | undefined,
  company: Company | undefined,
  now: string,
  round: 'main' | 'supplementary' = 'main',
): CompletePosting => {
  const pointer = '/postingId';
  if (!posting || !company || !isOpen(posting, company))
    throw new DomainError('conflict', 'posting_not_open', 'This posting is not taking applications now.', {
      fields: [{ pointer, reason: 'is not an open posting' }],
    });
  const { validUntil, zone } = posting.content;
  if (round === 'main' && validUntil !== undefined && dayIn(zone, now) > validUntil)
    throw new DomainError(
      'conflict',
      'posting_not_open',
      `This posting took applications until ${validUntil}.`,
      {
        fields: [{ pointer, reason: 'takes no applications any more' }],
      },
    );
  return posting;
};

/** Every question of the posting has its answer. */
export const requireAnswers = (content: ApplicationContent, posting: CompletePosting): void => {
  const asked = posting.content.questions.length;
  if (content.answers.length === asked) return;
  throw new DomainError('invalid', 'answers_needed', `This posting asks ${asked} question(s); answer each.`, {
    fields: [{ pointer: '/content/answers', reason: `must have ${asked} entries` }],
  });
};

/** When each side may move an application. */
const requirePhase = (
  cycle: Cycle,
  application: Application,
  to: ApplicationState,
  now: string,
  until: string | undefined,
): void => {
  switch (to) {
    case 'submitted':
      return requireOpen(cycle, 'applying', now, [], until);
    case 'withdrawn':
      return requireOpen(cycle, 'ranking', now, ['applying', 'shortlisting']);
    case 'not_selected':
      return requireOpen(
        cycle,
        'shortlisting',
        now,
        application.state === 'rankable' ? ['applying', 'ranking'] : ['applying'],
        until,
      );
    default:
      return requireOpen(cycle, 'shortlisting', now, ['applying'], until);
  }
};

const by = (actor: Actor): Application['history'][number]['by'] =>
  actor.kind === 'student' || actor.kind === 'company' || actor.kind === 'coordinator'
    ? actor.kind
    : 'system';

/** Appends a state to an application's history; the only way that its state changes. */
export const enter = (
  application: Application,
  state: ApplicationState,
  actor: Actor,
  now: string,
  reason?: string,
): Application => ({
  ...application,
  state,
  history: [
    ...application.history,
    { state, at: now, by: by(actor), ...(reason !== undefined && { reason }) },
  ],
});

/**
 * So many moves leave place in one item for what the system adds later, each with the longest reason: a party that
 * fills the item up would keep the whole round from being settled.
 */
const maxMoves = 20;
const requireFewMoves = ({ history }: Application): void => {
  if (history.length < maxMoves) return;
  throw new DomainError(
    'conflict',
    'too_many_moves',
    `The state of this application has changed ${history.length} times, which is the most. Ask a coordinator.`,
    { facts: { moves: history.length } },
  );
};

/** The application after a move of one of its parties, or an error that names what is in the way. */
export const moveApplication = (
  application: Application,
  move: ApplicationMove,
  context: {
    actor: StudentActor | RecruiterActor | CoordinatorActor;
    cycle: Cycle;
    now: string;
    /** Until when whoever moves it was given more time. */
    until?: string | undefined;
  },
): Application => {
  const { actor, cycle, now, until } = context;
  const mine = actor.kind === 'student' ? studentMoves : companyMoves;
  if (!mine.includes(move.to))
    throw new DomainError(
      'forbidden',
      'application_move_not_yours',
      `A ${actor.kind} cannot make an application ${move.to}, only ${mine.join(', ')}.`,
      {
        fields: [{ pointer: '/to', reason: 'is not for you to choose' }],
      },
    );
  requireMove('application', applicationTransitions, application.state, move.to);
  requireFewMoves(application);
  requirePhase(cycle, application, move.to, now, until);
  if (move.to === 'not_selected' && move.reason === undefined)
    throw new DomainError('invalid', 'reason_needed', 'Give a reason: the student is shown it.', {
      fields: [{ pointer: '/reason', reason: 'is needed for this decision' }],
    });
  return enter(application, move.to, actor, now, move.reason);
};
