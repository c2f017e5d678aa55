import type { OperationName } from './operations.ts';

/**
 * Where each operation is reached, domain by domain, as its description in the domain's `api.ts` says too: that is read
 * when it is first asked for, and a function in the cloud starts without it. Where the two differ, `handlers.ts` does not
 * compile.
 */
export const paths = {
  system: {
    getHealth: 'get /health',
    getMe: 'get /me',
    getTaxonomy: 'get /taxonomy',
    getSearchState: 'get /search/state',
    countLaidAside: 'get /changes/laid-aside',
    listMyLetters: 'get /mailbox',
  },
  cycle: {
    listCycles: 'get /cycles',
    getCycle: 'get /cycles/{cycleId}',
    createCycle: 'post /cycles',
    updateCycle: 'put /cycles/{cycleId}',
    previewPhase: 'get /cycles/{cycleId}/phase-preview',
    moveCycle: 'post /cycles/{cycleId}/phase',
    closeSilentApplications: 'post /cycles/{cycleId}/silent-applications/close',
    getFigures: 'get /cycles/{cycleId}/figures',
    previewWeights: 'post /cycles/{cycleId}/weights-preview',
  },
  trial: {
    removeTrialCycle: 'delete /cycles/{cycleId}',
  },
  company: {
    listPublicCompanies: 'get /public-companies',
    listCompanies: 'get /companies',
    registerCompany: 'post /companies',
    getCompany: 'get /companies/{companyId}',
    updateCompany: 'put /companies/{companyId}',
    moveCompany: 'post /companies/{companyId}/state',
    listRecruiters: 'get /companies/{companyId}/recruiters',
    inviteRecruiter: 'post /companies/{companyId}/recruiters',
    removeRecruiter: 'delete /companies/{companyId}/recruiters/{email}',
  },
  posting: {
    searchPostings: 'get /postings',
    getPosting: 'get /postings/{postingId}',
    getFit: 'get /postings/{postingId}/fit',
    listSimilarPostings: 'get /postings/{postingId}/similar',
    listCyclePostings: 'get /cycles/{cycleId}/postings',
    listCompanyPostings: 'get /companies/{companyId}/postings',
    createPosting: 'post /companies/{companyId}/postings',
    updatePosting: 'put /postings/{postingId}',
    movePosting: 'post /postings/{postingId}/state',
    listApplicants: 'get /postings/{postingId}/applicants',
    listCandidates: 'get /postings/{postingId}/candidates',
  },
  student: {
    getProfile: 'get /students/me',
    saveProfile: 'put /students/me',
    listStudents: 'get /students',
    getStudent: 'get /students/{studentId}',
  },
  suggestion: {
    listSuggestions: 'get /posting-suggestions',
  },
  savedPosting: {
    listSavedPostings: 'get /saved-postings',
    savePosting: 'put /saved-postings/{postingId}',
    unsavePosting: 'delete /saved-postings/{postingId}',
  },
  savedSearch: {
    listSavedSearches: 'get /saved-searches',
    saveSearch: 'post /saved-searches',
    updateSavedSearch: 'put /saved-searches/{savedSearchId}',
    deleteSavedSearch: 'delete /saved-searches/{savedSearchId}',
  },
  application: {
    listMyApplications: 'get /applications',
    apply: 'post /applications',
    getMyApplication: 'get /applications/{applicationId}',
    getApplicant: 'get /applications/{applicationId}/applicant',
    updateApplication: 'put /applications/{applicationId}',
    moveApplication: 'post /applications/{applicationId}/state',
  },
  slot: {
    listInterviewSlots: 'get /postings/{postingId}/interview-slots',
    previewInterviewSlots: 'post /postings/{postingId}/interview-slots/preview',
    offerInterviewSlots: 'post /postings/{postingId}/interview-slots',
    takeBackInterviewSlot: 'delete /postings/{postingId}/interview-slots/{slotId}',
    listCompanyInterviews: 'get /companies/{companyId}/interviews',
  },
  interview: {
    listMyInterviews: 'get /interviews',
    getMyInterview: 'get /applications/{applicationId}/interview',
    bookInterview: 'put /applications/{applicationId}/interview',
    cancelInterview: 'post /applications/{applicationId}/interview/cancellation',
    recordInterview: 'put /applications/{applicationId}/interview/record',
    getInterviewCalendar: 'get /applications/{applicationId}/interview/calendar',
  },
  rankList: {
    getMyRankList: 'get /rounds/{roundId}/rank-list',
    saveMyRankList: 'put /rounds/{roundId}/rank-list',
    certifyMyRankList: 'post /rounds/{roundId}/rank-list/certification',
    getPostingRankList: 'get /rounds/{roundId}/postings/{postingId}/rank-list',
    savePostingRankList: 'put /rounds/{roundId}/postings/{postingId}/rank-list',
    certifyPostingRankList: 'post /rounds/{roundId}/postings/{postingId}/rank-list/certification',
  },
  seating: {
    getSeating: 'get /companies/{companyId}/cycles/{cycleId}/seating',
    saveSeating: 'put /companies/{companyId}/cycles/{cycleId}/seating',
  },
  round: {
    listRounds: 'get /cycles/{cycleId}/rounds',
    getPublicRound: 'get /rounds/{roundId}/public',
    getRound: 'get /rounds/{roundId}',
    getReadiness: 'get /rounds/{roundId}/readiness',
    remindMissing: 'post /rounds/{roundId}/reminders',
    freezeRound: 'post /rounds/{roundId}/freeze',
    runRound: 'post /rounds/{roundId}/run',
    approveRound: 'post /rounds/{roundId}/approve',
    publishRound: 'post /rounds/{roundId}/publish',
    voidRound: 'post /rounds/{roundId}/void',
    getSnapshot: 'get /rounds/{roundId}/snapshot',
    getResultFile: 'get /rounds/{roundId}/result',
    getMyResult: 'get /rounds/{roundId}/my-result',
    getPostingResult: 'get /rounds/{roundId}/postings/{postingId}/result',
  },
  whatIf: {
    askWhatIf: 'post /rounds/{roundId}/what-if',
    listWhatIfSubjects: 'get /rounds/{roundId}/what-if/subjects',
  },
  offer: {
    listMyOffers: 'get /offers',
    listCompanyOffers: 'get /companies/{companyId}/offers',
    listRoundOffers: 'get /rounds/{roundId}/offers',
    answerOffer: 'post /offers/{offerId}/answer',
    askRelease: 'post /offers/{offerId}/release',
    decideRelease: 'post /offers/{offerId}/release/decision',
    rescindOffer: 'post /offers/{offerId}/rescission',
    listReleases: 'get /cycles/{cycleId}/releases',
  },
  placement: {
    listMyPlacements: 'get /placements',
    listCompanyPlacements: 'get /companies/{companyId}/placements',
    listCyclePlacements: 'get /cycles/{cycleId}/placements',
    getPlacement: 'get /placements/{placementId}',
    writeAgreement: 'post /placements/{placementId}/agreement',
    uploadAgreement: 'post /placements/{placementId}/agreement-file',
    getAgreementFile: 'get /placements/{placementId}/agreement-file/{number}',
    confirmAgreement: 'post /placements/{placementId}/agreement/confirm',
    saveMentor: 'put /placements/{placementId}/mentor',
    saveEquipment: 'put /placements/{placementId}/equipment',
    saveFirstMeeting: 'put /placements/{placementId}/first-meeting',
    checkIn: 'post /placements/{placementId}/check-in',
    askExtension: 'post /placements/{placementId}/extension',
    answerExtension: 'post /placements/{placementId}/extension/answer',
    endPlacement: 'post /placements/{placementId}/end',
  },
  workLog: {
    listWorkLog: 'get /placements/{placementId}/work-log',
    writeWorkLog: 'put /placements/{placementId}/work-log/{week}',
    commentWorkLog: 'post /placements/{placementId}/work-log/{week}/comments',
    countersignWorkLog: 'post /placements/{placementId}/work-log/{week}/countersign',
  },
  evaluation: {
    listEvaluations: 'get /placements/{placementId}/evaluations',
    getEvaluation: 'get /evaluations/{evaluationId}',
    saveEvaluationDraft: 'put /evaluations/{evaluationId}/draft',
    submitEvaluation: 'post /evaluations/{evaluationId}/submit',
    excuseEvaluation: 'post /evaluations/{evaluationId}/excuse',
  },
  internship: {
    getInternshipSettings: 'get /cycles/{cycleId}/internship',
    saveInternshipSettings: 'put /cycles/{cycleId}/internship',
  },
  companyFigures: {
    listCompanyFigures: 'get /company-figures',
  },
  supplementary: {
    previewNextRound: 'get /cycles/{cycleId}/next-round',
    checkNights: 'post /cycles/{cycleId}/next-round/nights',
    openNextRound: 'post /cycles/{cycleId}/rounds',
    changeRoundTerms: 'put /rounds/{roundId}/terms',
    moveRoundStep: 'post /rounds/{roundId}/step',
    listOpenSeats: 'get /rounds/{roundId}/open-seats',
    getMyStanding: 'get /cycles/{cycleId}/my-standing',
    listCompanyOpenSeats: 'get /companies/{companyId}/rounds/{roundId}/open-seats',
    chooseOpenSeats: 'put /rounds/{roundId}/postings/{postingId}/open-seats',
  },
  certificate: {
    checkCertificate: 'get /certificate-checks/{code}',
    listCertificateKeys: 'get /certificate-keys',
    listMyCertificates: 'get /certificates',
    confirmCertificate: 'post /certificates/{certificateId}/confirm',
    getCertificatePdf: 'get /certificates/{certificateId}/pdf',
    listCycleCertificates: 'get /cycles/{cycleId}/certificates',
    revokeCertificate: 'post /certificates/{certificateId}/revoke',
  },
  followUpSurvey: {
    listMyFollowUps: 'get /follow-ups',
    chooseFollowUp: 'put /follow-ups/{followUpId}/consent',
    answerSurvey: 'post /follow-ups/{followUpId}/answers',
    skipSurvey: 'post /follow-ups/{followUpId}/skip',
    stopFollowUp: 'post /follow-ups/{followUpId}/stop',
  },
  statistics: {
    listStatistics: 'get /statistics',
  },
  upload: {
    offerUpload: 'post /uploads',
  },
  import: {
    uploadImport: 'post /cycles/{cycleId}/imports',
    listImports: 'get /imports',
    getImport: 'get /imports/{importId}',
    checkImport: 'post /imports/{importId}/check',
    listImportRows: 'get /imports/{importId}/rows',
    runImport: 'post /imports/{importId}/run',
    undoImport: 'post /imports/{importId}/undo',
    getRejectedRows: 'get /imports/{importId}/rejected',
  },
  job: {
    listJobs: 'get /jobs',
    getJob: 'get /jobs/{jobId}',
    cancelJob: 'post /jobs/{jobId}/cancellation',
  },
  audit: {
    listAudit: 'get /audit',
  },
  notice: {
    listNotices: 'get /notices',
    getInbox: 'get /notices/inbox',
    readNotice: 'post /notices/read',
    readAllNotices: 'post /notices/read-all',
    undoReadAllNotices: 'post /notices/read-all/undo',
    noteReader: 'put /notices/reader',
    getNoticeSettings: 'get /notices/settings',
    saveNoticeSettings: 'put /notices/settings',
    unsubscribe: 'post /unsubscribe/{token}',
  },
  broadcast: {
    listBroadcasts: 'get /cycles/{cycleId}/announcements',
    previewBroadcast: 'get /cycles/{cycleId}/announcements/preview',
    sendBroadcast: 'post /cycles/{cycleId}/announcements',
  },
  extension: {
    listExtensions: 'get /cycles/{cycleId}/extensions',
    grantExtension: 'post /cycles/{cycleId}/extensions',
    takeBackExtension: 'post /cycles/{cycleId}/extensions/take-back',
    listMyExtensions: 'get /extensions',
  },
  outcome: {
    previewOutcome: 'get /companies/{companyId}/outcomes/preview',
    giveOutcomes: 'post /companies/{companyId}/outcomes',
  },
  rights: {
    getMyData: 'get /my-data',
    getMyDataPage: 'get /my-data/page',
    requestDeletion: 'post /my-data/deletion',
    undoDeletion: 'delete /my-data/deletion',
    listDeletions: 'get /deletions',
  },
  support: {
    lookAtStudent: 'post /students/{studentId}/support-looks',
    getStudentSupport: 'get /students/{studentId}/support-looks/{lookId}',
    lookAtCompany: 'post /companies/{companyId}/support-looks',
    getCompanySupport: 'get /companies/{companyId}/support-looks/{lookId}',
  },
  referral: {
    getInvitation: 'get /invitations/{code}',
    joinByInvitation: 'post /invitations/{code}/students',
    getReferral: 'get /students/me/referral',
    setReferralConsent: 'put /students/me/referral/consent',
    listInvitationLinks: 'get /referrers/me/invitation-links',
    createInvitationLink: 'post /referrers/me/invitation-links',
    revokeInvitationLink: 'post /referrers/me/invitation-links/{linkId}/revocation',
    listReferredStudents: 'get /referrers/me/students',
    getReferralFigures: 'get /referrers/me/figures',
    listReferrers: 'get /referrers',
    createReferrer: 'post /referrers',
    inviteToReferrer: 'post /referrers/{referrerId}/people',
    removeFromReferrer: 'delete /referrers/{referrerId}/people/{email}',
  },
  apiKey: {
    listApiKeys: 'get /api-keys',
    createApiKey: 'post /api-keys',
    revokeApiKey: 'post /api-keys/{keyId}/revocation',
  },
  webhook: {
    listWebhooks: 'get /webhooks',
    createWebhook: 'post /webhooks',
    updateWebhook: 'put /webhooks/{webhookId}',
    deleteWebhook: 'delete /webhooks/{webhookId}',
    rotateWebhookSecret: 'post /webhooks/{webhookId}/secret',
    testWebhook: 'post /webhooks/{webhookId}/test',
    listDeliveries: 'get /webhooks/{webhookId}/deliveries',
    replayDelivery: 'post /webhooks/{webhookId}/deliveries/{eventId}/replay',
  },
  cycleStatistics: {
    getStatistics: 'get /cycles/{cycleId}/statistics',
    countStatistics: 'post /cycles/{cycleId}/statistics',
    getStatisticsTable: 'get /cycles/{cycleId}/statistics/{table}',
    getStatisticsWorkbook: 'get /cycles/{cycleId}/statistics-workbook',
    getCompanyStatistics: 'get /companies/{companyId}/statistics/{cycleId}',
  },
} as const;

interface Route {
  name: OperationName;
  /** In capitals. */
  method: string;
  /** Below /v1, with OpenAPI parameters. */
  path: string;
}

export const routes: readonly Route[] = Object.values(paths).flatMap((domain) =>
  Object.entries<string>(domain).map(([name, at]) => {
    const [method = '', path = ''] = at.split(' ');
    return { name: name as OperationName, method: method.toUpperCase(), path }; // oxlint-disable-line -- handlers.ts holds the names to those of operations
  }),
);
