import * as z from 'zod';
import { CompanyId, CycleId, PlacementId } from '../ids.ts';
import { operations } from '../operation.ts';
import { UploadId } from '../upload/schema.ts';
import { Day, FileName, pageOf, PageQuery, Paragraphs, Reason } from '../values.ts';
import { maxAgreementBytes } from './agreement-file.ts';
import { Alarm, CheckIn, Equipment, FirstMeeting, Mentor, PlacementState, PlacementView } from './schema.ts';

const params = z.object({ placementId: PlacementId });
const change = { params, response: PlacementView, ifMatch: true } as const;

export const placementOperations = operations({
  listMyPlacements: {
    method: 'get',
    path: '/placements',
    summary: "The student's internships, newest first",
    response: z.object({ items: z.array(PlacementView) }),
  },
  listCompanyPlacements: {
    method: 'get',
    path: '/companies/{companyId}/placements',
    summary: "A company's interns, by their first day",
    params: z.object({ companyId: CompanyId }),
    query: PageQuery,
    response: pageOf(PlacementView),
  },
  listCyclePlacements: {
    method: 'get',
    path: '/cycles/{cycleId}/placements',
    summary: 'The internships of a cycle with what is wrong or late, for coordinators',
    params: z.object({ cycleId: z.union([CycleId, z.literal('current')]) }),
    query: PageQuery.extend({
      state: PlacementState.optional(),
      /** Those with this alarm, or with any. */
      alarm: z.union([Alarm, z.literal('any')]).optional(),
    }),
    response: pageOf(PlacementView),
  },
  getPlacement: {
    method: 'get',
    path: '/placements/{placementId}',
    summary: 'One internship',
    params,
    response: PlacementView,
  },
  writeAgreement: {
    ...change,
    method: 'post',
    path: '/placements/{placementId}/agreement',
    summary: 'A new version of the agreement as text; earlier confirmations are void',
    body: z.strictObject({ text: Paragraphs }),
  },
  uploadAgreement: {
    ...change,
    method: 'post',
    path: '/placements/{placementId}/agreement-file',
    summary:
      'A new version of the agreement as PDF, sent now or before (uploadId); earlier confirmations are void',
    query: z.strictObject({ fileName: FileName, uploadId: UploadId.optional() }),
    upload: { type: 'application/pdf', maxBytes: maxAgreementBytes },
  },
  getAgreementFile: {
    method: 'get',
    path: '/placements/{placementId}/agreement-file/{number}',
    summary: 'The PDF of a version of the agreement',
    params: params.extend({ number: z.coerce.number().int().min(1).max(1_000) }),
    download: 'application/pdf',
  },
  confirmAgreement: {
    ...change,
    method: 'post',
    path: '/placements/{placementId}/agreement/confirm',
    summary: 'Confirm the latest version of the agreement by its number',
    body: z.strictObject({ number: z.number().int().min(1) }),
  },
  saveMentor: {
    ...change,
    method: 'put',
    path: '/placements/{placementId}/mentor',
    summary: 'Name who guides the intern',
    body: Mentor,
  },
  saveEquipment: {
    ...change,
    method: 'put',
    path: '/placements/{placementId}/equipment',
    summary: 'Say what the intern works with and how to get it',
    body: Equipment,
  },
  saveFirstMeeting: {
    ...change,
    method: 'put',
    path: '/placements/{placementId}/first-meeting',
    summary: 'Say when and where the first day begins',
    body: FirstMeeting,
  },
  checkIn: {
    ...change,
    method: 'post',
    path: '/placements/{placementId}/check-in',
    summary: 'Say how it is going in the second week; only coordinators read it',
    body: CheckIn,
  },
  askExtension: {
    ...change,
    method: 'post',
    path: '/placements/{placementId}/extension',
    summary: 'Ask for a later last day',
    body: z.strictObject({ endsOn: Day, reason: Reason }),
  },
  answerExtension: {
    ...change,
    method: 'post',
    path: '/placements/{placementId}/extension/answer',
    summary: 'Agree to the later last day, or not; it counts when both sides and a coordinator agree',
    body: z.strictObject({ agree: z.boolean() }),
  },
  endPlacement: {
    ...change,
    method: 'post',
    path: '/placements/{placementId}/end',
    summary:
      'End an internship before its time; before its first day coordinators alone do, and its offer ends with it',
    body: z.strictObject({ reason: Reason }),
  },
});
