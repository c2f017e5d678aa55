import * as z from 'zod';
import { ApplicationId, CompanyId, InterviewSlotId, PostingId } from '../ids.ts';
import { operations } from '../operation.ts';
import { Instant } from '../values.ts';
import {
  CompanyInterview,
  CompanySlot,
  InterviewCancellation,
  InterviewChoice,
  InterviewDesk,
  InterviewRecord,
  ListedInterview,
  NewSlots,
  PlannedSlot,
  WaitingStudent,
} from './schema.ts';

const ofPosting = z.object({ postingId: PostingId });
const ofApplication = z.object({ applicationId: ApplicationId });
const Slots = z.object({
  items: z.array(CompanySlot),
  /** Invited students who have no interview yet. */
  waiting: z.array(WaitingStudent),
  until: Instant,
});

export const slotOperations = operations({
  listInterviewSlots: {
    method: 'get',
    path: '/postings/{postingId}/interview-slots',
    summary: "A posting's interview slots with who booked them, the earliest first",
    params: ofPosting,
    response: Slots,
  },
  previewInterviewSlots: {
    method: 'post',
    path: '/postings/{postingId}/interview-slots/preview',
    summary: 'The slots that one time or a series would offer; nothing is stored',
    params: ofPosting,
    body: NewSlots,
    response: z.object({ items: z.array(PlannedSlot) }),
  },
  offerInterviewSlots: {
    method: 'post',
    path: '/postings/{postingId}/interview-slots',
    summary: 'Offer one time or a series, all of it or nothing',
    params: ofPosting,
    body: NewSlots,
    response: Slots,
    status: 201,
  },
  takeBackInterviewSlot: {
    method: 'delete',
    path: '/postings/{postingId}/interview-slots/{slotId}',
    summary: 'Take back a free slot',
    params: ofPosting.extend({ slotId: InterviewSlotId }),
    ifMatch: true,
  },
  listCompanyInterviews: {
    method: 'get',
    path: '/companies/{companyId}/interviews',
    summary: "A company's booked interviews that are not over, the next first",
    params: z.object({ companyId: CompanyId }),
    response: z.object({ items: z.array(CompanyInterview.extend({ title: ListedInterview.shape.title })) }),
  },
});

export const interviewOperations = operations({
  listMyInterviews: {
    method: 'get',
    path: '/interviews',
    summary: "The student's booked interviews that are not over, the next first",
    response: z.object({ items: z.array(ListedInterview) }),
  },
  getMyInterview: {
    method: 'get',
    path: '/applications/{applicationId}/interview',
    summary:
      'The interview for one application, and which slots are free; version 0 before the first booking',
    params: ofApplication,
    response: InterviewDesk,
  },
  bookInterview: {
    method: 'put',
    path: '/applications/{applicationId}/interview',
    summary: 'Book a slot, or move the interview to it',
    params: ofApplication,
    body: InterviewChoice,
    response: InterviewDesk,
    ifMatch: true,
  },
  cancelInterview: {
    method: 'post',
    path: '/applications/{applicationId}/interview/cancellation',
    summary: 'Call the interview off; a company says why, and the student can book again',
    params: ofApplication,
    body: InterviewCancellation,
    ifMatch: true,
  },
  recordInterview: {
    method: 'put',
    path: '/applications/{applicationId}/interview/record',
    summary: 'Say whether the interview was held, with a note that only the company sees',
    params: ofApplication,
    body: InterviewRecord,
    response: CompanyInterview,
    ifMatch: true,
  },
  getInterviewCalendar: {
    method: 'get',
    path: '/applications/{applicationId}/interview/calendar',
    summary: 'The interview as a calendar file (RFC 5545)',
    params: ofApplication,
    download: 'text/calendar; charset=utf-8',
  },
});
