import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Interview } from './schema.ts';

interface Named {
  zh?: string | undefined;
  en?: string | undefined;
}
export interface CalendarFacts {
  reader: 'student' | 'company';
  /** `https://internships.example` */
  site: string;
  title: Named;
  company: Named;
  student: string;
}

/** Chinese first, then English, where both are written. */
const both = ({ zh, en }: Named): string => [...new Set([zh, en].filter(Boolean))].join(' / ');

/** What a calendar does not show, and what a parameter in quotes may not hold. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trim();
const quotable = (text: string): string => plain(text).replaceAll(/["\\]/g, "'");

/**
 * The calendar file (RFC 5545) of one interview, for one of its sides. Its UID stays while the interview is moved, called
 * off and booked anew; SEQUENCE counts the changes of its time, so that a calendar knows which file is the newest.
 */
export const calendarOf = (interview: Interview, facts: CalendarFacts): string => {
  const { id, start, end, place, state, sequence, changedAt, postingId } = interview;
  const { reader, site, title, company, student } = facts;
  const host = new URL(site).hostname;
  const other = reader === 'student' ? both(company) : student;
  const page = `${site}${reader === 'student' ? `/student/applications/${id}/interview` : `/company/postings/${postingId}/interviews`}`;
  const where = place.kind === 'link' ? place.url : place.words;
  const off = state === 'cancelled';
  const calendar = ical({
    prodId: { company: 'cloud-internship-marketplace', product: 'interviews', language: 'ZH' },
    method: off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@${host}`,
    sequence,
    stamp: new Date(changedAt),
    start: new Date(start),
    end: new Date(end),
    status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: plain(`面试 / Interview: ${both(title)} · ${other}`),
    location: plain(where),
    description: [where, '面试是邀请，不是录用承诺。An interview is an invitation, never a promise.', page]
      .map(plain)
      .join('\n'),
    url: page,
    organizer: { name: quotable(both(company)) || host, email: `noreply@${host}` },
  });
  return calendar.toString();
};
