import { refusalOf } from './client.ts';
import type { PlayedPosting } from './companies.ts';
import type { Stage } from './stage.ts';
import type { PlayedStudent } from './students.ts';

/** What became of offers after they were answered, by student. */
export interface GivenBack {
  /** Released at their own wish: out of further rounds. */
  waived: PlayedStudent | undefined;
  /** Taken back from them: free for further rounds. */
  rescinded: PlayedStudent | undefined;
}

interface Held {
  student: PlayedStudent;
  offer: Awaited<ReturnType<typeof offerOf>>;
}

const offerOf = async ({ self }: PlayedStudent, roundId: string) =>
  (await self.call('listMyOffers')).items.find((offer) => offer.roundId === roundId);

/** Some who accepted what the round gave them. */
const holders = async (
  { roundId }: Stage,
  students: readonly PlayedStudent[],
  count: number,
): Promise<Held[]> => {
  const found: Held[] = [];
  for (const student of students) {
    const offer = await offerOf(student, roundId);
    if (offer?.state === 'accepted') found.push({ student, offer });
    if (found.length === count) break;
  }
  return found;
};

/** One student asks to be released and is; one company asks and is refused; a coordinator takes one offer back. */
export const giveBack = async (
  stage: Stage,
  students: readonly PlayedStudent[],
  postings: readonly PlayedPosting[],
): Promise<GivenBack> => {
  const { coordinator, cycleId, faults, progress } = stage;
  return progress.step('Offers are released, refused and rescinded', 3, async (said) => {
    const [first, second, third] = await holders(stage, students, 3);
    const ask = async (asker: PlayedStudent['self'], { id, version }: NonNullable<Held['offer']>) => {
      const call = { params: { offerId: id }, ifMatch: version };
      await asker.call('askRelease', { ...call, body: { reason: 'Something has come up.' } });
      const twice = asker.call('askRelease', { ...call, body: { reason: 'Something has come up.' } });
      if ((await refusalOf(twice)) !== 'release_asked') faults.push('A release was asked for twice.');
    };
    const decide = async ({ id, version }: NonNullable<Held['offer']>, grant: boolean) => {
      const { items } = await coordinator.call('listReleases', { params: { cycleId } });
      if (!items.some((offer) => offer.id === id)) faults.push(`The request about ${id} is in no queue.`);
      const call = { params: { offerId: id }, ifMatch: version };
      return coordinator.call('decideRelease', { ...call, body: { grant, reason: 'As we agreed.' } });
    };
    if (first?.offer) {
      await ask(first.student.self, first.offer);
      const { state } = await decide(first.offer, true);
      if (state !== 'waived') faults.push(`A granted release left the offer ${state}.`);
      said(1);
    }
    const recruiter = postings.find(({ id }) => id === second?.offer?.postingId)?.recruiter;
    if (second?.offer && recruiter) {
      await ask(recruiter, second.offer);
      const { state } = await decide(second.offer, false);
      if (state !== 'accepted') faults.push(`A refused release left the offer ${state}.`);
      said(2);
    }
    if (third?.offer) {
      const { id, version } = third.offer;
      const body = { reason: 'The team was closed.' };
      await coordinator.call('rescindOffer', { params: { offerId: id }, body, ifMatch: version });
      const shown = await offerOf(third.student, stage.roundId);
      if (shown?.reason !== body.reason) faults.push('A student is not shown why an offer was rescinded.');
    }
    return { waived: first?.student, rescinded: third?.student };
  });
};
