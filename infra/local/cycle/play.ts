import { dayIn } from '../../../functions/clock/day-in.ts';
import { randomFrom, seedOf } from '../seed/random.ts';
import { seasonFrom, settingsOf, zone } from '../seed/season.ts';
import { answerOffers, checkOutcomes } from './answers.ts';
import { recheck } from './check.ts';
import { type Cast, localCast } from './cast.ts';
import { publishPostings, registerCompanies } from './companies.ts';
import { moveTo } from './coordinator.ts';
import { bookInterviews } from './interviews.ts';
import type { Progress } from './progress.ts';
import { certifyLists } from './rank-lists.ts';
import type { Report } from './report.ts';
import { checkSecrecy, computeAndApprove, publish } from './round.ts';
import { selectApplicants } from './selection.ts';
import type { Stage } from './stage.ts';
import { applyToPostings, registerStudents } from './students.ts';
import { playSupplementary } from './supplementary.ts';
import type { Timekeeper } from './timekeeper.ts';
import { playOn } from './whole/play-on.ts';

export interface PlayOptions {
  students: number;
  postings: number;
  /** The same words give the same people with the same wishes. */
  seed: string;
  /** Who lets time pass; with it the cycle goes on after the answers, through a supplementary round and the internships to their end. */
  whole?: Timekeeper | undefined;
  /** The cycle is set up so that it can be removed again. */
  trial?: boolean;
}

export const postingsACompany = 2;

/** The two coordinators sign in; the first sets the cycle up, with applying from today on. */
export const setUp = async (
  cast: Cast,
  { seed, trial = false }: Pick<PlayOptions, 'seed' | 'trial'>,
  progress: Progress,
): Promise<Stage> => {
  const [coordinator, approver] = await cast.coordinators();
  if (coordinator === undefined || approver === undefined) throw new Error('A cycle needs two coordinators.');
  const season = seasonFrom(dayIn(zone, new Date().toISOString()));
  const body = { ...settingsOf(season), trial };
  const { id: cycleId, applicationCap } = await coordinator.call('createCycle', { body });
  const { items } = await coordinator.call('listRounds', { params: { cycleId } });
  const [main] = items;
  if (main === undefined) throw new Error('The cycle began without a round.');
  const random = randomFrom(seedOf(seed));
  return {
    cast,
    coordinator,
    approver,
    cycleId,
    roundId: main.id,
    applicationCap,
    season,
    seed,
    random,
    progress,
    faults: [],
  };
};

/** Plays a whole cycle against the service at `origin`, through its public API alone. Throws at an unexpected answer. */
export const playCycle = async (
  origin: string,
  { students: studentCount, postings: postingCount, seed, whole, trial = false }: PlayOptions,
  progress: Progress,
  cast: Cast = localCast(origin),
): Promise<Report> => {
  const stage = await progress.step('Coordinators set up the cycle', 1, () =>
    setUp(cast, { seed, trial }, progress),
  );
  await moveTo(stage, 'posting');
  const companies = await registerCompanies(stage, Math.ceil(postingCount / postingsACompany));
  const postings = await publishPostings(stage, companies, postingCount);
  await moveTo(stage, 'applying');
  const students = await registerStudents(stage, studentCount);
  const applications = await applyToPostings(stage, students);
  await moveTo(stage, 'shortlisting');
  if (whole) await bookInterviews(stage, postings, students);
  const tastes = await selectApplicants(stage, postings);
  await moveTo(stage, 'ranking');
  await certifyLists(stage, students, postings, tastes);
  await moveTo(stage, 'matching');
  const proof = await computeAndApprove(stage);
  const finding = recheck(proof);
  await checkSecrecy(stage, students, postings);
  await publish(stage, proof, students);
  await moveTo(stage, 'confirming');
  const answers = await answerOffers(stage, students, finding);
  await checkOutcomes(stage, students, postings, finding);
  if (whole) await playSupplementary(stage, { students, postings }, finding);
  await moveTo(stage, 'active');
  if (whole) await playOn({ ...stage, time: whole }, { students, postings });
  return {
    companies: companies.length,
    postings: postings.length,
    seats: postings.reduce((sum, { seats }) => sum + seats, 0),
    students: students.length,
    applications,
    proof,
    finding,
    answers,
    times: progress.times,
    faults: [...finding.faults, ...stage.faults],
  };
};
