import type { OperationName } from './operations.ts';

/**
 * Who may call what, in one table. The role comes from the access token.
 * - `anyone`: with or without a token
 * - `signedIn`: any role
 * - `student`, `coordinator`: that role
 * - `company`: a company account, also one that has not registered its company yet
 * - `owner`: a recruiter of the company that the thing belongs to
 * - `owner_or_coordinator`: either
 * - `party`: the student or a recruiter of the company that an application is between
 * - `party_or_coordinator`: one of these two, or a coordinator
 * - `referrer`: an account that a coordinator invited to act for a student union or workstation
 * What a partner's key may call besides is in `functions/api-key/operations-of-scope.ts`.
 * Whose a thing is, is decided where it is loaded (`functions/ownership.ts`): to others it does not exist (404).
 */
export type Access =
  | 'anyone'
  | 'signedIn'
  | 'student'
  | 'coordinator'
  | 'company'
  | 'owner'
  | 'owner_or_coordinator'
  | 'party'
  | 'party_or_coordinator'
  | 'referrer';

export const access = {
  getHealth: 'anyone',
  getTaxonomy: 'anyone',
  getMe: 'signedIn',
  listMyLetters: 'signedIn',
  getSearchState: 'coordinator',

  listCycles: 'anyone',
  getCycle: 'anyone',
  createCycle: 'coordinator',
  updateCycle: 'coordinator',
  previewPhase: 'coordinator',
  moveCycle: 'coordinator',
  closeSilentApplications: 'coordinator',
  getFigures: 'coordinator',
  previewWeights: 'coordinator',
  removeTrialCycle: 'coordinator',

  getStatistics: 'coordinator',
  countStatistics: 'owner_or_coordinator',
  getStatisticsTable: 'coordinator',
  getStatisticsWorkbook: 'coordinator',
  getCompanyStatistics: 'owner_or_coordinator',

  listPublicCompanies: 'anyone',
  listCompanies: 'coordinator',
  registerCompany: 'company',
  getCompany: 'owner_or_coordinator',
  updateCompany: 'owner',
  moveCompany: 'owner_or_coordinator',
  decideCompanyChange: 'coordinator',
  listRecruiters: 'owner_or_coordinator',
  inviteRecruiter: 'owner',
  removeRecruiter: 'owner',
  listCompanyInvitations: 'company',
  answerCompanyInvitation: 'company',

  searchPostings: 'anyone',
  getPosting: 'anyone',
  listSimilarPostings: 'anyone',
  listSuggestions: 'anyone',
  getFit: 'student',
  listCyclePostings: 'coordinator',
  listCompanyPostings: 'owner_or_coordinator',
  createPosting: 'owner',
  updatePosting: 'owner',
  movePosting: 'owner_or_coordinator',
  listApplicants: 'owner_or_coordinator',
  listCandidates: 'coordinator',

  getProfile: 'student',
  saveProfile: 'student',
  listStudents: 'coordinator',
  getStudent: 'coordinator',

  listSavedPostings: 'student',
  savePosting: 'student',
  unsavePosting: 'student',

  listSavedSearches: 'student',
  saveSearch: 'student',
  updateSavedSearch: 'student',
  deleteSavedSearch: 'student',

  checkCertificate: 'anyone',
  listCertificateKeys: 'anyone',
  listMyCertificates: 'student',
  confirmCertificate: 'student',
  getCertificatePdf: 'student',
  listCycleCertificates: 'coordinator',
  listStudentCertificates: 'coordinator',
  correctCertificateNames: 'coordinator',
  revokeCertificate: 'coordinator',

  listMyFollowUps: 'student',
  chooseFollowUp: 'student',
  answerSurvey: 'student',
  skipSurvey: 'student',
  stopFollowUp: 'student',
  listStatistics: 'anyone',

  listMyApplications: 'student',
  apply: 'student',
  getMyApplication: 'student',
  getApplicant: 'owner_or_coordinator',
  updateApplication: 'student',
  moveApplication: 'party',

  listInterviewSlots: 'owner_or_coordinator',
  previewInterviewSlots: 'owner',
  offerInterviewSlots: 'owner',
  takeBackInterviewSlot: 'owner',
  listCompanyInterviews: 'owner_or_coordinator',
  listMyInterviews: 'student',
  getMyInterview: 'student',
  bookInterview: 'student',
  cancelInterview: 'party',
  recordInterview: 'owner',
  getInterviewCalendar: 'party',

  getMyRankList: 'student',
  saveMyRankList: 'student',
  certifyMyRankList: 'student',
  getPostingRankList: 'owner',
  savePostingRankList: 'owner',
  certifyPostingRankList: 'owner',

  getSeating: 'owner_or_coordinator',
  saveSeating: 'owner',

  listRounds: 'anyone',
  getPublicRound: 'anyone',
  getRound: 'coordinator',
  getReadiness: 'coordinator',
  remindMissing: 'coordinator',
  freezeRound: 'coordinator',
  runRound: 'coordinator',
  approveRound: 'coordinator',
  publishRound: 'coordinator',
  voidRound: 'coordinator',
  getSnapshot: 'coordinator',
  getResultFile: 'coordinator',
  askWhatIf: 'coordinator',
  listWhatIfSubjects: 'coordinator',
  getMyResult: 'student',
  getPostingResult: 'owner_or_coordinator',

  listMyOffers: 'student',
  listCompanyOffers: 'owner_or_coordinator',
  listRoundOffers: 'coordinator',
  answerOffer: 'student',
  askRelease: 'party',
  decideRelease: 'coordinator',
  rescindOffer: 'coordinator',
  listReleases: 'coordinator',

  previewNextRound: 'coordinator',
  checkNights: 'coordinator',
  openNextRound: 'coordinator',
  changeRoundTerms: 'coordinator',
  moveRoundStep: 'coordinator',
  listOpenSeats: 'anyone',
  getMyStanding: 'student',
  listCompanyOpenSeats: 'owner_or_coordinator',
  chooseOpenSeats: 'owner',

  listMyPlacements: 'student',
  listCompanyPlacements: 'owner_or_coordinator',
  listCyclePlacements: 'coordinator',
  getPlacement: 'party_or_coordinator',
  writeAgreement: 'party',
  uploadAgreement: 'party',
  getAgreementFile: 'party_or_coordinator',
  confirmAgreement: 'party',
  saveMentor: 'owner',
  saveEquipment: 'owner',
  saveFirstMeeting: 'owner',
  checkIn: 'party',
  askExtension: 'party',
  answerExtension: 'party_or_coordinator',
  endPlacement: 'party_or_coordinator',
  listWorkLog: 'party_or_coordinator',
  writeWorkLog: 'student',
  commentWorkLog: 'party',
  countersignWorkLog: 'owner',
  listEvaluations: 'party_or_coordinator',
  getEvaluation: 'party_or_coordinator',
  saveEvaluationDraft: 'party',
  submitEvaluation: 'party',
  excuseEvaluation: 'coordinator',
  getInternshipSettings: 'anyone',
  saveInternshipSettings: 'coordinator',
  listCompanyFigures: 'anyone',

  offerUpload: 'party_or_coordinator',

  uploadImport: 'coordinator',
  listImports: 'coordinator',
  getImport: 'coordinator',
  checkImport: 'coordinator',
  listImportRows: 'coordinator',
  runImport: 'coordinator',
  undoImport: 'coordinator',
  getRejectedRows: 'coordinator',
  listJobs: 'coordinator',
  getJob: 'coordinator',
  cancelJob: 'coordinator',
  listAudit: 'coordinator',

  listNotices: 'party',
  getInbox: 'party',
  readNotice: 'party',
  readAllNotices: 'party',
  undoReadAllNotices: 'party',
  noteReader: 'party',
  getNoticeSettings: 'party',
  saveNoticeSettings: 'party',
  unsubscribe: 'anyone',

  listBroadcasts: 'coordinator',
  previewBroadcast: 'coordinator',
  sendBroadcast: 'coordinator',

  listExtensions: 'coordinator',
  grantExtension: 'coordinator',
  takeBackExtension: 'coordinator',
  listMyExtensions: 'party',

  previewOutcome: 'owner_or_coordinator',
  giveOutcomes: 'owner_or_coordinator',

  findStudentToLookAt: 'coordinator',
  lookAtStudent: 'coordinator',
  getStudentSupport: 'coordinator',
  lookAtCompany: 'coordinator',
  getCompanySupport: 'coordinator',
  countLaidAside: 'coordinator',
  getInvitation: 'anyone',
  joinByInvitation: 'student',
  getReferral: 'student',
  setReferralConsent: 'student',
  listInvitationLinks: 'referrer',
  createInvitationLink: 'referrer',
  revokeInvitationLink: 'referrer',
  listReferredStudents: 'referrer',
  getReferralFigures: 'referrer',
  listReferrers: 'coordinator',
  createReferrer: 'coordinator',
  inviteToReferrer: 'coordinator',
  removeFromReferrer: 'coordinator',

  getMyData: 'signedIn',
  getMyDataPage: 'signedIn',
  requestDeletion: 'signedIn',
  undoDeletion: 'signedIn',
  listDeletions: 'coordinator',

  listApiKeys: 'coordinator',
  createApiKey: 'coordinator',
  revokeApiKey: 'coordinator',

  listWebhooks: 'owner_or_coordinator',
  createWebhook: 'owner_or_coordinator',
  updateWebhook: 'owner_or_coordinator',
  deleteWebhook: 'owner_or_coordinator',
  rotateWebhookSecret: 'owner_or_coordinator',
  testWebhook: 'owner_or_coordinator',
  listDeliveries: 'owner_or_coordinator',
  replayDelivery: 'owner_or_coordinator',
} as const satisfies Record<OperationName, Access>;

/**
 * What a company that was suspended or rejected may still call, beside what is open to anyone and to all who are signed
 * in: its own page and notices, and who acts for it, so that people can leave. All else waits for a coordinator.
 */
export const openWhenStopped: ReadonlySet<OperationName> = new Set([
  'getCompany',
  'updateCompany',
  'moveCompany',
  'listRecruiters',
  'removeRecruiter',
  'listCompanyInvitations',
  'answerCompanyInvitation',
  'listNotices',
  'getInbox',
  'readNotice',
  'readAllNotices',
  'undoReadAllNotices',
  'noteReader',
  'getNoticeSettings',
  'saveNoticeSettings',
]);
