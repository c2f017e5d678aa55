import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationName } from '../../../functions/operations.ts';
import { operationNames, operations } from '../../../functions/operations.ts';
import { acceptingPost } from '../../../infra/local/access-patterns/accepting-post.ts';
import { startPartners } from '../../support/partners.ts';
import { companyContent, postingContent } from '../../support/samples.ts';
import { confirmedPlacement } from '../../support/placement.ts';
import { people, startWorld, type World } from '../../support/world.ts';

/** Everyone who may come: `owner` and `student` are those whom the things of the walk belong to. */
const visitors = [
  'anonymous',
  'student',
  'otherStudent',
  'owner',
  'otherCompany',
  'newCompany',
  'coordinator',
  'referrer',
  'newReferrer',
] as const;
type Visitor = (typeof visitors)[number];
const actors = {
  anonymous: undefined,
  student: people.student,
  otherStudent: people.otherStudent,
  owner: people.company,
  otherCompany: people.otherCompany,
  newCompany: people.newCompany,
  coordinator: people.coordinator,
  referrer: people.referrer,
  newReferrer: people.otherReferrer,
} satisfies Record<Visitor, object | undefined>;

const all = visitors;
const signedIn = visitors.filter((visitor) => visitor !== 'anonymous');
const students = ['student', 'otherStudent'] as const;
const coordinator = ['coordinator'] as const;
const companies = ['owner', 'otherCompany', 'newCompany'] as const;
const owner = ['owner'] as const;
/** Whoever has an inbox. */
const parties = ['student', 'otherStudent', 'owner', 'otherCompany'] as const;
const referrer = ['referrer'] as const;
const ownerOrCoordinator = ['owner', 'coordinator'] as const;

