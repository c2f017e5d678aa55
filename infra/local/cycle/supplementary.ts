import { setTimeout } from 'node:timers/promises';
import { instantAfter } from '../../../functions/clock/clock.ts';
import type { RoundStep } from '../../../functions/cycle/in-round.ts';
import type { PublicRound } from '../../../functions/round/schema.ts';
import { own } from '../../../matching/round/lookup.ts';
import { answerOffers, checkOutcomes } from './answers.ts';
import { type Finding, recheck } from './check.ts';
import { allPages, refusalOf } from './client.ts';
import type { PlayedPosting } from './companies.ts';
import { moveTo } from './coordinator.ts';
import { giveBack, type GivenBack } from './given-back.ts';
import { certifyLists } from './rank-lists.ts';
import { checkSecrecy, computeAndApprove, publish } from './round.ts';
import { selectApplicants } from './selection.ts';
import { sideBySide } from './side-by-side.ts';
import type { Stage } from './stage.ts';
import type { PlayedStudent } from './students.ts';

const dayMs = 24 * 60 * 60 * 1000;
const cap = 2;

/** Who holds a seat of which posting, read from each student's own page. */
const holdersNow = async (students: readonly PlayedStudent[]): Promise<ReadonlyMap<string, string>> => {
  const held = new Map<string, string>();
  await sideBySide(students, async ({ self, subject }) => {
    const { items } = await self.call('listMyOffers');
    const offer = items.find(({ state }) => state === 'accepted' || state === 'pending');
    if (offer) held.set(subject, offer.postingId);
  });
  return held;
};

/** The seats that are open, reckoned without the service: all that the main round had, less those that somebody holds. */
const openByHand = async (
  students: readonly PlayedStudent[],
  { result }: Finding,
): Promise<ReadonlyMap<string, number>> => {
  const taken = Map.groupBy((await holdersNow(students)).values(), (posting) => posting);
  const seats = Object.entries(result.certificate.postings).map(
    ([id, posting]) => [id, posting.seats - (taken.get(id)?.length ?? 0)] as const,
  );
  return new Map(seats.filter(([, open]) => open > 0));
};

/** Opens the round within the announced phase, and waits until its seats are counted. */
const open = async ({ coordinator, cycleId, faults }: Stage, seats: ReadonlyMap<string, number>) => {
  const params = { cycleId };
  const preview = await coordinator.call('previewNextRound', { params });
  const sum = [...seats.values()].reduce((total, count) => total + count, 0);
  if (preview.seats !== sum)
    faults.push(`The next round shows ${preview.seats} open seats; there are ${sum}.`);
  const cycle = await coordinator.call('getCycle', { params });
  const { from, to } = cycle.windows.supplementary;
  const body = {
    applying: { from, to: instantAfter(from, 4 * dayMs) },
    ranking: { from: instantAfter(from, 6 * dayMs), to },
    applicationCap: cap,
  };
  const call = { params, body, ifMatch: cycle.version };
  const made = await coordinator.call('openNextRound', call);
  const twice = await refusalOf(coordinator.call('openNextRound', call));
  if (twice !== 'stale_version') faults.push('A second round could be opened beside the first.');
  const find = () => coordinator.call('getPublicRound', { params: { roundId: made.id } });
  let round: PublicRound = await find();
  while (round.opening === undefined) {
    await setTimeout(50);
    round = await find();
  }
  return round;
};

