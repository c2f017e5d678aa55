import type { Deps } from '../deps.ts';
import { patternsOf } from './places.ts';
import type { Staff, Student } from './person.ts';
import * as ofStaff from './staff-traces.ts';
import * as traces from './traces.ts';

/** How somebody's trace is removed, or why there is none. */
type How<P> = ((deps: Deps, person: P) => Promise<void>) | string;

interface Holding {
  /** Kinds of items, as their keys begin; `…` for a sort key that begins with no word. */
  of: readonly string[];
  /** For a student and for anybody else; one reason may hold for both. */
  how: string | { student: How<Student>; staff: How<Staff> };
}

/** One way for whoever it is. */
const forBoth = (how: (deps: Deps, person: Student | Staff) => Promise<void>) => ({
  student: how,
  staff: how,
});
const signed = 'who did it is an opaque id, which leads to nobody once the account is gone';
const notOfStudents = 'about a company or a referrer and who acts for it';

/** Indexes follow their items: an application leaves its posting's lists as it goes. The order is that of the removal. */
export const holdings: readonly Holding[] = [
  { of: ['POSTING INTERVIEW_SLOT', 'COMPANY DIARY'], how: { student: traces.freeSlots, staff: signed } },
  { of: ['POSTING RANKLIST'], how: { student: traces.leaveRankLists, staff: signed } },
  {
    // A snapshot and its result have aliases: whose one was stood on that student's own list alone. Older ones go.
    of: ['files of rounds'],
    how: { student: traces.reduceUnaliased, staff: 'a round names no one who acts for somebody' },
  },
  {
    of: ['COMPANY COMPANY', 'POSTING POSTING'],
    how: { student: 'what a company says of itself and offers', staff: ofStaff.takeNameOff },
  },
  {
    of: ['RECRUITER NOTICE', 'RECRUITER …'],
    how: { student: traces.untellCompanies, staff: ofStaff.emptyInbox },
  },
  {
    of: ['RECRUITER RECRUITER', 'RECRUITER ASKED', 'REFERRER_PERSON REFERRER_PERSON'],
    how: { student: notOfStudents, staff: ofStaff.leave },
  },
  {
    of: ['WEBHOOK DELIVERY'],
    how: { student: traces.removeDeliveries, staff: 'events name no one who acts for somebody' },
  },
  { of: ['REFERRER INVITATION_LINK'], how: { student: traces.signLink, staff: signed } },
  { of: ['DEAD_CHANGE …', 'QUEUE_DEAD …'], how: forBoth(traces.dropLaidAside) },
  { of: ['MAIL …', 'MAIL_SENT GUARD'], how: forBoth(traces.emptyMailbox) },
  { of: ['files of agreements'], how: { student: traces.removeFiles, staff: 'with the student’s' } },
  { of: ['files that wait to be used'], how: forBoth(traces.removeWaiting) },
  { of: ['accounts'], how: forBoth(traces.removeAccount) },
  { of: ['AUDIT …'], how: { student: traces.blurTrail, staff: signed } },
  { of: ['ONCE ONCE'], how: forBoth(traces.forgetAnswers) },
  { of: ['STUDENT …'], how: { student: traces.removeOwn, staff: 'the name goes with those of the company' } },
  // After the documents: one that is made meanwhile would have them.
  { of: ['files of search documents'], how: forBoth(traces.removeSnapshot) },
  { of: ['STAFF …'], how: 'a request for deletion, which is forgotten last' },

  {
    of: ['ERASED ERASED'],
    how: 'a digest and a random word: what keeps late events from bringing anybody back',
  },
  { of: ['LETTER LETTER'], how: 'a digest of the letter’s id, and a time' },
  { of: ['QUEUE MESSAGE', 'JOB JOB'], how: 'ids of jobs, rounds, cycles and imports, none of students' },
  {
    of: ['RETENTION ACCOUNTS'],
    how: { student: traces.moveWalk, staff: 'how far a walk through students is' },
  },
  {
    of: ['CYCLE RETENTION', 'CYCLE DUE_COUNT'],
    how: 'how far a walk is: a posting’s place in a list, and a count',
  },
  {
    of: ['CYCLE CYCLE', 'CYCLE STATISTICS', 'CYCLE INTERNSHIP', 'COMPANY STATISTICS', 'STATISTICS …'],
    how: 'settings, and counts that name nobody',
  },
  {
    of: ['COMPANY INVITED', 'COMPANY FIGURES', 'COMPANY_FIGURES COUNTED', 'COORDINATORS GONE_COUNT'],
    how: 'counts that name nobody',
  },
  {
    of: ['REGISTRATION REGISTRATION', 'COMPANY SEATING', 'COMPANY EXTENSION', 'COMPANY SUPPORT_LOOK'],
    how: notOfStudents,
  },
  {
    of: ['RECRUITER INBOX', 'RECRUITER NOTICE_SETTINGS'],
    how: { student: 'what a recruiter chose, and a count', staff: 'with the notices' },
  },
  {
    of: ['POSTING OUTCOME', 'POSTING OPEN_SEATS'],
    how: 'what a company offers, and seats',
  },
  { of: ['SUGGESTED SUGGESTED', 'SUGGESTIONS …'], how: 'words of postings' },
  { of: ['ROUND ROUND', 'ROUND SEED'], how: 'a round’s course and its lottery' },
  { of: ['BROADCAST BROADCAST'], how: 'what coordinators tell many' },
  { of: ['IMPORT IMPORT'], how: 'imports bring companies and postings, no students' },
  { of: ['CERTIFICATE_KEYS …'], how: 'public keys' },
  {
    of: ['REFERRER REFERRER', 'REFERRER INVITATION_LINK_COUNT', 'INVITATION_CODE INVITATION_CODE'],
    how: notOfStudents,
  },
  {
    of: ['API_KEY API_KEY', 'API_KEY USE', 'WEBHOOK WEBHOOK', 'WEBHOOKS_OF WEBHOOK_COUNT'],
    how: 'about a partner',
  },
  {
    of: ['CHECKPOINT CHECKPOINT', 'CLOCK CLOCK', 'REBUILD REBUILD', 'HEALTH HEALTH'],
    how: 'where the product is with its own work',
  },
];

/** The line for a kept item, or for a way to read one; undefined where nobody has thought of it. */
export const holdingOf = (place: { pk: string; sk: string }): Holding | undefined => {
  const possible = patternsOf(place);
  return possible
    .map((name) => holdings.find(({ of }) => of.includes(name)))
    .find((one) => one !== undefined);
};

const removals = <P>(hows: readonly How<P>[]) => {
  const ways = hows.filter((how) => typeof how !== 'string');
  return (deps: Deps, person: P): (() => Promise<void>)[] => ways.map((remove) => () => remove(deps, person));
};
/** All that is done to remove somebody, in order. */
export const waysFor = {
  student: removals(holdings.map(({ how }) => (typeof how === 'string' ? how : how.student))),
  staff: removals(holdings.map(({ how }) => (typeof how === 'string' ? how : how.staff))),
};
