import { instantAfter } from '../clock/clock.ts';
import { instantsIn, offsetIn } from '../clock/instants-in.ts';
import { DomainError } from '../errors.ts';
import { dateOf, dayOf } from '../../matching/ranking/days.ts';
import { mostAtOnce, type NewSlots, type Span } from './schema.ts';

const minuteMs = 60_000;

const skipped = (at: string, zone: string, pointer: string): DomainError => {
  const [day = at, time = ''] = at.split('T');
  const message = `On ${day} there is no ${time} in ${zone}, because clocks go forward. Choose another time.`;
  return new DomainError('invalid', 'time_skipped', message, {
    fields: [{ pointer, reason: 'is skipped where clocks go forward' }],
    facts: { day, time, zone },
  });
};

const twice = (at: string, zone: string, [earlier = '', later = '']: readonly string[]): DomainError => {
  const [day = at, time = ''] = at.split('T');
  const offsets = { earlier: offsetIn(zone, earlier), later: offsetIn(zone, later) };
  const message = `On ${day} clocks show ${time} twice in ${zone}: say whether you mean the earlier (UTC${offsets.earlier}) or the later (UTC${offsets.later}).`;
  return new DomainError('invalid', 'time_repeated', message, {
    fields: [{ pointer: '/hour', reason: 'must be earlier or later: clocks go back over this hour' }],
    facts: { day, time, zone, ...offsets },
  });
};

const past = (start: string, pointer: string): DomainError =>
  new DomainError('invalid', 'slot_past', `${start} is over. Offer times that are ahead.`, {
    fields: [{ pointer, reason: 'must be ahead' }],
    facts: { at: start },
  });

/** The one instant that a time of day means; an hour that does not exist or comes twice is named. */
const instantOf = (at: string, { zone, hour }: NewSlots, pointer: string): string => {
  const [first, second] = instantsIn(zone, at);
  if (first === undefined) throw skipped(at, zone, pointer);
  if (second === undefined) return first;
  if (hour === undefined) throw twice(at, zone, [first, second]);
  return hour === 'earlier' ? first : second;
};

const dayMinute = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Monday is 1; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** When each slot begins, as clocks show it: a series keeps its hours when clocks change. */
function* beginnings(slots: NewSlots): Generator<string> {
  if (slots.kind === 'one') {
    yield slots.at;
    return;
  }
  const { from, to, weekdays, begin, end, minutes, pause } = slots;
  for (let day = dayOf(from); day <= dayOf(to); day += 1)
    if (weekdays.includes(weekdayOf(day)))
      for (let minute = dayMinute(begin); minute + minutes <= dayMinute(end); minute += minutes + pause)
        yield `${dateOf(day)}T${timeOf(minute)}`;
}

/** What of the offer says when its times begin, and which are the first and the last of them. */
export const pointersOf = ({ kind }: NewSlots) =>
  kind === 'one'
    ? { begin: '/at', first: '/at', last: '/at' }
    : { begin: '/begin', first: '/from', last: '/to' };

/** The times that are offered, the earliest first. A series that has none, too many, or one that is over is refused. */
export const spansOf = (slots: NewSlots, now: string): Span[] => {
  const { begin, first } = pointersOf(slots);
  const leaveOut = slots.kind === 'series' ? (slots.leaveOut ?? []) : [];
  const spans: Span[] = [];
  for (const at of beginnings(slots)) {
    if (spans.length === mostAtOnce)
      throw new DomainError(
        'invalid',
        'series_too_long',
        `These are more than ${mostAtOnce} times, the most that can be offered at once. Offer fewer days first, then the rest.`,
        {
          fields: [{ pointer: '/to', reason: 'makes too many times at once' }],
          facts: { most: mostAtOnce },
        },
      );
    const start = instantOf(at, slots, begin);
    if (start <= now) throw past(start, first);
    if (leaveOut.includes(start)) continue;
    spans.push({ start, end: instantAfter(start, slots.minutes * minuteMs) });
  }
  if (spans.length === 0)
    throw new DomainError(
      'invalid',
      'series_empty',
      'This gives no times: no day of this span falls on these days of the week, or the hours are too short for one interview.',
      { fields: [{ pointer: '/end', reason: 'leaves no room for one interview' }] },
    );
  return spans.toSorted((a, b) => (a.start < b.start ? -1 : 1));
};
