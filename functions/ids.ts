import * as z from 'zod';

/** Which form the id has, the API's description says; to somebody on a page it says nothing. */
const notAnId = 'is not an id of this kind';

/** Ids are opaque: a prefix that says what they name, then 16 to 32 letters and digits. */
const id = <Brand extends string>(prefix: string, _brand: Brand) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[a-z0-9]{16,32}$`), notAnId)
    .brand<Brand>();

export const CycleId = id('cyc', 'CycleId');
export type CycleId = z.infer<typeof CycleId>;
export const CompanyId = id('com', 'CompanyId');
export type CompanyId = z.infer<typeof CompanyId>;
export const PostingId = id('pos', 'PostingId');
export type PostingId = z.infer<typeof PostingId>;
export const RoundId = id('rnd', 'RoundId');
export type RoundId = z.infer<typeof RoundId>;
export const ImportId = id('imp', 'ImportId');
export type ImportId = z.infer<typeof ImportId>;
export const SavedSearchId = id('sav', 'SavedSearchId');
export type SavedSearchId = z.infer<typeof SavedSearchId>;
export const InterviewSlotId = id('slt', 'InterviewSlotId');
export type InterviewSlotId = z.infer<typeof InterviewSlotId>;
export const JobId = id('job', 'JobId');
export type JobId = z.infer<typeof JobId>;
export const ReferrerId = id('ref', 'ReferrerId');
export type ReferrerId = z.infer<typeof ReferrerId>;
export const InvitationLinkId = id('lnk', 'InvitationLinkId');
export type InvitationLinkId = z.infer<typeof InvitationLinkId>;
export const ApiKeyId = id('key', 'ApiKeyId');
export type ApiKeyId = z.infer<typeof ApiKeyId>;
export const WebhookId = id('whk', 'WebhookId');
export type WebhookId = z.infer<typeof WebhookId>;
export const EventId = id('evt', 'EventId');
export type EventId = z.infer<typeof EventId>;

export const BroadcastId = id('ann', 'BroadcastId');
export type BroadcastId = z.infer<typeof BroadcastId>;

/** A student is known by the subject of the identity issuer, whichever issuer that is. */
export const StudentId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,128}$/, notAnId)
  .brand<'StudentId'>();
export type StudentId = z.infer<typeof StudentId>;

/** One application a student and posting: its id names both, so that a second one cannot exist. */
export const ApplicationId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,128}~pos_[a-z0-9]{16,32}$/, notAnId)
  .brand<'ApplicationId'>();
export type ApplicationId = z.infer<typeof ApplicationId>;

/** One offer a student and round. */
export const OfferId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,128}~rnd_[a-z0-9]{16,32}$/, notAnId)
  .brand<'OfferId'>();
export type OfferId = z.infer<typeof OfferId>;

/** One placement a student and round: the id of the offer that it came from. */
export const PlacementId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,128}~rnd_[a-z0-9]{16,32}$/, notAnId)
  .brand<'PlacementId'>();
export type PlacementId = z.infer<typeof PlacementId>;

/** Four evaluations a placement: two kinds by two sides. */
export const EvaluationId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,128}~rnd_[a-z0-9]{16,32}~(mid_term|final)~(student|company)$/, notAnId)
  .brand<'EvaluationId'>();
export type EvaluationId = z.infer<typeof EvaluationId>;

const splitAt = (value: string): [string, string] => {
  const at = value.lastIndexOf('~');
  return [value.slice(0, at), value.slice(at + 1)];
};

export const applicationId = (student: StudentId, posting: PostingId): ApplicationId =>
  ApplicationId.parse(`${student}~${posting}`);

export const partsOfApplicationId = (
  application: ApplicationId,
): { student: StudentId; posting: PostingId } => {
  const [student, posting] = splitAt(application);
  return { student: StudentId.parse(student), posting: PostingId.parse(posting) };
};

export const offerId = (student: StudentId, round: RoundId): OfferId => OfferId.parse(`${student}~${round}`);

export const partsOfOfferId = (offer: OfferId): { student: StudentId; round: RoundId } => {
  const [student, round] = splitAt(offer);
  return { student: StudentId.parse(student), round: RoundId.parse(round) };
};

export const placementId = (student: StudentId, round: RoundId): PlacementId =>
  PlacementId.parse(`${student}~${round}`);

export const partsOfPlacementId = (placement: PlacementId): { student: StudentId; round: RoundId } => {
  const [student, round] = splitAt(placement);
  return { student: StudentId.parse(student), round: RoundId.parse(round) };
};

export const evaluationId = (
  student: StudentId,
  round: RoundId,
  kind: 'mid_term' | 'final',
  side: 'student' | 'company',
): EvaluationId => EvaluationId.parse(`${student}~${round}~${kind}~${side}`);

export const partsOfEvaluationId = (evaluation: EvaluationId) => {
  const [student, round, kind, side] = evaluation.split('~');
  return {
    student: StudentId.parse(student),
    round: RoundId.parse(round),
    kind: z.enum(['mid_term', 'final']).parse(kind),
    side: z.enum(['student', 'company']).parse(side),
  };
};
