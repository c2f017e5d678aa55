import { askedOf } from '../../../functions/company/asked.ts';
import {
  inviteRecruiter,
  listInvitations,
  removeInvitation,
} from '../../../functions/company/invitations.ts';
import { deadChanges, deadOf, isStillAsked } from '../../../functions/changes/dead-change.ts';
import { rebuildSearch } from '../../../functions/changes/rebuild-search.ts';
import { monthsAfter } from '../../../functions/clock/months-after.ts';
import type { Deps } from '../../../functions/deps.ts';
import { ImportId, PostingId } from '../../../functions/ids.ts';
import { endExtensions } from '../../../functions/extension/end-extensions.ts';
import { letterClaims } from '../../../functions/mail/claims.ts';
import { sendLetters } from '../../../functions/notice/send-letters.ts';
import { findNotice } from '../../../functions/notice/store.ts';
import { expireOffers } from '../../../functions/offer/expire.ts';
import { everyItem } from '../../../functions/table/every.ts';
import { queuedMessages } from '../../../functions/queue/table-messages.ts';
import { askByRetention } from '../../../functions/retention/ask.ts';
import { handingOver } from '../../../functions/rights/duties.ts';
import { eraseDue } from '../../../functions/rights/erase.ts';
import { emptyInbox } from '../../../functions/rights/staff-traces.ts';
import { evaluatorSearch } from '../../../functions/search/evaluator.ts';
import { playCycle } from '../cycle/play.ts';
import { progressOn } from '../cycle/progress.ts';
import { type MovableClock, timekeeper } from '../cycle/timekeeper.ts';
import { everyWebhook } from '../../../functions/webhook/store.ts';
import { type Caller, callerOf, newCaller, refusalOf } from '../cycle/client.ts';
import { coordinators } from '../seed/accounts.ts';
import type { RunningServer } from '../server.ts';
import { visitInterviews } from './interviews.ts';
import { visitTrial } from './trial.ts';

const tenDaysMs = 10 * 24 * 60 * 60 * 1000;

/** What coordinators and readers of figures ask of internships. */
const visitInternships = async (coordinator: Caller, cycleId: string): Promise<void> => {
  await coordinator.call('listCompanyFigures', { query: {} });
  const { items } = await coordinator.call('listCyclePlacements', { params: { cycleId }, query: {} });
  for (const { id: placementId, companyId } of items.slice(0, 1)) {
    await coordinator.call('listWorkLog', { params: { placementId } });
    await coordinator.call('listCompanyPlacements', { params: { companyId }, query: {} });
  }
};

/** What the clock, an operator and readers of the lists ask that a played cycle does not. */
const visitTheRest = async (server: RunningServer): Promise<void> => {
  const { origin, deps } = server;
  const [account] = coordinators;
  if (account === undefined) throw new Error('There is no coordinator.');
  const coordinator = await callerOf(origin, account);
  const { id: cycleId } = await coordinator.call('getCycle', { params: { cycleId: 'current' } });
  await coordinator.call('getHealth', {});
  await coordinator.call('listCompanies', { query: { state: 'verified' } });
  await coordinator.call('listAudit', { query: {} });
  await coordinator.call('listAudit', { query: { entity: cycleId } });
  await coordinator.call('listJobs', { query: {} });
  await coordinator.call('listImports', { query: {} });
  await coordinator.call('getFigures', { params: { cycleId } });
  await visitInternships(coordinator, cycleId);
  await coordinator.call('countStatistics', { params: { cycleId } });
  const rounds = await coordinator.call('listRounds', { params: { cycleId } });
  for (const { id: roundId } of rounds.items)
    await coordinator.call('listRoundOffers', { params: { roundId }, query: {} });
  await coordinator.call('listCycleCertificates', { params: { cycleId }, query: {} });
  await coordinator.call('listCycleCertificates', { params: { cycleId }, query: { state: 'issued' } });
  const importId = ImportId.parse(`imp_${deps.newId()}`);
  await refusalOf(coordinator.call('getImport', { params: { importId } }));
  const student = await newCaller(origin, {
    email: 'reader@students.example',
    password: 'a-long-summer',
    name: 'Reader',
    role: 'student',
  });
  await student.call('listMyLetters', { query: {} });
  await visitTheDesk(server, coordinator, student);
  await student.call('listSuggestions', { query: { q: 'da' } });
  const search = { name: 'Everything', digest: true, lang: 'en' } as const;
  const saved = await student.call('saveSearch', { body: { ...search, conditions: {} } });
  const params = { savedSearchId: saved.id };
  await student.call('updateSavedSearch', { params, body: search, ifMatch: saved.version });
  await student.call('listSavedSearches', {});
  const postingId = PostingId.parse(`pos_${deps.newId()}`);
  await student.call('unsavePosting', { params: { postingId } });
  await visitPartners(coordinator, { origin, deps, student });
  await rebuildSearch(deps, { open: async () => buildInMemory(), report: () => {}, stopped: () => true });
  await visitInterviews(deps);
  await expireOffers({ ...deps, clock: inTenDays(deps) });
  await queuedMessages(deps).deadLetters.all();
  const claims = letterClaims(deps);
  const claimed = await claims.claim('letter');
  if (claimed) await claims.settle(claimed, 'sent');
  await claims.claim('letter');
  await visitRights(server, coordinator, student);
  await askByRetention({ ...deps, clock: inTenYears(deps) });
  await Array.fromAsync(deadChanges(deps.table));
  await isStillAsked(deps.table, deadOf('nobody', neverMade, { error: 'none', at: deps.clock.now() }));
  await visitTrial(server, coordinator);
};

