import type { ApplicationState } from '../../../functions/application/schema.ts';
import { randomFrom, seedOf } from '../seed/random.ts';
import { bySubject } from './aliases.ts';
import type { Finding } from './check.ts';
import { allPages } from './client.ts';
import type { PlayedPosting } from './companies.ts';
import { sideBySide } from './side-by-side.ts';
import type { Stage } from './stage.ts';
import type { PlayedStudent } from './students.ts';

export interface Answers {
  accepted: number;
  declined: number;
}

/** An application in one of these has come to an end that its student can see. */
const ended: readonly ApplicationState[] = [
  'matched',
  'unmatched',
  'not_selected',
  'withdrawn',
  'not_submitted',
];

/** One student reads the own result, compares it with the file, and answers the offer. */
const readAndAnswer = async (
  stage: Stage,
  { self, subject }: PlayedStudent,
  given: ReadonlyMap<string, string>,
): Promise<'accepted' | 'declined' | undefined> => {
  const { faults, roundId, seed } = stage;
  const expected = given.get(subject);
  const mine = await self.call('getMyResult', { params: { roundId } });
  const got = mine.choices.find(({ reason }) => reason === 'assigned');
  if (got?.postingId !== expected || mine.matched !== (expected !== undefined) || mine.place !== got?.place)
    faults.push(
      `${self.email} is told ${mine.matched ? '' : 'not '}matched with ${got?.postingId}; the result says ${expected}.`,
    );
  const { items } = await self.call('listMyOffers');
  const [offer, ...more] = items.filter((one) => one.roundId === roundId);
  if (offer?.postingId !== expected || more.length > 0)
    faults.push(`${self.email} has other offers than the result says.`);
  if (offer === undefined) return undefined;
  const to = randomFrom(seedOf(`${seed} answer ${self.email}`)).chance(0.92) ? 'accepted' : 'declined';
  const answered = await self.call('answerOffer', {
    params: { offerId: offer.id },
    body: { to },
    ifMatch: offer.version,
  });
  if (answered.state !== to) faults.push(`${self.email} answered ${to}, the offer is ${answered.state}.`);
  return to;
};

/** Everyone reads the own result and answers. */
export const answerOffers = async (
  stage: Stage,
  students: readonly PlayedStudent[],
  finding: Finding,
): Promise<Answers> => {
  const given = await bySubject(stage, students, finding);
  const answers = await stage.progress.step('Students read results and answer', students.length, (said) =>
    sideBySide(students, (student) => readAndAnswer(stage, student, given), { said }),
  );
  return {
    accepted: answers.filter((answer) => answer === 'accepted').length,
    declined: answers.filter((answer) => answer === 'declined').length,
  };
};

/** Companies see exactly those whom the result gives them, and every application has come to an end. */
export const checkOutcomes = async (
  stage: Stage,
  students: readonly PlayedStudent[],
  postings: readonly PlayedPosting[],
  finding: Finding,
): Promise<void> => {
  const { faults, progress, roundId } = stage;
  const given = await bySubject(stage, students, finding);
  await progress.step('Companies read their results', postings.length, (said) =>
    sideBySide(
      postings,
      async ({ recruiter, id }) => {
        const { admitted } = await recruiter.call('getPostingResult', { params: { roundId, postingId: id } });
        const expected = [...given].flatMap(([subject, posting]) => (posting === id ? [subject] : []));
        const shown = admitted.map(({ studentId }) => studentId).toSorted();
        if (shown.join() !== expected.toSorted().join())
          faults.push(`${id} is shown others than the result says.`);
      },
      { said },
    ),
  );
  await progress.step('Every application has an outcome', students.length, (said) =>
    sideBySide(
      students,
      async ({ self }) => {
        const read = (cursor: string | undefined) =>
          self.call('listMyApplications', { query: { ...(cursor !== undefined && { cursor }) } });
        for (const { id, state } of await allPages(read))
          if (!ended.includes(state)) faults.push(`The application ${id} is still ${state}.`);
      },
      { said },
    ),
  );
};