/** Written down a second time and on purpose: who gets through, whatever the access table says. */
const expected: Record<OperationName, readonly Visitor[]> = {
  getHealth: all,
  getTaxonomy: all,
  getMe: signedIn,
  listMyLetters: signedIn,
  getSearchState: coordinator,
  listCycles: all,
  getCycle: all,
  createCycle: coordinator,
  updateCycle: coordinator,
  previewPhase: coordinator,
  moveCycle: coordinator,
  closeSilentApplications: coordinator,
  getFigures: coordinator,
  previewWeights: coordinator,
  listPublicCompanies: all,
  listCompanies: coordinator,
  registerCompany: companies,
  getCompany: ownerOrCoordinator,
  updateCompany: owner,
  moveCompany: ownerOrCoordinator,
  listRecruiters: ownerOrCoordinator,
  inviteRecruiter: owner,
  removeRecruiter: owner,
  searchPostings: all,
  getPosting: all,
  listSimilarPostings: all,
  listSuggestions: all,
  getFit: students,
  listCyclePostings: coordinator,
  listCompanyPostings: ownerOrCoordinator,
  createPosting: owner,
  updatePosting: owner,
  movePosting: ownerOrCoordinator,
  listApplicants: ownerOrCoordinator,
  listCandidates: coordinator,
  getProfile: students,
  saveProfile: students,
  listStudents: coordinator,
  getStudent: coordinator,
  listSavedPostings: students,
  savePosting: students,
  unsavePosting: students,
  listSavedSearches: students,
  saveSearch: students,
  updateSavedSearch: ['student'],
  deleteSavedSearch: ['student'],
  listMyApplications: students,
  apply: students,
  getMyApplication: ['student'],
  getApplicant: ownerOrCoordinator,
  updateApplication: ['student'],
  moveApplication: ['student', 'owner'],
  listInterviewSlots: ownerOrCoordinator,
  previewInterviewSlots: owner,
  offerInterviewSlots: owner,
  takeBackInterviewSlot: owner,
  listCompanyInterviews: ownerOrCoordinator,
  listMyInterviews: students,
  getMyInterview: ['student'],
  bookInterview: ['student'],
  cancelInterview: ['student', 'owner'],
  recordInterview: owner,
  getInterviewCalendar: ['student', 'owner'],
  getMyRankList: students,
  saveMyRankList: students,
  certifyMyRankList: students,
  getPostingRankList: owner,
  savePostingRankList: owner,
  certifyPostingRankList: owner,
  getSeating: ownerOrCoordinator,
  saveSeating: owner,
  listRounds: all,
  getPublicRound: all,
  getRound: coordinator,
  getReadiness: coordinator,
  remindMissing: coordinator,
  freezeRound: coordinator,
  runRound: coordinator,
  approveRound: coordinator,
  publishRound: coordinator,
  voidRound: coordinator,
  getSnapshot: coordinator,
  getResultFile: coordinator,
  askWhatIf: coordinator,
  listWhatIfSubjects: coordinator,
  getMyResult: students,
  getPostingResult: ownerOrCoordinator,
  listMyOffers: students,
  listCompanyOffers: ownerOrCoordinator,
  listRoundOffers: coordinator,
  answerOffer: ['student'],
  listMyPlacements: students,
  listCompanyPlacements: ownerOrCoordinator,
  listCyclePlacements: coordinator,
  getPlacement: ['student', 'owner', 'coordinator'],
  writeAgreement: ['student', 'owner'],
  uploadAgreement: ['student', 'owner'],
  getAgreementFile: ['student', 'owner', 'coordinator'],
  confirmAgreement: ['student', 'owner'],
  saveMentor: owner,
  saveEquipment: owner,
  saveFirstMeeting: owner,
  checkIn: ['student', 'owner'],
  askExtension: ['student', 'owner'],
  answerExtension: ['student', 'owner', 'coordinator'],
  endPlacement: ['student', 'owner', 'coordinator'],
  listWorkLog: ['student', 'owner', 'coordinator'],
  writeWorkLog: ['student'],
  commentWorkLog: ['student', 'owner'],
  countersignWorkLog: owner,
  listEvaluations: ['student', 'owner', 'coordinator'],
  getEvaluation: ['student', 'owner', 'coordinator'],
  saveEvaluationDraft: ['student'],
  submitEvaluation: ['student'],
  excuseEvaluation: coordinator,
  getInternshipSettings: all,
  saveInternshipSettings: coordinator,
  listCompanyFigures: all,
  askRelease: ['student', 'owner'],
  decideRelease: coordinator,
  rescindOffer: coordinator,
  listReleases: coordinator,
  previewNextRound: coordinator,
  checkNights: coordinator,
  openNextRound: coordinator,
  changeRoundTerms: coordinator,
  moveRoundStep: coordinator,
  listOpenSeats: all,
  getMyStanding: students,
  listCompanyOpenSeats: ownerOrCoordinator,
  chooseOpenSeats: owner,
  uploadImport: coordinator,
  listImports: coordinator,
  getImport: coordinator,
  checkImport: coordinator,
  listImportRows: coordinator,
  runImport: coordinator,
  undoImport: coordinator,
  getRejectedRows: coordinator,
  listJobs: coordinator,
  getJob: coordinator,
  cancelJob: coordinator,
  listAudit: coordinator,
  checkCertificate: all,
  listCertificateKeys: all,
  listMyCertificates: students,
  confirmCertificate: ['student'],
  getCertificatePdf: ['student'],
  listCycleCertificates: coordinator,
  revokeCertificate: coordinator,
  listMyFollowUps: students,
  chooseFollowUp: ['student'],
  answerSurvey: ['student'],
  skipSurvey: ['student'],
  stopFollowUp: ['student'],
  listStatistics: all,
  listNotices: parties,
  getInbox: parties,
  readNotice: parties,
  readAllNotices: parties,
  undoReadAllNotices: parties,
  noteReader: parties,
  getNoticeSettings: parties,
  saveNoticeSettings: parties,
  unsubscribe: all,
  listBroadcasts: coordinator,
  previewBroadcast: coordinator,
  sendBroadcast: coordinator,
  listExtensions: coordinator,
  grantExtension: coordinator,
  takeBackExtension: coordinator,
  listMyExtensions: parties,
  previewOutcome: ownerOrCoordinator,
  giveOutcomes: ownerOrCoordinator,
  lookAtStudent: coordinator,
  getStudentSupport: coordinator,
  lookAtCompany: coordinator,
  getCompanySupport: coordinator,
  countLaidAside: coordinator,
  getInvitation: all,
  joinByInvitation: students,
  getReferral: students,
  // By then the walk has let both join.
  setReferralConsent: students,
  listInvitationLinks: referrer,
  createInvitationLink: referrer,
  revokeInvitationLink: referrer,
  listReferredStudents: referrer,
  getReferralFigures: referrer,
  listReferrers: coordinator,
  createReferrer: coordinator,
  inviteToReferrer: coordinator,
  removeFromReferrer: coordinator,
  listApiKeys: coordinator,
  createApiKey: coordinator,
  revokeApiKey: coordinator,
  listWebhooks: ['owner', 'otherCompany', 'coordinator'],
  createWebhook: ['owner', 'otherCompany', 'coordinator'],
  updateWebhook: owner,
  deleteWebhook: owner,
  rotateWebhookSecret: owner,
  testWebhook: owner,
  listDeliveries: owner,
  replayDelivery: owner,
};

