import * as z from 'zod';
import { Application } from '../application/schema.ts';
import { Company } from '../company/schema.ts';
import { ExtendedTo, Extension } from '../extension/schema.ts';
import { PostingId, RoundId } from '../ids.ts';
import { NoticeLetter, NoticeView } from '../notice/schema.ts';
import { OfferView } from '../offer/schema.ts';
import { RankListState } from '../ranklist/schema.ts';
import { StudentView } from '../student/schema.ts';

/** That a coordinator looked at what a person or a company sees, and why. */
export const SupportLook = z.object({
  id: z.string(),
  of: ExtendedTo,
  by: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
  version: z.number().int(),
});
export type SupportLook = z.infer<typeof SupportLook>;
/** The way to what is seen, for as long as it is open. */
export const OpenLook = z.object({ id: z.string(), until: z.string() });

const Title = z.object({ zh: z.string().optional(), en: z.string().optional() });
/** How far a rank list is; never what is on it. */
const ListState = z.object({
  roundId: RoundId,
  state: RankListState,
  savedAt: z.string().optional(),
  certifiedAt: z.string().optional(),
});
/** A notice with what became of its letter. */
const SentNotice = NoticeView.extend({ letter: NoticeLetter });

export const StudentSupport = z.object({
  student: StudentView,
  applications: z.array(Application.omit({ content: true }).extend({ title: Title })),
  rankLists: z.array(ListState),
  offers: z.array(OfferView),
  extensions: z.array(Extension),
  savedSearches: z.number().int(),
  notices: z.array(SentNotice),
});

export const CompanySupport = z.object({
  company: Company,
  recruiters: z.array(z.object({ email: z.string(), invitedAt: z.string(), notices: z.array(SentNotice) })),
  postings: z.array(
    z.object({
      id: PostingId,
      title: Title,
      state: z.string(),
      applications: z.record(z.string(), z.number().int()),
      rankLists: z.array(ListState),
    }),
  ),
  offers: z.array(OfferView),
  extensions: z.array(Extension),
});
