import { MOST_STRETCHES, type WorkingDays } from '../zones.ts';
import { holds, scored, everything, type Expression, type Query } from './queries.ts';

/** The overlap criterion of candidates with somebody's working days. `needed` is in minutes: a field or a number. */
export function overlapPoints(subject: WorkingDays, needed: number | 'field', weight: number): Query {
  const asked = needed === 'field' ? "doc['overlapMinutes'].value" : 'needed';
  const { source, params } = averageMinutes(subject);
  return scored(everything, {
    source: `weight * (${asked} <= 0 ? 1 : min(1, (${source}) / ${asked}))`,
    params: { ...params, weight, ...(needed !== 'field' && { needed }) },
  });
}

/** Shares at least so many minutes on an average weekday. */
export function sharesAtLeast(subject: WorkingDays, minutes: number): Query {
  const { source, params } = averageMinutes(subject);
  return holds({ source: `(${source}) >= minutes`, params: { ...params, minutes } });
}

/** `sharedMinutes` of `../zones.ts` as an expression: the subject's stretches are numbers, a candidate's are fields. */
function averageMinutes({ from, to, length, stretches }: WorkingDays): Expression {
  const params: Record<string, number> = { from, to, length };
  for (const [at, stretch] of stretches.entries()) {
    params[`from${at}`] = stretch.from;
    params[`to${at}`] = stretch.to;
    // A day later, so that the difference to any start is positive.
    params[`start${at}`] = stretch.start + 1440;
  }
  const weekdays = `(min(${field('lastWeekday')}, to) - max(${field('firstWeekday')}, from))`;
  const total = (candidate: number): string =>
    stretches
      .map((_, at) => {
        const days = `min(${field(`to${candidate}`)}, to${at}) - max(${field(`from${candidate}`)}, from${at})`;
        return `max(0, ${days}) * ${meeting(candidate, at)}`;
      })
      .join(' + ');
  const totals = candidates.reduceRight(
    (rest, candidate) => `${total(candidate)} + (${field('stretches')} > ${candidate} ? ${rest} : 0)`,
    '0',
  );
  const average =
    stretches.length === 1
      ? `(${field('stretches')} < 2 ? ${meeting(1, 0)} : (${totals}) / ${weekdays})`
      : `(${totals}) / ${weekdays}`;
  const source = stretches.length === 0 ? '0' : `${weekdays} <= 0 ? 0 : ${average}`;
  return { source, params };
}

/** Minutes a day in common of the candidate's stretch and the subject's. */
function meeting(candidate: number, at: number): string {
  const later = `(start${at} - ${field(`start${candidate}`)}) % 1440`;
  const own = field('minutesADay');
  return `(max(0, min(${own} - ${later}, length)) + max(0, min(${own}, ${later} + length - 1440)))`;
}

const candidates = Array.from({ length: MOST_STRETCHES }, (_, at) => at + 1);

function field(name: string): string {
  return `doc['${name}'].value`;
}