/** Everyone who is still free applies, as far as the cap goes; who holds a seat or has left is refused. */
const applyAgain = async (
  stage: Stage,
  students: readonly PlayedStudent[],
  {
    seats,
    held,
    out,
  }: { seats: ReadonlyMap<string, number>; held: ReadonlyMap<string, string>; out: GivenBack },
): Promise<void> => {
  const { cycleId, faults, progress } = stage;
  const postings = [...seats.keys()];
  const applyTo = async ({ self }: PlayedStudent, postingId: string) => {
    const read = (cursor: string | undefined) =>
      self.call('listMyApplications', { query: { ...(cursor !== undefined && { cursor }) } });
    const mine = (await allPages(read)).find((application) => application.postingId === postingId);
    if (mine === undefined)
      return refusalOf(self.call('apply', { body: { postingId, content: { answers: [] }, submit: true } }));
    const params = { applicationId: mine.id };
    return refusalOf(
      self.call('moveApplication', { params, body: { to: 'submitted' }, ifMatch: mine.version }),
    );
  };
  await progress.step('Students apply for open seats', students.length, (said) =>
    sideBySide(
      students,
      async (student) => {
        const { standing } = await student.self.call('getMyStanding', { params: { cycleId } });
        const expected = held.has(student.subject)
          ? 'holds_offer'
          : standing === 'has_left'
            ? 'has_left'
            : 'free';
        if (standing !== expected || (student === out.waived && standing !== 'has_left'))
          faults.push(`${student.self.email} stands as ${standing} before the supplementary round.`);
        if (student === out.rescinded && standing !== 'free')
          faults.push('A student whose offer was taken back may not take part.');
        const refusals: (string | undefined)[] = [];
        for (const postingId of postings.slice(0, cap + 2)) refusals.push(await applyTo(student, postingId));
        const sent = refusals.filter((refusal) => refusal === undefined).length;
        if (sent > (standing === 'free' ? cap : 0))
          faults.push(`${student.self.email} is ${standing} and sent ${sent} applications.`);
      },
      { said },
    ),
  );
};

/** Every company sees the open seats of its own postings. */
const checkOwnSeats = async (
  { roundId, faults }: Stage,
  postings: readonly PlayedPosting[],
  seats: ReadonlyMap<string, number>,
): Promise<void> => {
  await sideBySide(postings, async ({ recruiter, companyId, id }) => {
    const { items } = await recruiter.call('listCompanyOpenSeats', { params: { companyId, roundId } });
    const shown = items.find(({ postingId }) => postingId === id)?.seats ?? 0;
    if (shown !== seats.get(id))
      faults.push(`${id} is shown with ${shown} open seats, not ${seats.get(id)}.`);
  });
};

/** Nobody got a seat that was not there: over all rounds no posting has more holders than seats. */
const checkSeats = async (
  { faults }: Stage,
  students: readonly PlayedStudent[],
  { result }: Finding,
): Promise<void> => {
  const taken = Map.groupBy((await holdersNow(students)).values(), (posting) => posting);
  for (const [id, { length }] of taken) {
    const { seats = 0 } = own(result.certificate.postings, id) ?? {};
    if (length > seats) faults.push(`${id} has ${seats} seats and ${length} students.`);
  }
};

/** Plays what comes after the answers: seats come back, and one whole supplementary round gives them away. */
export const playSupplementary = async (
  stage: Stage,
  { students, postings }: { students: readonly PlayedStudent[]; postings: readonly PlayedPosting[] },
  main: Finding,
): Promise<void> => {
  const { coordinator, faults } = stage;
  const out = await giveBack(stage, students, postings);
  await moveTo(stage, 'supplementary');
  const seats = await openByHand(students, main);
  // A summer in which every seat is taken has no supplementary round.
  if (seats.size === 0) return;
  const round = await open(stage, seats);
  const then = { ...stage, roundId: round.id };
  const moveStep = async (to: RoundStep) => {
    const params = { roundId: round.id };
    const { version } = await coordinator.call('getRound', { params });
    await coordinator.call('moveRoundStep', { params, body: { to }, ifMatch: version });
  };
  const taking = postings.filter(({ id }) => seats.has(id));
  await checkOwnSeats(then, taking, seats);
  await applyAgain(then, students, { seats, held: await holdersNow(students), out });
  await moveStep('shortlisting');
  const tastes = await selectApplicants(then, taking);
  await moveStep('ranking');
  await certifyLists(then, students, taking, tastes);
  await moveStep('matching');
  const proof = await computeAndApprove(then);
  const finding = recheck(proof);
  faults.push(...finding.faults);
  for (const [id, { capacity }] of Object.entries(finding.instance.postings))
    if (capacity > (seats.get(id) ?? 0)) faults.push(`${id} gives ${capacity} seats that are not open.`);
  await checkSecrecy(then, students, postings);
  await publish(then, proof, students);
  await answerOffers(then, students, finding);
  await checkOutcomes(then, students, taking, finding);
  await checkSeats(stage, students, main);
};