let world: World;
let savedSearchId: string;
/** A referrer with a link by which `student` joined, a key, and a webhook of the company with a delivery. */
let partners: Record<string, string>;
beforeAll(async () => {
  world = await startWorld(undefined, undefined, acceptingPost);
  const body = { name: 'test', conditions: {}, digest: true, lang: 'en' };
  await confirmedPlacement(world);
  savedSearchId = (await world.ok('saveSearch', { as: people.student, body })).id;
  partners = await startPartners(world);
});
afterAll(() => world.stop());

const interviewTime = {
  kind: 'one',
  at: '2026-04-20T09:00',
  zone: 'Asia/Shanghai',
  minutes: 30,
  place: { kind: 'words', words: 'Room 3' },
};

/** Well-formed bodies where whose a thing is decides; elsewhere the role does, before any body is read. */
const bodies: Partial<Record<OperationName, unknown>> = {
  updateCompany: companyContent(1),
  moveCompany: { to: 'suspended', reason: 'test' },
  inviteRecruiter: { email: 'colleague@example.com' },
  createPosting: postingContent(),
  updatePosting: { content: postingContent() },
  movePosting: { to: 'paused' },
  updateSavedSearch: { name: 'test', digest: false, lang: 'en' },
  updateApplication: { answers: [] },
  moveApplication: { to: 'withdrawn' },
  previewInterviewSlots: interviewTime,
  offerInterviewSlots: interviewTime,
  bookInterview: { slotId: 'slt_0000000000000000' },
  recordInterview: { as: 'held' },
  savePostingRankList: { choices: [] },
  saveSeating: { groups: [], reserves: [], transfers: [] },
  answerOffer: { to: 'accepted' },
  writeAgreement: { text: 'test' },
  confirmAgreement: { number: 1 },
  saveMentor: { name: 'Test', email: 'test@example.com' },
  saveEquipment: { note: 'test' },
  saveFirstMeeting: { startsAt: '2026-06-29T01:00:00Z', place: 'test' },
  checkIn: { mark: 4, words: 'test' },
  askExtension: { endsOn: '2026-09-30', reason: 'test' },
  answerExtension: { agree: true },
  endPlacement: { reason: 'test' },
  writeWorkLog: { text: 'test' },
  commentWorkLog: { text: 'test' },
  saveEvaluationDraft: { answers: {} },
  submitEvaluation: { answers: {} },
  askRelease: { reason: 'test' },
  decideRelease: { grant: true, reason: 'test' },
  rescindOffer: { reason: 'test' },
  chooseOpenSeats: { takesPart: false },
  confirmCertificate: { show: 'passport' },
  revokeCertificate: { reason: 'test' },
  chooseFollowUp: { agrees: false },
  answerSurvey: { months: 6, answers: { doing: 'working', country: 'CN', field: 'data-ai', helped: 3 } },
  skipSurvey: { months: 6 },
  giveOutcomes: { applications: [{ id: `student-9~pos_${'0'.repeat(16)}`, version: 1 }], to: 'reviewing' },
  setReferralConsent: { consent: null },
  inviteToReferrer: { email: 'colleague@example.com' },
  createWebhook: {},
  updateWebhook: { name: 'test', url: 'https://example.com/', types: ['offer.answered'], paused: true },
};
const queries: Partial<Record<OperationName, Record<string, string>>> = {
  previewOutcome: { to: 'shortlisted' },
};

