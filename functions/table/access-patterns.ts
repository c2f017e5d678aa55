import type { IndexName, Key, Query } from './table.ts';

/** One way in which the product reads its record. `{name}` in a key stands for anything but the end of the key. */
export interface AccessPattern {
  /** What it finds. */
  finds: string;
  /** Where: an item by its key, or items in order from the table or from an index, which may lag behind writes. */
  from: 'item' | 'table' | IndexName;
  pk: string;
  /** An item's sort key; of a query its prefix (`{state}#…`), its bounds (`…{to}`, `{from}…{to}`), or all of them (`…`). */
  sk: string;
  /** Which file below functions/ asks. */
  asks: string;
}

const item = (finds: string, pk: string, sk: string, asks: string): AccessPattern => ({
  finds,
  from: 'item',
  pk,
  sk,
  asks,
});
const list = (
  from: 'table' | IndexName,
  finds: string,
  pk: string,
  sk: string,
  asks: string,
): AccessPattern => ({ finds, from, pk, sk, asks });

/**
 * Every way in which stores read, in one place: what keys and indexes are for. A test plays a whole cycle and compares:
 * nothing is read that is not here, and nothing is here that is not read.
 */
export const accessPatterns: readonly AccessPattern[] = [
  list('table', 'everything of a trial cycle', 'CYCLE#{cycle}', '…', 'trial/remove.ts'),
  list('table', 'everything of a posting in a trial', 'POSTING#{posting}', '…', 'trial/remove.ts'),
  list('table', 'everything of a round in a trial', 'ROUND#{round}', '…', 'trial/remove.ts'),
  list('table', 'everything of a company in a trial', 'COMPANY#{company}', '…', 'trial/people.ts'),
  list('table', 'everything of a recruiter in a trial', 'RECRUITER#{email}', '…', 'trial/people.ts'),
  list('table', "a trial's posting in suggestions", 'SUGGESTED#{posting}', '…', 'trial/remove.ts'),
  list('table', "a trial's suggestions", 'SUGGESTIONS#{cycle}#{kind}', '…', 'trial/remove.ts'),
  list('table', "a trial's job", 'JOB#{job}', '…', 'trial/remove.ts'),
  list('table', "a trial's import", 'IMPORT#{import}', '…', 'trial/remove.ts'),
  list('table', "a trial's announcement", 'BROADCAST#{announcement}', '…', 'trial/remove.ts'),
  list('table', 'everything of a student', 'STUDENT#{student}', '…', 'rights/person.ts'),
  item('a request for deletion', 'STUDENT#{student}', 'DELETION', 'rights/store.ts'),
  item('a request for deletion of somebody else', 'STAFF#{subject}', 'DELETION', 'rights/store.ts'),
  item('how many coordinators have gone', 'COORDINATORS', 'GONE_COUNT', 'rights/duties.ts'),
  list('table', 'everything of a recruiter at a company', 'RECRUITER#{email}#{company}', '…', 'rights/staff-traces.ts'),
  list('gsi1', 'requests for deletion', 'DELETIONS', '…', 'rights/store.ts'),
  list('gsi2', 'requests that people made', 'DELETIONS_ASKED', '…', 'rights/store.ts'),
  item('how many of a cycle are told that their data goes', 'CYCLE#{cycle}', 'DUE_COUNT', 'rights/due.ts'),
  item('how far retention is with accounts', 'RETENTION', 'ACCOUNTS', 'retention/store.ts'),
  list('gsi1', 'deletions that are due', 'DELETIONS', '…{to}', 'rights/store.ts'),
  item('that somebody was removed', 'ERASED#{digest}', 'ERASED', 'rights/store.ts'),
  list('gsi2', 'removals that go on', 'ERASING', '…', 'rights/store.ts'),
  list('gsi1', 'a request for deletion by its word', 'DELETIONS', '{due}#{word}…', 'rights/store.ts'),
  list('table', "a student's rank lists", 'STUDENT#{student}', 'RANKLIST#…', 'rights/erase.ts'),
  item('that somebody wants data kept', 'STUDENT#{student}', 'KEPT', 'retention/store.ts'),
  item('how far retention is with a cycle', 'CYCLE#{cycle}', 'RETENTION', 'retention/store.ts'),
  list('gsi1', 'all removals', 'ERASED', '…', 'rights/store.ts'),
  list('gsi1', 'answers remembered for somebody', 'ONCE_OF#{actor}', '…', 'rights/traces.ts'),

  item('a cycle', 'CYCLE#{cycle}', 'CYCLE', 'cycle/store.ts'),
  list('gsi1', 'all cycles by their end', 'CYCLES', '…', 'cycle/store.ts'),

  item("a cycle's statistics", 'CYCLE#{cycle}', 'STATISTICS', 'cycle-statistics/store.ts'),
  item("a company's part of them", 'COMPANY#{company}', 'STATISTICS#{cycle}', 'cycle-statistics/store.ts'),

  item('a company', 'COMPANY#{company}', 'COMPANY', 'company/store.ts'),
  list('gsi1', 'all companies', 'COMPANIES', '…', 'company/store.ts'),
  list('gsi1', 'companies in a state', 'COMPANIES', '{state}#…', 'company/store.ts'),
  list('gsi2', 'companies with a change to check', 'COMPANY_CHANGES', '…', 'company/store.ts'),
  item('the company of an account', 'RECRUITER#{email}', 'RECRUITER', 'company/recruiters.ts'),
  list('gsi1', 'recruiters of a company', 'COMPANY#{company}#RECRUITERS', '…', 'company/recruiters.ts'),
  item('an invitation to a company', 'RECRUITER#{email}', 'RECRUITER#{company}', 'company/invitations.ts'),
  list('table', 'invitations to companies', 'RECRUITER#{email}', 'RECRUITER#…', 'company/invitations.ts'),
  item('that a company asked somebody', 'RECRUITER#{email}', 'ASKED#{company}', 'company/asked.ts'),
  list('table', 'companies that asked somebody', 'RECRUITER#{email}', 'ASKED#…', 'company/asked.ts'),
  item('how many a company invited on a day', 'COMPANY#{company}', 'INVITED#{day}', 'company/invitations.ts'),
  item('who holds a registration number', 'REGISTRATION#{number}', 'REGISTRATION', 'company/registration-claim.ts'),
  list('gsi1', 'invited by a company', 'COMPANY#{company}#INVITED', '…', 'company/invitations.ts'),
  item("a company's seating plan", 'COMPANY#{company}', 'SEATING#{cycle}', 'seating/store.ts'),

  item('a posting', 'POSTING#{posting}', 'POSTING', 'posting/store.ts'),
  list('gsi1', 'postings of a cycle', 'CYCLE#{cycle}#POSTINGS', '…', 'posting/store.ts'),
  list('gsi1', 'postings of a cycle in a state', 'CYCLE#{cycle}#POSTINGS', '{state}#…', 'posting/store.ts'),
  list('gsi2', 'postings of a company', 'COMPANY#{company}#POSTINGS', '…', 'posting/store.ts'),
  item("a posting's suggestions", 'SUGGESTED#{posting}', 'SUGGESTED', 'suggestion/store.ts'),
  list('table', 'what begins with typed letters', 'SUGGESTIONS#{cycle}#{kind}', '{from}…{to}', 'suggestion/store.ts'),

  item('a student', 'STUDENT#{student}', 'PROFILE', 'student/store.ts'),
  list('gsi1', 'all students', 'STUDENTS', '…', 'student/store.ts'),
  list('table', "a student's saved postings", 'STUDENT#{student}', 'SAVED_POSTING#…', 'saved-posting/store.ts'),
  item('a saved posting', 'STUDENT#{student}', 'SAVED_POSTING#{posting}', 'saved-posting/store.ts'),
  list('table', "a student's saved searches", 'STUDENT#{student}', 'SAVED_SEARCH#…', 'saved-search/store.ts'),
  item('a saved search', 'STUDENT#{student}', 'SAVED_SEARCH#{search}', 'saved-search/store.ts'),
  item("a student's digest", 'STUDENT#{student}', 'DIGEST', 'saved-search/store.ts'),
  list('gsi1', 'digests that are due', 'DIGESTS', '…{to}', 'saved-search/store.ts'),

  item('an application', 'STUDENT#{student}', 'APPLICATION#{posting}', 'application/store.ts'),
  item('how many applications count', 'STUDENT#{student}', 'QUOTA#{cycle}', 'application/store.ts'),
  list('table', "a student's applications", 'STUDENT#{student}', 'APPLICATION#…', 'application/store.ts'),
  list('gsi1', 'applications to a posting', 'POSTING#{posting}#APPLICATIONS', '…', 'application/store.ts'),
  list('gsi2', 'applications of a cycle', 'CYCLE#{cycle}#APPLICATIONS', '…', 'application/store.ts'),
  list('gsi2', 'applications of a cycle in a state', 'CYCLE#{cycle}#APPLICATIONS', '{state}#…', 'application/store.ts'),

  item('an interview slot', 'POSTING#{posting}', 'INTERVIEW_SLOT#{slot}', 'interview/store.ts'),
  list('table', "a posting's interview slots", 'POSTING#{posting}', 'INTERVIEW_SLOT#…', 'interview/store.ts'),
  item('an interview', 'STUDENT#{student}', 'INTERVIEW#{posting}', 'interview/store.ts'),
  list('table', "a student's interviews", 'STUDENT#{student}', 'INTERVIEW#…', 'interview/store.ts'),
  list('gsi1', "a company's interviews", 'COMPANY#{company}#INTERVIEWS', '…', 'interview/store.ts'),
  list('gsi1', "a posting's interviews", 'COMPANY#{company}#INTERVIEWS', '{posting}#…', 'interview/store.ts'),
  list('gsi2', 'interviews to remind of', 'INTERVIEWS_TO_REMIND', '…{to}', 'interview/store.ts'),
  item("when a student is interviewed", 'STUDENT#{student}', 'DIARY', 'interview/diary.ts'),
  item('when a recruiter interviews', 'COMPANY#{company}', 'DIARY#{recruiter}', 'interview/diary.ts'),
  item("a student's inbox", 'STUDENT#{student}', 'INBOX', 'notice/store.ts'),
  item('what letters a student wants', 'STUDENT#{student}', 'NOTICE_SETTINGS', 'notice/store.ts'),
  item('a notice of a student', 'STUDENT#{student}', 'NOTICE#{at}#{notice}', 'notice/store.ts'),
  list('table', "a student's notices", 'STUDENT#{student}', 'NOTICE#…', 'notice/store.ts'),
  item("a recruiter's inbox", 'RECRUITER#{email}#{company}', 'INBOX', 'notice/store.ts'),
  item('what letters a recruiter wants', 'RECRUITER#{email}#{company}', 'NOTICE_SETTINGS', 'notice/store.ts'),
  item('a notice of a recruiter', 'RECRUITER#{email}#{company}', 'NOTICE#{at}#{notice}', 'notice/store.ts'),
  list('table', "a recruiter's notices", 'RECRUITER#{email}#{company}', 'NOTICE#…', 'notice/store.ts'),
  list('gsi1', 'letters that are due', 'LETTERS_DUE', '…{to}', 'notice/store.ts'),
  item('an announcement to many', 'BROADCAST#{announcement}', 'BROADCAST', 'broadcast/store.ts'),
  list('gsi1', 'announcements of a cycle', 'CYCLE#{cycle}#BROADCASTS', '…', 'broadcast/store.ts'),
  item('extra time of a student', 'STUDENT#{student}', 'EXTENSION#{cycle}#{step}', 'extension/store.ts'),
  list('table', 'all extra time of a student', 'STUDENT#{student}', 'EXTENSION#…', 'extension/store.ts'),
  item('extra time of a company', 'COMPANY#{company}', 'EXTENSION#{cycle}#{step}', 'extension/store.ts'),
  list('table', 'all extra time of a company', 'COMPANY#{company}', 'EXTENSION#…', 'extension/store.ts'),
  list('gsi1', 'extra time given in a cycle', 'CYCLE#{cycle}#EXTENSIONS', '…', 'extension/store.ts'),
  list('gsi2', 'extra time that is over', 'EXTENSIONS_TO_END', '…{to}', 'extension/store.ts'),
  item('a look at what a student sees', 'STUDENT#{student}', 'SUPPORT_LOOK#{look}', 'support/store.ts'),
  item('that a coordinator opened what is a student’s', 'STUDENT#{student}', 'LOOK#{day}#{what}#{coordinator}', 'rights/opened.ts'),
  item('a look at what a company sees', 'COMPANY#{company}', 'SUPPORT_LOOK#{look}', 'support/store.ts'),

  item('a round', 'ROUND#{round}', 'ROUND', 'round/store.ts'),
  item("a round's seed", 'ROUND#{round}', 'SEED', 'round/seed.ts'),
  list('gsi1', 'rounds of a cycle', 'CYCLE#{cycle}#ROUNDS', '…', 'round/store.ts'),
  list('gsi2', 'rounds whose answers are due', 'ROUNDS_TO_ANSWER', '…{to}', 'round/store.ts'),
  item("a student's rank list", 'STUDENT#{student}', 'RANKLIST#{round}', 'ranklist/store.ts'),
  item("a posting's rank list", 'POSTING#{posting}', 'RANKLIST#{round}', 'ranklist/store.ts'),
  list('gsi1', "one side's rank lists of a round", 'ROUND#{round}#RANKLISTS', '{side}#…', 'ranklist/store.ts'),
  item("a student's reasons", 'STUDENT#{student}', 'OUTCOME#{round}', 'round/outcome.ts'),
  item("a posting's seats", 'POSTING#{posting}', 'OUTCOME#{round}', 'round/outcome.ts'),

  item("a posting's seats in a supplementary round", 'POSTING#{posting}', 'OPEN_SEATS#{round}', 'supplementary/seats.ts'),
  list('gsi1', 'open seats of a supplementary round', 'ROUND#{round}#OPEN_SEATS', '…', 'supplementary/seats.ts'),
  list('gsi1', "a company's open seats in a round", 'ROUND#{round}#OPEN_SEATS', '{company}#…', 'supplementary/seats.ts'),
  item('an offer', 'STUDENT#{student}', 'OFFER#{round}', 'offer/store.ts'),
  list('table', 'what the sides asked about an offer', 'STUDENT#{student}', 'RELEASE#{round}…', 'offer/releases.ts'),
  list('gsi1', 'requests about offers in a state', 'CYCLE#{cycle}#RELEASES', '{state}#…', 'offer/releases.ts'),
  list('table', "a student's offers", 'STUDENT#{student}', 'OFFER#…', 'offer/store.ts'),
  list('gsi1', 'offers of a round', 'ROUND#{round}#OFFERS', '…', 'offer/store.ts'),
  list('gsi1', 'offers of a round in a state', 'ROUND#{round}#OFFERS', '{state}#…', 'offer/store.ts'),
  list('gsi2', 'offers of a company', 'COMPANY#{company}#OFFERS', '…', 'offer/store.ts'),
  list('gsi2', "a round's offers for a posting", 'COMPANY#{company}#OFFERS', '{round}#{posting}#…', 'offer/store.ts'),

  item('a placement', 'STUDENT#{student}', 'PLACEMENT#{round}', 'placement/store.ts'),
  list('table', "a student's placements", 'STUDENT#{student}', 'PLACEMENT#…', 'placement/store.ts'),
  list('gsi1', 'placements of a company', 'COMPANY#{company}#PLACEMENTS', '…', 'placement/store.ts'),
  list('gsi2', 'placements of a cycle', 'CYCLE#{cycle}#PLACEMENTS', '…', 'placement/store.ts'),
  list('gsi2', 'placements that something falls due of', 'CYCLE#{cycle}#PLACEMENTS', '…{to}', 'placement/store.ts'),
  item('an evaluation', 'STUDENT#{student}', 'EVALUATION#{round}#{kind}#{side}', 'evaluation/store.ts'),
  list('table', "a placement's evaluations", 'STUDENT#{student}', 'EVALUATION#{round}#…', 'evaluation/store.ts'),
  list('gsi1', 'evaluations that something falls due of', 'EVALUATIONS_DUE', '…{to}', 'evaluation/store.ts'),
  item("what a cycle asks of its internships", 'CYCLE#{cycle}', 'INTERNSHIP', 'internship/store.ts'),
  item('a week of a log', 'STUDENT#{student}', 'WORK_LOG#{round}#{week}', 'work-log/store.ts'),
  list('table', "an internship's log", 'STUDENT#{student}', 'WORK_LOG#{round}#…', 'work-log/store.ts'),
  item("a company's figures", 'COMPANY#{company}', 'FIGURES', 'company-figures/store.ts'),
  list('gsi1', "all companies' figures", 'COMPANY_FIGURES', '…', 'company-figures/store.ts'),
  item('which day was counted', 'COMPANY_FIGURES', 'COUNTED', 'company-figures/store.ts'),

  item('a certificate', 'STUDENT#{student}', 'CERTIFICATE#{round}', 'certificate/store.ts'),
  list('table', "a student's certificates", 'STUDENT#{student}', 'CERTIFICATE#…', 'certificate/store.ts'),
  list('gsi1', 'the certificate with a code', 'CERTIFICATE#{code}', '…', 'certificate/store.ts'),
  list('gsi2', 'certificates of a cycle', 'CYCLE#{cycle}#CERTIFICATES', '…', 'certificate/store.ts'),
  list('gsi2', 'certificates of a cycle in a state', 'CYCLE#{cycle}#CERTIFICATES', '{state}#…', 'certificate/store.ts'),
  list('table', 'keys that certificates were signed with', 'CERTIFICATE_KEYS', '…', 'certificate/keys.ts'),
  item('what follows an internship', 'STUDENT#{student}', 'FOLLOW_UP#{round}', 'follow-up-survey/store.ts'),
  list('table', "what follows a student's internships", 'STUDENT#{student}', 'FOLLOW_UP#…', 'follow-up-survey/store.ts'),
  list('gsi1', 'certificates to remind of', 'CERTIFICATES_TO_REMIND', '…{to}', 'certificate/store.ts'),
  list('gsi1', 'students to be asked', 'FOLLOW_UPS', '…{to}', 'follow-up-survey/store.ts'),
  list('gsi2', 'what follows the internships of a cycle', 'CYCLE#{cycle}#FOLLOW_UPS', '…', 'follow-up-survey/store.ts'),
  list('table', 'published statistics', 'STATISTICS', '…', 'statistics/store.ts'),

  item('an import', 'IMPORT#{import}', 'IMPORT', 'import/store.ts'),
  list('gsi1', 'imports by time', 'IMPORTS', '…', 'import/routes.ts'),
  item('a job', 'JOB#{job}', 'JOB', 'job/store.ts'),
  list('gsi1', 'jobs by time', 'JOBS', '…', 'job/routes.ts'),
  list('gsi1', 'messages that are due', 'QUEUE_DUE', '…{to}', 'queue/table-messages.ts'),
  list('gsi1', 'messages by when they fall due', 'QUEUE_DUE', '…', 'queue/table-messages.ts'),
  list('table', 'messages that nobody could work off', 'QUEUE_DEAD', '…', 'queue/table-messages.ts'),
  list('table', 'letters of an address', 'MAIL#{address}', '…', 'mail/table-mailbox.ts'),
  list('table', 'changes of a month', 'AUDIT#{month}#{part}', '…', 'audit/store.ts'),
  list('table', 'changes of a month up to a place', 'AUDIT#{month}#{part}', '…{to}', 'audit/store.ts'),
  list('table', 'changes of some days', 'AUDIT#{month}#{part}', '{from}…{to}', 'audit/store.ts'),
  list('gsi1', 'changes of an item', 'AUDIT#{item}#{part}', '…', 'audit/store.ts'),
  list('gsi2', 'changes by somebody', 'AUDIT#{who}#{part}', '…', 'audit/store.ts'),

  item('a referrer', 'REFERRER#{referrer}', 'REFERRER', 'referral/store.ts'),
  list('gsi1', 'all referrers', 'REFERRERS', '…', 'referral/store.ts'),
  item('the referrer of an account', 'REFERRER_PERSON#{email}', 'REFERRER_PERSON', 'referral/store.ts'),
  list('gsi1', 'who acts for a referrer', 'REFERRER#{referrer}#PEOPLE', '…', 'referral/store.ts'),
  item('an invitation link', 'REFERRER#{referrer}', 'INVITATION_LINK#{link}', 'referral/store.ts'),
  list('table', "a referrer's invitation links", 'REFERRER#{referrer}', 'INVITATION_LINK#…', 'referral/store.ts'),
  item('how many links a referrer made', 'REFERRER#{referrer}', 'INVITATION_LINK_COUNT', 'referral/store.ts'),
  item('the link behind a code', 'INVITATION_CODE#{hash}', 'INVITATION_CODE', 'referral/store.ts'),
  item('who brought a student', 'STUDENT#{student}', 'REFERRAL', 'referral/store.ts'),
  list('gsi1', "a referrer's students", 'REFERRER#{referrer}#STUDENTS', '…', 'referral/store.ts'),
  list('gsi2', 'those who agreed to be seen by name', 'REFERRER#{referrer}#CONSENTED', '…', 'referral/store.ts'),

  item('a key', 'API_KEY#{key}', 'API_KEY', 'api-key/store.ts'),
  item('how often a key was used', 'API_KEY#{key}', 'USE', 'api-key/store.ts'),
  list('gsi1', 'all keys', 'API_KEYS', '…', 'api-key/store.ts'),

  item('a webhook', 'WEBHOOK#{webhook}', 'WEBHOOK', 'webhook/store.ts'),
  list('gsi1', 'all webhooks', 'WEBHOOKS', '…', 'webhook/store.ts'),
  list('gsi1', 'webhooks of an owner', 'WEBHOOKS', '{owner}#…', 'webhook/store.ts'),
  item('how many webhooks an owner has', 'WEBHOOKS_OF#{owner}', 'WEBHOOK_COUNT', 'webhook/store.ts'),
  item('a delivery', 'WEBHOOK#{webhook}', 'DELIVERY#{event}', 'webhook/store.ts'),
  list('gsi1', "a webhook's deliveries", 'WEBHOOK#{webhook}#DELIVERIES', '…', 'webhook/store.ts'),
  list('gsi1', 'deliveries that are due', 'QUEUE_DUE#deliveries', '…{to}', 'queue/table-messages.ts'),
  list('gsi1', 'deliveries by when they fall due', 'QUEUE_DUE#deliveries', '…', 'queue/table-messages.ts'),

  item('the answer to an earlier request', 'ONCE#{actor}#{key}', 'ONCE', 'idempotency.ts'),
  item("a consumer's place in the change feed", 'CHECKPOINT#{consumer}', 'CHECKPOINT', 'changes/follower.ts'),
  item('a change that was laid aside', 'DEAD_CHANGE#{consumer}', '{change}', 'changes/dead-change.ts'),
  list('gsi1', 'changes that were laid aside', 'DEAD_CHANGES', '…', 'changes/dead-change.ts'),
  item('what became of a letter', 'LETTER#{letter}', 'LETTER', 'mail/claims.ts'),
  item('what the clock showed', 'CLOCK', 'CLOCK', 'clock/tick.ts'),
  item('how far a rebuild has come', 'REBUILD#search', 'REBUILD', 'changes/rebuild-search.ts'),
  item('whether the record answers', 'HEALTH', 'HEALTH', 'system/routes.ts'),
]; // prettier-ignore