/** What a student asks of what is held, and the clock of who asked to be removed. */
const visitRights = async (
  { deps, settled }: RunningServer,
  coordinator: Caller,
  student: Caller,
): Promise<void> => {
  const { email } = await student.call('getMyData', {});
  const body = { email, when: 'now', certificates: 'remove', lang: 'en' } as const;
  await student.call('requestDeletion', { body });
  await coordinator.call('listDeletions', {});
  await eraseDue(deps);
  await settled();
  await eraseDue(deps);
  // What is read when somebody else goes, without anybody going.
  await coordinator.call('getMyData', {});
  const recruiter = { role: 'company', subject: 'nobody', email } as const;
  const asked = { lang: 'en', word: 'none', requestedAt: '', dueAt: '', stage: 'begun', version: 1 } as const;
  const deletion = { ...recruiter, ...asked, names: [] };
  await emptyInbox(deps, { deletion, ids: [email], marks: [email] });
  const by = { by: 'system:visits', action: 'visit', at: deps.clock.now() };
  await handingOver(deps, { ...recruiter, role: 'coordinator' }, by);
};

/** More time, announcements, notices, support and a search of the trail. */
const visitTheDesk = async ({ deps, settled }: RunningServer, coordinator: Caller, student: Caller) => {
  const params = { cycleId: 'current' } as const;
  const now = deps.clock.now();
  const { items: students } = await coordinator.call('listStudents', { query: { limit: 1 } });
  const { items: companies } = await coordinator.call('listCompanies', { query: { limit: 1 } });
  const [someone, company] = [students[0], companies[0]];
  if (someone === undefined || company === undefined) throw new Error('Nobody took part.');
  const later = new Date(Date.parse(now) + tenDaysMs).toISOString();
  const common = { until: later, reason: 'A power cut.' };
  for (const given of [
    { to: { kind: 'student', studentId: someone.id }, step: 'answer' },
    { to: { kind: 'company', companyId: company.id }, step: 'shortlisting' },
  ] as const)
    await coordinator.call('grantExtension', { params, body: { ...common, ...given } });
  await coordinator.call('listExtensions', { params, query: {} });
  const words = { subject: 'A word', text: 'Come to the talk.' };
  const audience = { to: 'companies', who: 'posting' } as const;
  await coordinator.call('sendBroadcast', { params, body: { audience, words: { zh: words, en: words } } });
  await coordinator.call('listBroadcasts', { params, query: {} });
  const body = { reason: 'Somebody asked.' };
  const looked = { studentId: someone.id };
  await coordinator.call('getStudent', { params: looked });
  const look = await coordinator.call('lookAtStudent', { params: looked, body });
  await coordinator.call('getStudentSupport', { params: { ...looked, lookId: look.id } });
  const lookedAt = { companyId: company.id };
  const other = await coordinator.call('lookAtCompany', { params: lookedAt, body });
  await coordinator.call('listCompanies', { query: { proposed: 'true' } });
  await coordinator.call('listRecruiters', { params: lookedAt, query: {} });
  const nobody = { email: 'nobody@company.example', companyId: company.id };
  await listInvitations(deps.table, nobody.email);
  await Array.fromAsync(everyItem(deps.table, askedOf(nobody.email)));
  const by = { by: 'system:visit', action: 'recruiter.invite', at: now };
  await inviteRecruiter(deps.table, { ...nobody, invitedAt: now }, by);
  await removeInvitation(deps.table, nobody, { ...by, action: 'recruiter.remove' });
  await coordinator.call('getCompanySupport', { params: { ...lookedAt, lookId: other.id } });
  await student.call('getInbox', {});
  // One notice is read by its key where it is marked as read or told again; how does not depend on whether it is there.
  for (const inbox of [
    { kind: 'student', studentId: someone.id },
    { kind: 'recruiter', companyId: company.id, email: 'reader@company.example' },
  ] as const)
    await findNotice(deps.table, { inbox, at: now, id: 'none' });
  await settled();
  const day = now.slice(0, 10);
  for (const query of [
    { to: day },
    { from: day, to: day },
    { by: 'system:clock' },
    { entity: company.id, from: day },
  ])
    await coordinator.call('listAudit', { query });
  await sendLetters({ ...deps, clock: inTenDays(deps) });
  await endExtensions({ ...deps, clock: inTenDays(deps) });
};