/** Ids of things that exist and belong to `student` and `owner`; an If-Match that no version has, so that nothing changes. */
const knock = (name: OperationName, visitor: Visitor): Promise<Response> => {
  const as = actors[visitor];
  const params = {
    cycleId: world.cycle.id,
    companyId: world.first.company.id,
    postingId: world.first.posting.id,
    applicationId: world.application.id,
    studentId: people.student.subject,
    roundId: world.round.id,
    offerId: `${people.student.subject}~${world.round.id}`,
    email: 'colleague@example.com',
    savedSearchId,
    placementId: `${people.student.subject}~${world.round.id}`,
    evaluationId: `${people.student.subject}~${world.round.id}~final~student`,
    number: '1',
    week: '1',
    slotId: 'slt_0000000000000000',
    certificateId: `${people.student.subject}~${world.round.id}`,
    followUpId: `${people.student.subject}~${world.round.id}`,
    code: 'none',
    ...partners,
    importId: 'imp_0000000000000000',
    jobId: 'job_0000000000000000',
    lookId: 'look_0000000000000000',
    token: 'forged',
  };
  const query = queries[name] ?? {};
  const operation: { method: string } = operations[name];
  const uploads: Partial<Record<OperationName, object>> = {
    uploadAgreement: {
      body: '%PDF-',
      headers: { 'content-type': 'application/pdf' },
      query: { fileName: 'a.pdf' },
    },
  };
  const body =
    operation.method === 'get' || operation.method === 'delete' ? {} : { body: bodies[name] ?? {} };
  return world.request(name, {
    ...(as && { as }),
    params,
    query,
    ...body,
    ...uploads[name],
    ifMatch: 999_999,
  });
};

/** Things that the walk does not make: nobody finds them, so that only the role can be seen to refuse. */
const absent: ReadonlySet<OperationName> = new Set([
  'takeBackInterviewSlot',
  'cancelInterview',
  'recordInterview',
  'getInterviewCalendar',
  'getSnapshot',
  'getResultFile',
  'getMyResult',
  'getPostingResult',
  'answerOffer',
  'getAgreementFile',
  'commentWorkLog',
  'countersignWorkLog',
  'askRelease',
  'decideRelease',
  'rescindOffer',
  'chooseOpenSeats',
  'checkCertificate',
  'confirmCertificate',
  'getCertificatePdf',
  'revokeCertificate',
  'chooseFollowUp',
  'answerSurvey',
  'skipSurvey',
  'stopFollowUp',
  'getImport',
  'checkImport',
  'listImportRows',
  'runImport',
  'undoImport',
  'getRejectedRows',
  'getJob',
  'cancelJob',
  'takeBackExtension',
  'unsubscribe',
  'getStudentSupport',
  'getCompanySupport',
]);

describe('who may call what', () => {
  it.each(operationNames.flatMap((name) => visitors.map((visitor) => ({ name, visitor }))))(
    '$name as $visitor',
    async ({ name, visitor }) => {
      const { status } = await knock(name, visitor);
      const allowed = expected[name].includes(visitor);
      // 401 and 403 are the door; 404 on a thing that exists says that it is not theirs.
      const refused = status === 401 || status === 403 || (status === 404 && !(allowed && absent.has(name)));
      const answered = visitor === 'anonymous' && !allowed ? status === 401 : status !== 500;
      expect({ refused, answered, status }).toEqual({ refused: !allowed, answered: true, status });
    },
  );
});