const fits = (template: string, text: string): boolean =>
  new RegExp(`^${template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+')}$`, 's').test(
    text,
  );

/** How many characters of a key a pattern gives itself: of two patterns that fit, the plainer one is meant. */
const plainness = ({ pk, sk }: AccessPattern): number => `${pk} ${sk}`.replaceAll(/\{\w+\}/g, '').length;

const plainest = (found: readonly AccessPattern[]): AccessPattern | undefined =>
  found.toSorted((a, b) => plainness(b) - plainness(a))[0];

const isRange = (template: string): boolean => template === '…{to}' || template === '{from}…{to}';

const fitsRange = (template: string, { sk = {} }: Query): boolean => {
  if ('prefix' in sk)
    return !isRange(template) && template !== '…' && fits(template.replace('…', ''), sk.prefix);
  if (sk.to === undefined) return template === '…';
  return template === (sk.from === undefined ? '…{to}' : '{from}…{to}');
};

/** The pattern by which an item is read; undefined when there is none. */
export const patternOfItem = ({ pk, sk }: Key): AccessPattern | undefined =>
  plainest(accessPatterns.filter((one) => one.from === 'item' && fits(one.pk, pk) && fits(one.sk, sk)));

/** The pattern of a query; undefined when there is none. */
export const patternOfQuery = (query: Query): AccessPattern | undefined =>
  plainest(
    accessPatterns.filter(
      (one) => one.from === (query.index ?? 'table') && fits(one.pk, query.pk) && fitsRange(one.sk, query),
    ),
  );
