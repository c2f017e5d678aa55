import { offsetAt } from '../../matching/ranking/offsets.ts';
import { instantAfter, type Instant } from '../clock/clock.ts';
import { dayIn } from '../clock/day-in.ts';
import type { Delivery, InboxState, Notice, NoticeChoice, NoticeLetter } from './schema.ts';
import type { Topic } from './topics.ts';

/** What holds until a person chooses. */
export const defaultChoice: NoticeChoice = {
  quiet: { from: '22:00', to: '08:00' },
  digestAt: '08:00',
  topics: {},
};
/** What comes often comes together. */
const defaultDelivery: Partial<Record<Topic, Delivery>> = { applicant: 'daily' };

/** Results cannot be opted out of: they come at once. */
export const deliveryOf = (topic: Topic, { topics }: Pick<NoticeChoice, 'topics'>): Delivery =>
  topic === 'result' ? 'now' : (topics[topic] ?? defaultDelivery[topic] ?? 'now');

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const minuteOf = (instant: Instant): number => Math.floor(Date.parse(instant) / minuteMs);
const minutesIn = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const local = (instant: Instant, zone: string): number => {
  const minute = minuteOf(instant);
  return minute + offsetAt(zone, minute);
};
/** The instant at which a zone's clocks show so many minutes since 1970. */
const atLocal = (minutes: number, zone: string): Instant =>
  new Date((minutes - offsetAt(zone, minutes - offsetAt(zone, minutes))) * minuteMs).toISOString();

/** The first instant, not before `at`, that lies outside of somebody's quiet hours on the clocks of a zone. */
export const afterQuiet = (at: Instant, quiet: NoticeChoice['quiet'], zone: string): Instant => {
  if (quiet === undefined) return at;
  const minutes = local(at, zone);
  const ofDay = minutes % dayMinutes;
  const [from, to] = [minutesIn(quiet.from), minutesIn(quiet.to)];
  const isQuiet = from < to ? from <= ofDay && ofDay < to : ofDay >= from || ofDay < to;
  if (!isQuiet) return at;
  const day = minutes - ofDay + (from > to && ofDay >= from ? dayMinutes : 0);
  const end = atLocal(day + to, zone);
  return end > at ? end : at;
};

type Hours = Pick<NoticeChoice, 'quiet' | 'digestAt'>;

/** When the next daily letter comes: once a day on the clocks of a zone, never in quiet hours, not again on the day of the last one. */
export const nextDigest = (
  now: Instant,
  { quiet, digestAt }: Hours,
  zone: string,
  last?: Instant,
): Instant => {
  const today = local(now, zone) - (local(now, zone) % dayMinutes);
  for (let day = 0; ; day += 1) {
    const at = afterQuiet(atLocal(today + day * dayMinutes + minutesIn(digestAt), zone), quiet, zone);
    if (at > now && (last === undefined || dayIn(zone, at) > dayIn(zone, last))) return at;
  }
};

/** Whether and when a letter tells of a notice that arrives now. */
export const letterFor = (
  topic: Topic,
  { settings, zone, lastDigest }: { settings: NoticeChoice; zone: string; lastDigest?: Instant | undefined },
  now: Instant,
): NoticeLetter => {
  const how = deliveryOf(topic, settings);
  if (how === 'never') return { state: 'none' };
  const dueAt =
    how === 'now' ? afterQuiet(now, settings.quiet, zone) : nextDigest(now, settings, zone, lastDigest);
  return { state: 'due', how, dueAt };
};

/** When a notice comes into an inbox: after all that was marked as read, by whichever clock that was. */
export const arrivalIn = ({ readBefore }: InboxState, now: Instant): Instant =>
  readBefore !== undefined && now <= readBefore ? instantAfter(readBefore, 1) : now;

export const isRead = (
  notice: Pick<Notice, 'readAt' | 'arrivedAt'>,
  state: InboxState | undefined,
): boolean => notice.readAt !== undefined || notice.arrivedAt <= (state?.readBefore ?? '');

/** All read from here on; what was unread can be brought back until the next time. */
export const clear = (state: InboxState, now: Instant): InboxState => ({
  ...state,
  unread: 0,
  readBefore: now,
  cleared: { unread: state.unread, readBefore: state.readBefore },
});

/** As it was before all was marked as read, together with what has arrived since. */
export const bringBack = ({ cleared, ...state }: InboxState): InboxState =>
  cleared === undefined
    ? state
    : { ...state, unread: state.unread + cleared.unread, readBefore: cleared.readBefore };
