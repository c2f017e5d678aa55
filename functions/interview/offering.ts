import type { Cycle } from '../cycle/schema.ts';
import { DomainError } from '../errors.ts';
import type { Posting } from '../posting/schema.ts';
import { clashIn, type Diary } from './diary.ts';
import { interviewsEnd } from './period.ts';
import type { NewSlots, Span } from './schema.ts';
import { pointersOf, spansOf } from './series.ts';

const withApplicants: readonly Posting['state'][] = ['published', 'paused', 'closed'];

/** Times are offered for a posting that students can have applied to. */
export const requireApplicants = ({ state }: Posting): void => {
  if (withApplicants.includes(state)) return;
  throw new DomainError(
    'conflict',
    'posting_without_applicants',
    `Nobody can be interviewed for a posting that is ${state}. Publish it first.`,
  );
};

/** The times of an offer; they lie ahead and before interviews end. */
export const timesOf = (slots: NewSlots, { cycle, now }: { cycle: Cycle; now: string }): Span[] => {
  const spans = spansOf(slots, now);
  const until = interviewsEnd(cycle);
  const late = spans.find(({ end }) => end > until);
  if (late)
    throw new DomainError('invalid', 'slot_late', `Interviews end on ${until}. Offer earlier times.`, {
      fields: [{ pointer: pointersOf(slots).last, reason: 'must be over before interviews end' }],
      facts: { until, at: late.start },
    });
  return spans;
};

/** So many times one recruiter offers ahead. */
const mostAhead = 400;

/** One recruiter's times do not overlap each other. */
export const requireRoom = (
  spans: readonly Span[],
  { diary, now, pointer }: { diary: Diary; now: string; pointer: string },
): void => {
  const clash = spans.find((span) => clashIn(diary, span));
  if (clash)
    throw new DomainError(
      'conflict',
      'slots_overlap',
      `You offer another time that overlaps ${clash.start}. Take that one back, or choose another time.`,
      { fields: [{ pointer, reason: 'overlaps a time that you offer' }], facts: { at: clash.start } },
    );
  if (diary.entries.filter(({ end }) => end > now).length + spans.length > mostAhead)
    throw new DomainError(
      'conflict',
      'too_many_slots',
      `One recruiter offers at most ${mostAhead} times ahead. Take back some that are free.`,
      { facts: { most: mostAhead } },
    );
};
