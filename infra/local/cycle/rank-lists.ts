import type { PlayedPosting } from './companies.ts';
import type { Tastes } from './selection.ts';
import { sideBySide } from './side-by-side.ts';
import type { Stage } from './stage.ts';
import type { PlayedStudent } from './students.ts';

/** What may be ranked, dearest first. */
const ordered = <Id extends string>(
  options: readonly { id: Id; rankable: boolean }[],
  wish: (id: Id) => number,
): Id[] =>
  options
    .filter(({ rankable }) => rankable)
    .map(({ id }) => id)
    .toSorted((a, b) => wish(b) - wish(a) || (a < b ? -1 : 1));

const certifyAsStudent = async (
  { self, wishes }: PlayedStudent,
  roundId: string,
  leaveOut: number,
): Promise<void> => {
  const params = { roundId };
  const list = await self.call('getMyRankList', { params });
  const choices = ordered(list.options, (id) => wishes.get(id) ?? 0);
  if (choices.length === 0) return;
  const kept = choices.slice(0, Math.max(1, choices.length - leaveOut));
  const saved = await self.call('saveMyRankList', { params, body: { choices: kept }, ifMatch: list.version });
  await self.call('certifyMyRankList', { params, ifMatch: saved.version });
};

const certifyAsCompany = async (
  { recruiter, id }: PlayedPosting,
  roundId: string,
  tastes: Tastes,
): Promise<void> => {
  const params = { roundId, postingId: id };
  const list = await recruiter.call('getPostingRankList', { params });
  const choices = ordered(list.options, (student) => tastes.get(id)?.get(student) ?? 0);
  if (choices.length === 0) return;
  const saved = await recruiter.call('savePostingRankList', {
    params,
    body: { choices },
    ifMatch: list.version,
  });
  await recruiter.call('certifyPostingRankList', { params, ifMatch: saved.version });
};

/** Both sides order and certify their lists; a few students only after a reminder. */
export const certifyLists = async (
  stage: Stage,
  students: readonly PlayedStudent[],
  postings: readonly PlayedPosting[],
  tastes: Tastes,
): Promise<void> => {
  const { coordinator, faults, progress, random, roundId } = stage;
  const plans = students.map((student) => ({
    student,
    late: random.chance(0.05),
    leaveOut: random.chance(0.1) ? 1 : 0,
  }));
  await progress.step('Students certify their rank lists', students.length, (said) =>
    sideBySide(
      plans.filter(({ late }) => !late),
      ({ student, leaveOut }) => certifyAsStudent(student, roundId, leaveOut),
      { said },
    ),
  );
  await progress.step('Companies certify their rank lists', postings.length, (said) =>
    sideBySide(postings, (posting) => certifyAsCompany(posting, roundId, tastes), { said }),
  );
  const params = { roundId };
  const late = new Set(plans.filter((plan) => plan.late).map(({ student }) => student.subject));
  const before = await coordinator.call('getReadiness', { params });
  for (const { id, email } of before.missingStudents)
    if (!late.has(id)) faults.push(`${email} certified, but the coordinator is told otherwise.`);
  if (before.missingStudents.length > 0) await coordinator.call('remindMissing', { params });
  await progress.step('Late students certify after a reminder', late.size, (said) =>
    sideBySide(
      plans.filter((plan) => plan.late),
      ({ student, leaveOut }) => certifyAsStudent(student, roundId, leaveOut),
      { said },
    ),
  );
  const after = await coordinator.call('getReadiness', { params });
  if (after.missingStudents.length + after.missingPostings.length > 0)
    faults.push('Everybody has certified, but the round is not ready.');
  if (after.applicationsWithoutOutcome > 0)
    faults.push(`${after.applicationsWithoutOutcome} applications have no outcome at the freeze.`);
};
