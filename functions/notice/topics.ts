/** What a notice is about: people choose for each how letters of it come. */
export const topics = [
  'result',
  'application',
  'applicant',
  'interview',
  'placement',
  'reminder',
  'cycle',
  'announcement',
  'company',
  'invitation',
  'posting',
  'other',
] as const;
export type Topic = (typeof topics)[number];

/** Results are never opted out of: a round's, an offer, a certificate that was revoked. */
export type OptionalTopic = Exclude<Topic, 'result'>;
export const optionalTopics = topics.filter((topic): topic is OptionalTopic => topic !== 'result');

/** The topics that concern a role. */
export const topicsOf = {
  student: ['result', 'application', 'interview', 'placement', 'reminder', 'cycle', 'announcement', 'other'],
  recruiter: [
    'result',
    'applicant',
    'interview',
    'placement',
    'reminder',
    'cycle',
    'announcement',
    'company',
    'invitation',
    'posting',
    'other',
  ],
} as const satisfies Record<string, readonly Topic[]>;

/** What the changes of a kind of item are about, where their announcement does not say. */
const ofKind: Readonly<Record<string, Topic>> = {
  COMPANY: 'company',
  RECRUITER: 'invitation',
  POSTING: 'posting',
  APPLICATION: 'application',
  INTERVIEW: 'interview',
  INTERVIEW_SLOT: 'interview',
  OFFER: 'result',
  RELEASE: 'result',
  PLACEMENT: 'placement',
  EVALUATION: 'placement',
  CERTIFICATE: 'placement',
};

export const topicOf = (announcement: { topic?: Topic | undefined }, kind: string, action: string): Topic =>
  action === 'certificate.revoked' ? 'result' : (announcement.topic ?? ofKind[kind] ?? 'other');
