import { applicationAnnouncer } from '../application/announcements.ts';
import { certificateAnnouncer } from '../certificate/announcements.ts';
import { companyAnnouncer } from '../company/announcements.ts';
import { invitationAnnouncer } from '../company/invitation-letter.ts';
import { evaluationAnnouncer } from '../evaluation/announcements.ts';
import { placementAnnouncer } from '../placement/announcements.ts';
import { interviewAnnouncer, offeredSlotsAnnouncer } from '../interview/announcements.ts';
import { followUpAnnouncer } from '../follow-up-survey/announcements.ts';
import { extensionAnnouncer } from '../extension/announcements.ts';
import { postingAnnouncer } from '../posting/announcements.ts';
import { workLogAnnouncer } from '../work-log/announcements.ts';
import { offerAnnouncer, releaseAnnouncer } from '../offer/announcements.ts';
import { openSeatsAnnouncer } from '../supplementary/announce.ts';
import { deletionAnnouncer } from '../rights/announcements.ts';
import type { Announcer } from './announcement.ts';

/** All that people are told of, by the kind of item whose changes tell it. */
export const announcers: readonly Announcer[] = [
  companyAnnouncer,
  invitationAnnouncer,
  postingAnnouncer,
  applicationAnnouncer,
  placementAnnouncer,
  evaluationAnnouncer,
  workLogAnnouncer,
  interviewAnnouncer,
  offeredSlotsAnnouncer,
  offerAnnouncer,
  releaseAnnouncer,
  openSeatsAnnouncer,
  certificateAnnouncer,
  followUpAnnouncer,
  extensionAnnouncer,
  deletionAnnouncer,
];
