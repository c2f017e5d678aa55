import { aliasOf } from '../../../infra/local/cycle/aliases.ts';
import { allPages } from '../../../infra/local/cycle/client.ts';
import type { Finding } from '../../../infra/local/cycle/check.ts';
import type { PlayedPosting } from '../../../infra/local/cycle/companies.ts';
import { sideBySide } from '../../../infra/local/cycle/side-by-side.ts';
import type { Stage } from '../../../infra/local/cycle/stage.ts';
import type { PlayedStudent } from '../../../infra/local/cycle/students.ts';
import { own } from '../../../matching/round/lookup.ts';
import type { Told } from './order.ts';

interface Played {
  students: readonly PlayedStudent[];
  postings: readonly PlayedPosting[];
  finding: Finding;
}

export const invariants = [
  'every application that was sent stands, and no other',
  'every list counts as it was certified',
  'every offer stands as it was answered',
  'no posting has more interns than seats',
  'every outcome was written of in one letter',
];

/** What is told as phases and internships begin, besides the outcomes. */
const ofTheCycle = ['可以申请了', '筛选已开始', '请排好并确认志愿表', '实习已确认'];
/** States of an application that its student gets a letter about. */
const written = new Set(['shortlisted', 'interviewing', 'rankable', 'not_selected', 'not_submitted']);

const paged = (cursor: string | undefined) => ({
  limit: 200,
  ...(cursor !== undefined && { cursor }),
});

/** What one student finds, compared with what the same student was told. */
const faultsOfStudent = async (
  student: PlayedStudent,
  roundId: string,
  { instance, result }: Finding,
  told: readonly Told[],
): Promise<string[]> => {
  const faults: string[] = [];
  const { self } = student;
  const alias = await aliasOf(student, roundId);
  const applications = await allPages((cursor) => self.call('listMyApplications', { query: paged(cursor) }));
  const sent = told.flatMap(({ applied = [] }) => applied);
  if (
    applications
      .map(({ postingId }) => postingId)
      .toSorted()
      .join() !== sent.toSorted().join()
  )
    faults.push(`${self.email} sent ${sent.length} applications, and ${applications.length} are there.`);
  const certified = told.flatMap((one) => one.certified ?? []);
  if ((own(instance.students, alias) ?? []).join() !== certified.join())
    faults.push(`${self.email} certified another list than the one that was frozen.`);
  const all = await allPages((cursor) => self.call('listMyLetters', { query: paged(cursor) }));
  const letters = all.filter(({ subject: about }) => !ofTheCycle.some((words) => about.startsWith(words)));
  const outcomes = applications.flatMap(({ history }) => history.filter(({ state }) => written.has(state)));
  const expected = outcomes.length + (own(result.assignment, alias) === undefined ? 0 : 1);
  if (letters.length !== expected)
    faults.push(`${self.email} got ${letters.length} letters about ${expected} outcomes.`);
  return faults;
};

/** Compares what everybody was told under load with what the product shows when it is quiet again. */
export const faultsOf = async (
  { coordinator, roundId }: Stage,
  { students, postings, finding }: Played,
  told: readonly Told[],
): Promise<string[]> => {
  const toldTo = Map.groupBy(told, ({ email }) => email);
  const ofStudents = await sideBySide(students, (student) =>
    faultsOfStudent(student, roundId, finding, toldTo.get(student.self.email) ?? []),
  );
  const faults = ofStudents.flat();
  const offers = await allPages((cursor) =>
    coordinator.call('listRoundOffers', { params: { roundId }, query: paged(cursor) }),
  );
  const answers = new Map(
    told.flatMap(({ answered }) => (answered ? [[answered.offerId, answered.to] as const] : [])),
  );
  for (const { id, state } of offers)
    if (answers.get(id) !== state)
      faults.push(`The offer ${id} is ${state}; its student was told ${answers.get(id)}.`);
  if (answers.size !== offers.length) faults.push(`${offers.length} offers, ${answers.size} answers.`);
  const taken = Map.groupBy(
    offers.filter(({ state }) => state !== 'declined'),
    ({ postingId }) => postingId,
  );
  for (const { id, seats } of postings) {
    const interns = taken.get(id)?.length ?? 0;
    if (interns > seats) faults.push(`The posting ${id} has ${interns} interns for ${seats} seats.`);
  }
  return faults;
};
