import { dayIn } from '../../../functions/clock/day-in.ts';
import type { InterviewDesk } from '../../../functions/interview/schema.ts';
import type { ApplicationId } from '../../../functions/ids.ts';
import { daysAfter } from '../seed/days.ts';
import { zone } from '../seed/season.ts';
import { refusalOf } from './client.ts';
import type { PlayedPosting } from './companies.ts';
import { sideBySide } from './side-by-side.ts';
import type { Stage } from './stage.ts';
import type { PlayedStudent } from './students.ts';

/** So many applicants of a posting are asked to choose a time. */
const invitedPerPosting = 4;

/** The best-fitting applicants are shortlisted; answers whose application each is. */
const invite = async (posting: PlayedPosting): Promise<{ id: ApplicationId; studentId: string }[]> => {
  const { recruiter, id: postingId } = posting;
  const { items } = await recruiter.call('listApplicants', { params: { postingId }, query: { limit: 20 } });
  const best = items.filter(({ state }) => state === 'submitted').slice(0, invitedPerPosting);
  for (const { id, version } of best)
    await recruiter.call('moveApplication', {
      params: { applicationId: id },
      body: { to: 'shortlisted' },
      ifMatch: version,
    });
  return best;
};

/** A recruiter offers an hour of each of four days, after a look at what that makes. */
const offer = async ({ recruiter, id: postingId }: PlayedPosting): Promise<void> => {
  const today = dayIn(zone, new Date().toISOString());
  const callAt = (begin: string, end: string) => ({
    params: { postingId },
    body: {
      kind: 'series' as const,
      from: daysAfter(today, 3),
      to: daysAfter(today, 6),
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      begin,
      end,
      minutes: 20,
      pause: 10,
      zone,
      place: { kind: 'link' as const, url: 'https://meet.example/interviews' },
    },
  });
  const morning = callAt('09:00', '10:00');
  await recruiter.call('previewInterviewSlots', morning);
  // Two postings of one recruiter cannot have the same hours: one of them takes the afternoon.
  if ((await refusalOf(recruiter.call('offerInterviewSlots', morning))) === 'slots_overlap')
    await recruiter.call('offerInterviewSlots', callAt('14:00', '15:00'));
};

const book = (student: PlayedStudent, desk: InterviewDesk, slot: InterviewDesk['slots'][number]) =>
  student.self.call('bookInterview', {
    params: { applicationId: desk.applicationId },
    body: { slotId: slot.id },
    ifMatch: desk.version,
  });

/** Books the first free time; the second student moves it, the third calls it off. */
const attend = async (
  stage: Stage,
  student: PlayedStudent,
  id: ApplicationId,
  place: number,
): Promise<void> => {
  const params = { applicationId: id };
  for (;;) {
    const desk = await student.self.call('getMyInterview', { params });
    const [first] = desk.slots;
    // Somebody may take it in between: then the next one is chosen.
    if (first === undefined) return;
    const refusal = await refusalOf(book(student, desk, first));
    if (refusal === 'slot_taken' || refusal === 'interview_overlap') continue;
    if (refusal !== undefined) throw new Error(`A free time was refused: ${refusal}.`);
    const booked = await student.self.call('getMyInterview', { params });
    if (booked.interview?.state !== 'booked') stage.faults.push(`${student.self.email} has no interview.`);
    const file = await (await student.self.call('getInterviewCalendar', { params })).text();
    if (!file.startsWith('BEGIN:VCALENDAR\r\n')) stage.faults.push('A calendar file is none.');
    const [other] = booked.slots;
    if (place === 1 && other !== undefined) await refusalOf(book(student, booked, other));
    if (place === 2)
      await student.self.call('cancelInterview', { params, body: {}, ifMatch: booked.version });
    return;
  }
};

/** No time has two students, and no student two interviews at once. */
const checkTimes = async ({ faults }: Stage, students: readonly PlayedStudent[]): Promise<void> => {
  await sideBySide(students, async ({ self }) => {
    const { items } = await self.call('listMyInterviews');
    for (const [index, { start }] of items.entries())
      if (start < (items[index - 1]?.end ?? '')) faults.push(`${self.email} has two interviews at once.`);
  });
};

/** Some applicants are shortlisted, and choose a time to be interviewed. Answers how many have one. */
export const bookInterviews = async (
  stage: Stage,
  postings: readonly PlayedPosting[],
  students: readonly PlayedStudent[],
): Promise<number> => {
  const bySubject = new Map(students.map((student) => [student.subject, student]));
  const counts = await stage.progress.step('Students book interviews', postings.length, (said) =>
    sideBySide(
      postings,
      async (posting) => {
        const best = await invite(posting);
        await offer(posting);
        await Promise.all(
          best.map(async ({ id, studentId }, place) => {
            const student = bySubject.get(studentId);
            if (student) await attend(stage, student, id, place);
          }),
        );
        const { items } = await posting.recruiter.call('listInterviewSlots', {
          params: { postingId: posting.id },
        });
        return items.filter(({ taken }) => taken).length;
      },
      { said },
    ),
  );
  await checkTimes(stage, students);
  return counts.reduce((sum, count) => sum + count, 0);
};
