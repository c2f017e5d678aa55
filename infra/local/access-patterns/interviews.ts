import type { Deps } from '../../../functions/deps.ts';
import { ApplicationId, CompanyId, partsOfApplicationId, PostingId } from '../../../functions/ids.ts';
import { readDiary, recruiterDiary, studentDiary } from '../../../functions/interview/diary.ts';
import {
  aheadOfCompany,
  aheadOfStudent,
  findInterview,
  findSlot,
  interviewsOfPosting,
  interviewsToRemind,
  slotsOf,
} from '../../../functions/interview/store.ts';

/** Asks for interviews that nobody has: how they are read does not depend on whether there are any. */
export const visitInterviews = async ({ table, clock, newId }: Deps): Promise<void> => {
  const now = clock.now();
  const postingId = PostingId.parse(`pos_${newId()}`);
  const companyId = CompanyId.parse(`com_${newId()}`);
  const application = ApplicationId.parse(`reader~${postingId}`);
  const { student } = partsOfApplicationId(application);
  await findSlot(table, postingId, 'slt_none');
  await slotsOf(table, postingId);
  await findInterview(table, application);
  await aheadOfStudent(table, student, now);
  await aheadOfCompany(table, companyId, now);
  await interviewsOfPosting(table, { id: postingId, companyId });
  await Array.fromAsync(interviewsToRemind(table, now));
  await readDiary(table, studentDiary(student));
  await readDiary(table, recruiterDiary({ companyId, recruiter: 'reader' }));
};
