import { instantAfter } from '../../../functions/clock/clock.ts';
import type { Application } from '../../../functions/application/schema.ts';
import { InterviewSlotId } from '../../../functions/ids.ts';
import {
  type DiaryEntry,
  readDiary,
  recruiterDiary,
  studentDiary,
  writeDiary,
} from '../../../functions/interview/diary.ts';
import { book, record } from '../../../functions/interview/rules.ts';
import type { Interview, InterviewSlot } from '../../../functions/interview/schema.ts';
import { interviews, interviewSlots } from '../../../functions/interview/store.ts';
import type { Key, Table } from '../../../functions/table/table.ts';
import { linXiaoyu, wutong } from './accounts.ts';
import { daysAfter, hoursAfter, instantAt } from './days.ts';
import type { PublishedPosting } from './published.ts';
import type { Random } from './random.ts';
import { signed } from './record.ts';
import { zone } from './season.ts';
import { writeAll } from './write.ts';

interface Scene {
  random: Random;
  postings: readonly PublishedPosting[];
  applications: readonly Application[];
  /** The day in Shanghai. */
  today: string;
}

/** Days from today on which a posting is interviewed for, and at what times. */
const days = [-2, 2, 3, 5, 6, 9] as const;
const times = [
  ['09:00', '09:30', '10:00', '10:30'],
  ['14:00', '14:30', '15:00', '15:30'],
] as const;
const lengthMs = 30 * 60_000;

/** The posting of the demonstration's company where its student is known, and the one that has shortlisted her. */
const chosen = ({ postings, applications }: Scene): PublishedPosting[] => {
  const shortlisted = applications.find(
    ({ studentId, state }) => studentId === linXiaoyu.subject && state === 'shortlisted',
  )?.postingId;
  return postings.filter(
    ({ posting, recruiter }) =>
      posting.id === shortlisted ||
      (recruiter.subject === wutong.subject && posting.content.title.en === 'Data Analysis Intern'),
  );
};

const slotsOf = (
  { random, today }: Scene,
  { posting, company, recruiter }: PublishedPosting,
  hours: readonly string[],
): InterviewSlot[] =>
  days.flatMap((day) =>
    hours.map((time): InterviewSlot => {
      const start = instantAt(daysAfter(today, day), time, zone);
      return {
        id: InterviewSlotId.parse(`slt_${random.letters(20)}`),
        postingId: posting.id,
        companyId: company.id,
        cycleId: posting.cycleId,
        recruiter: recruiter.subject,
        start,
        end: instantAfter(start, lengthMs),
        zone,
        place: { kind: 'link', url: `https://meet.example/${posting.id.slice(4, 12)}` },
        taken: false,
        version: 1,
      };
    }),
  );

/** Those who have been interviewed by now, and those who have a time; one that is over was held, and noted. */
const interviewOf = (application: Application, slot: InterviewSlot, now: string): Interview => {
  const bookedAt = hoursAfter(slot.start < now ? slot.start : now, -30);
  const interview = book(application, undefined, slot, bookedAt);
  if (slot.start > now) return interview;
  return record(interview, { as: 'held', note: '思路清楚，SQL扎实，时差可以接受。' }, slot.end);
};

/** Interview times of two postings: some over, some booked, the rest free for the demonstration's student. */
export const seedInterviews = async (table: Table, scene: Scene): Promise<void> => {
  const now = instantAt(scene.today, '00:00', zone);
  const offeredAt = hoursAfter(now, -72);
  const diaries = new Map<string, { key: Key; entries: DiaryEntry[] }>();
  const note = (key: Key, { start, end }: InterviewSlot, id: string): void => {
    const name = `${key.pk} ${key.sk}`;
    const diary = diaries.get(name) ?? { key, entries: [] };
    diaries.set(name, { key, entries: [...diary.entries, { id, start, end }] });
  };
  const busy = new Set<string>();
  for (const [index, entry] of chosen(scene).entries()) {
    const slots = slotsOf(scene, entry, times[index] ?? times[0]);
    const by = `company:${entry.recruiter.subject}`;
    const wanted = scene.applications
      .filter(({ postingId, studentId }) => postingId === entry.posting.id && !busy.has(studentId))
      .filter(({ state, studentId }) =>
        studentId === linXiaoyu.subject
          ? state === 'rankable'
          : state === 'interviewing' || state === 'rankable',
      )
      .toSorted((a, b) => Number(b.state === 'rankable') - Number(a.state === 'rankable'));
    // The rankable come first, for their interviews are over; two of the free times of each day are left.
    const past = slots.filter(({ start }) => start < now);
    const ahead = slots.filter(({ start }, place) => start > now && place % 2 === 1);
    const given = wanted.flatMap((application) => {
      const slot = (application.state === 'rankable' ? past : ahead).shift();
      return slot === undefined ? [] : [{ slot, interview: interviewOf(application, slot, now) }];
    });
    const taken = new Set(given.map(({ slot }) => slot.id));
    await writeAll(
      table,
      slots.map((slot, place) =>
        interviewSlots.create(
          { ...slot, taken: taken.has(slot.id) },
          signed(by, place === 0 ? 'interview_slots.offered' : 'interview_slots.added', offeredAt),
        ),
      ),
    );
    await writeAll(
      table,
      given.map(({ interview }) =>
        interview.state === 'booked'
          ? interviews.create(
              interview,
              signed(`student:${interview.studentId}`, 'interview.booked', interview.changedAt),
            )
          : interviews.create(interview, signed(by, `interview.${interview.state}`, interview.end)),
      ),
    );
    for (const slot of slots) note(recruiterDiary(slot), slot, slot.id);
    for (const { slot, interview } of given) {
      busy.add(interview.studentId);
      note(studentDiary(interview.studentId), slot, interview.postingId);
    }
  }
  const seeded = signed('system:seed', 'interview.seeded', now);
  for (const { key, entries } of diaries.values())
    await table.write([writeDiary(await readDiary(table, key), entries, seeded)]);
};