/** What referrers, partners' programs and coordinators who look after them ask. */
const visitPartners = async (
  coordinator: Caller,
  { origin, deps, student }: Pick<RunningServer, 'origin' | 'deps'> & { student: Caller },
): Promise<void> => {
  const email = 'union@students.example';
  await coordinator.call('createReferrer', {
    body: { name: { en: 'A union' }, kind: 'student_union', email },
  });
  await coordinator.call('listReferrers', { query: {} });
  const union = await newCaller(origin, {
    email,
    password: 'a-long-summer',
    name: 'Union',
    role: 'referrer',
  });
  const expiresAt = inTenDays(deps).now();
  const link = await union.call('createInvitationLink', { body: { label: 'All', cap: 2, expiresAt } });
  const code = link.url.slice(link.url.lastIndexOf('/') + 1);
  const joined = await student.call('joinByInvitation', { params: { code } });
  const ifMatch = joined.referral?.version ?? 0;
  await student.call('setReferralConsent', { body: { consent: joined.consentVersion }, ifMatch });
  await union.call('listReferredStudents', { query: {} });
  await union.call('getReferralFigures', {});
  const made = { name: 'Test', scopes: ['postings:read'], expiresAt } as const;
  const { key } = await coordinator.call('createApiKey', { body: { ...made, scopes: [...made.scopes] } });
  await fetch(`${origin}/v1/taxonomy`, { headers: { authorization: `Bearer ${key}` } });
  await coordinator.call('listApiKeys', { query: {} });
  const url = 'https://receiver.example/hooks';
  const hook = { name: 'Test', url, types: ['company.state_changed' as const] };
  const { id: webhookId } = await coordinator.call('createWebhook', { body: hook });
  await coordinator.call('testWebhook', { params: { webhookId } });
  await coordinator.call('listDeliveries', { params: { webhookId }, query: {} });
  await everyWebhook(deps.table);
};

const neverMade = { id: '0', key: { pk: 'NONE', sk: 'NONE' }, stamp: { by: '', action: '', at: '' } };

const inTenDays = ({ clock }: Deps): Deps['clock'] => ({
  now: () => new Date(Date.parse(clock.now()) + tenDaysMs).toISOString(),
});

const inTenYears = ({ clock }: Deps): Deps['clock'] => ({ now: () => monthsAfter(clock.now(), 120) });

/** A build that is given up after its first page. */
const buildInMemory = () => ({
  ...evaluatorSearch(),
  isNew: true,
  settle: async () => {},
  count: async () => 0,
  publish: async () => {},
  clear: async () => {},
});

/** Uses a server in every way that reads the record. */
export const useAll = async (server: RunningServer, clock: MovableClock): Promise<void> => {
  const asked = { students: 24, postings: 6, seed: 'test', whole: timekeeper(clock, server) };
  const report = await playCycle(server.origin, asked, progressOn({ write: () => true }));
  if (report.faults.length > 0) throw new Error(`The cycle went wrong: ${report.faults.join(' ')}`);
  await server.settled();
  await visitTheRest(server);
};
