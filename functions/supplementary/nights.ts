import { isNight } from '../clock/night.ts';
import { DomainError } from '../errors.ts';
import type { RoundTerms } from '../round/schema.ts';
import type { DeadlineNights } from './schema.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Where those live who have to meet a deadline: a zone to its students, and to the postings whose teams work there. */
export type PeopleByZone = ReadonlyMap<string, { students: number; postings: number }>;

/** How many have it at night: students, who are told of, and everybody, companies too, for whom an hour is chosen. */
const atNightOf = (people: PeopleByZone, at: number): { students: number; all: number } => {
  const asleep = [...people].filter(([zone]) => isNight(zone, at)).map(([, here]) => here);
  const students = asleep.reduce((sum, here) => sum + here.students, 0);
  return { students, all: asleep.reduce((sum, { postings }) => sum + postings, students) };
};

/** Whether the last 24 hours of a window hold a whole hour that is not night in a zone. */
const hasWakingHour = (zone: string, window: { from: number; to: number }): boolean => {
  const from = Math.max(window.from, window.to - dayMs);
  let awake = 0;
  for (let at = from; at < window.to; at += minuteMs) {
    awake = isNight(zone, at) ? 0 : awake + 1;
    if (awake === 60) return true;
  }
  return false;
};

/** The full hour within twelve of the deadline at which the fewest are at night; of equals the nearest, then the later. */
const bestHour = (people: PeopleByZone, deadline: number): { at: number; students: number; all: number } => {
  const hour = Math.floor(deadline / hourMs) * hourMs;
  const [best] = Array.from({ length: 25 }, (_, index) => hour + (index - 12) * hourMs)
    .map((at) => ({ at, ...atNightOf(people, at), away: Math.abs(at - deadline) }))
    .toSorted((a, b) => a.all - b.all || a.away - b.away || b.at - a.at);
  return best ?? { at: hour, ...atNightOf(people, hour) };
};

/** How a window's deadline lies for those who have to meet it, with a better hour where there is one. */
export const nightsOf = (
  window: DeadlineNights['window'],
  terms: Pick<RoundTerms, 'applying' | 'ranking'>,
  people: PeopleByZone,
): DeadlineNights => {
  const { from, to } = terms[window];
  const span = { from: Date.parse(from), to: Date.parse(to) };
  const now = atNightOf(people, span.to);
  const best = bestHour(people, span.to);
  const zones = [...people]
    .map(([zone, { students }]) => ({ zone, students, atNight: isNight(zone, span.to) }))
    .toSorted((a, b) => b.students - a.students || (a.zone < b.zone ? -1 : 1));
  return {
    window,
    at: to,
    students: zones.reduce((sum, { students }) => sum + students, 0),
    atNight: now.students,
    zones,
    withoutWakingHour: zones.map(({ zone }) => zone).filter((zone) => !hasWakingHour(zone, span)),
    ...(best.students < now.students &&
      best.all < now.all && {
        better: { at: new Date(best.at).toISOString(), atNight: best.students },
      }),
  };
};

/** Fair to all zones: nobody's last day before a deadline is a night. */
export const requireWakingHours = (deadlines: readonly DeadlineNights[]): void => {
  const fields = deadlines.flatMap(({ window, withoutWakingHour }) =>
    withoutWakingHour.map((zone) => ({
      pointer: `/${window}/to`,
      reason: `leaves no hour between 7:00 and 23:00 in ${zone}`,
    })),
  );
  if (fields.length > 0)
    throw new DomainError(
      'invalid',
      'window_only_at_night',
      'In some time zone, the last day of this window lies entirely between 23:00 and 7:00. Make it longer, or move its end.',
      { fields },
    );
};
