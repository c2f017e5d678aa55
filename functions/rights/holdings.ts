import type { Deps } from '../deps.ts';
import { patternsOf } from './places.ts';
import type { Person } from './person.ts';
import * as traces from './traces.ts';

interface Holding {
  /** Kinds of items, as their keys begin; `…` for a sort key that begins with no word. */
  of: readonly string[];
  /** How a person's trace is removed, or why there is none. */
  how: ((deps: Deps, person: Person) => Promise<void>) | string;
}

/** Indexes follow their items: an application leaves its posting's lists as it goes. The order is that of the removal. */
export const holdings: readonly Holding[] = [
  { of: ['POSTING INTERVIEW_SLOT', 'COMPANY DIARY'], how: traces.freeSlots },
  { of: ['POSTING RANKLIST'], how: traces.leaveRankLists },
  { of: ['RECRUITER NOTICE'], how: traces.untellCompanies },
  { of: ['WEBHOOK DELIVERY'], how: traces.removeDeliveries },
  { of: ['REFERRER INVITATION_LINK'], how: traces.signLink },
  { of: ['DEAD_CHANGE …', 'QUEUE_DEAD …'], how: traces.dropLaidAside },
  { of: ['MAIL …', 'MAIL_SENT GUARD'], how: traces.emptyMailbox },
  { of: ['files of agreements', 'files that wait to be used'], how: traces.removeFiles },
  { of: ['accounts'], how: traces.removeAccount },
  { of: ['AUDIT …'], how: traces.blurTrail },
  { of: ['ONCE ONCE'], how: traces.forgetAnswers },
  { of: ['STUDENT …'], how: traces.removeOwn },

  {
    of: ['ERASED ERASED'],
    how: 'a digest and a random word: what keeps late events from bringing anybody back',
  },
  { of: ['LETTER LETTER'], how: 'a digest of the letter’s id, and a time' },
  { of: ['QUEUE MESSAGE', 'JOB JOB'], how: 'ids of jobs, rounds, cycles and imports, none of students' },
  {
    of: ['files of rounds'],
    how: 'a snapshot and its result have aliases: whose one was stood on that student’s own list alone, and the hash stays verifiable',
  },
  {
    of: ['CYCLE RETENTION'],
    how: 'how far a walk is: a posting’s place in a list, and a count',
  },
  {
    of: ['CYCLE CYCLE', 'CYCLE STATISTICS', 'CYCLE INTERNSHIP', 'COMPANY STATISTICS', 'STATISTICS …'],
    how: 'settings, and counts that name nobody',
  },
  { of: ['COMPANY FIGURES', 'COMPANY_FIGURES COUNTED'], how: 'counts that name nobody' },
  {
    of: [
      'COMPANY COMPANY',
      'REGISTRATION REGISTRATION',
      'COMPANY SEATING',
      'COMPANY EXTENSION',
      'COMPANY SUPPORT_LOOK',
      'RECRUITER RECRUITER',
    ],
    how: 'about a company and who acts for it',
  },
  { of: ['RECRUITER INBOX', 'RECRUITER NOTICE_SETTINGS'], how: 'what a recruiter chose, and a count' },
  {
    of: ['POSTING POSTING', 'POSTING OUTCOME', 'POSTING OPEN_SEATS'],
    how: 'what a company offers, and seats',
  },
  { of: ['SUGGESTED SUGGESTED', 'SUGGESTIONS …'], how: 'words of postings' },
  { of: ['ROUND ROUND', 'ROUND SEED'], how: 'a round’s course and its lottery' },
  { of: ['BROADCAST BROADCAST'], how: 'what coordinators tell many' },
  { of: ['IMPORT IMPORT'], how: 'imports bring companies and postings, no students' },
  { of: ['CERTIFICATE_KEYS …'], how: 'public keys' },
  {
    of: [
      'REFERRER REFERRER',
      'REFERRER INVITATION_LINK_COUNT',
      'REFERRER_PERSON REFERRER_PERSON',
      'INVITATION_CODE INVITATION_CODE',
    ],
    how: 'about a referrer, and codes that many use',
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
