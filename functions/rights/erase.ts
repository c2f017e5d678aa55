import { applications } from '../application/store.ts';
import type { Deps } from '../deps.ts';
import { findJob, requestJob } from '../job/store.ts';
import { hasEnded } from '../job/rules.ts';
import type { Round } from '../round/schema.ts';
import { heldAt, roundsNow } from '../round/store.ts';
import { cycles, everyCycle } from '../cycle/store.ts';
import { keepsOf } from '../retention/keeps.ts';
import { findStudent } from '../student/store.ts';
import { everyItem } from '../table/every.ts';
import { WriteConflict } from '../table/table.ts';
import { namesOf } from './person.ts';
import { oneFewerDue } from './due.ts';
import { dutiesOf, handingOver } from './duties.ts';
import type { Deletion, StaffDeletion, StudentDeletion } from './schema.ts';
import {
  deletions,
  deletionsDue,
  digestOfSubject,
  erasures,
  findDeletion,
  isOfStaff,
  ofPerson,
} from './store.ts';
import { systemStamp } from './system.ts';
import { wordIn } from './word-in.ts';
import { forgetPerson, finishErased } from './forget.ts';

/** In one turn of the clock; the rest has the next one. */
const mostInOneTurn = 20;

/** What a student has to do with rounds: their cycles, those with a list, and whether a freeze would take the student in. */
const partIn = async ({ table }: Deps, deletion: StudentDeletion) => {
  const { pk } = ofPerson(deletion);
  const cycleIds = new Set<string>();
  const ready = new Set<string>();
  for await (const { cycleId, state } of applications.all(table, { pk, sk: { prefix: 'APPLICATION#' } })) {
    cycleIds.add(cycleId);
    if (state === 'rankable') ready.add(cycleId);
  }
  const listed = new Set<string>();
  for await (const { body } of everyItem(table, { pk, sk: { prefix: 'RANKLIST#' } }))
    listed.add(wordIn(body, 'roundId'));
  const rounds = (await Promise.all([...cycleIds].map((id) => roundsNow(table, id)))).flat();
  return { rounds, takesPart: ({ id, cycleId }: Round) => listed.has(id) || ready.has(cycleId) };
};

const isBehindFence = ({ state }: Round): boolean => ['frozen', 'computed', 'approved'].includes(state);

const noteWaiting = async (
  deps: Deps,
  deletion: Deletion,
  waitsFor: NonNullable<Deletion['waitsFor']>,
): Promise<void> => {
  if (deletion.waitsFor !== undefined) return;
  const by = systemStamp(deps, 'deletion.wait');
  await deps.table.write([deletions.update({ ...deletion, waitsFor }, by)]);
};

/** Whether there is a reason again to keep what retention was to remove: the student took part in another cycle. */
const isKeptAgain = async (
  { table, clock }: Deps,
  { because, studentId }: StudentDeletion,
): Promise<boolean> => {
  if (because !== 'retention') return false;
  const keeps = await keepsOf(table, studentId, await Array.fromAsync(cycles.all(table, everyCycle)));
  return keeps !== undefined && keeps.until > clock.now();
};

const keepAgain = async (deps: Deps, deletion: StudentDeletion): Promise<void> => {
  const by = systemStamp(deps, 'deletion.kept');
  await deps.table.write([deletions.remove(deletion, by), ...(await oneFewerDue(deps.table, deletion, by))]);
};

/**
 * From here on nobody signs in as this person, nothing late is followed, and nothing takes it back. A round that has
 * the student behind its fence goes on with it until its result is public or it is given up; one that is open is held
 * as it was read, so that its freeze either waits for this or is waited for.
 */
const beginStudent = async (deps: Deps, deletion: StudentDeletion): Promise<void> => {
  if (await isKeptAgain(deps, deletion)) return keepAgain(deps, deletion);
  const { waitsFor: _, ...request } = deletion;
  const { rounds, takesPart } = await partIn(deps, request);
  if (rounds.some((round) => isBehindFence(round) && takesPart(round)))
    return noteWaiting(deps, deletion, 'round');
  const { studentId, word, dueAt, because } = request;
  const by = systemStamp(deps, 'deletion.begin');
  const { jobId, operation } = requestJob(deps.newId, { kind: 'erase_person', word, dueAt }, by);
  const names = namesOf((await findStudent(deps.table, studentId))?.profile);
  await deps.table.write([
    deletions.update({ ...request, stage: 'begun', jobId, names }, by),
    erasures.create({ of: digestOfSubject(studentId), word, begunAt: deps.clock.now(), because }, by),
    operation,
    ...(await oneFewerDue(deps.table, deletion, by)),
    ...rounds.filter(({ state }) => state === 'open').map(heldAt),
  ]);
};

/** Somebody else acts for nobody from here on. What only this person could do is waited for. */
const beginStaff = async (deps: Deps, deletion: StaffDeletion): Promise<void> => {
  const by = systemStamp(deps, 'deletion.begin');
  // Read before the question, so that the answer holds when this is written.
  const handover = await handingOver(deps, deletion, by);
  if ((await dutiesOf(deps, deletion)) !== undefined) return noteWaiting(deps, deletion, 'handover');
  const { waitsFor: _, ...request } = deletion;
  const { subject, role, companyId, word, dueAt } = request;
  const { jobId, operation } = requestJob(deps.newId, { kind: 'erase_person', word, dueAt }, by);
  const former = { role, ...(companyId !== undefined && { companyId }) };
  await deps.table.write([
    deletions.update({ ...request, stage: 'begun', jobId }, by),
    erasures.create({ of: digestOfSubject(subject), word, begunAt: deps.clock.now(), former }, by),
    operation,
    ...handover,
  ]);
};

const begin = (deps: Deps, deletion: Deletion): Promise<void> =>
  isOfStaff(deletion) ? beginStaff(deps, deletion) : beginStudent(deps, deletion);

/** A job that ended before its work was done, however that came, is followed by another. */
const goOn = async (deps: Deps, deletion: Deletion): Promise<void> => {
  const { jobId: before = '', word, dueAt } = deletion;
  const job = await findJob(deps.table, before);
  if (job !== undefined && !hasEnded(job)) return;
  const by = systemStamp(deps, 'deletion.go_on');
  const { jobId, operation } = requestJob(deps.newId, { kind: 'erase_person', word, dueAt }, by);
  await deps.table.write([deletions.update({ ...deletion, jobId }, by), operation]);
};

const step = async (deps: Deps, listed: Deletion): Promise<void> => {
  // The index may lag behind an undo.
  const deletion = await findDeletion(deps.table, listed);
  if (deletion === undefined || deletion.dueAt > deps.clock.now()) return;
  const { stage } = deletion;
  await (stage === 'asked' ? begin : stage === 'removed' ? forgetPerson : goOn)(deps, deletion);
};

/** Begins each deletion whose time has come, and brings it a step on. One that fails holds up no other. */
export const eraseDue = async (deps: Deps): Promise<void> => {
  let done = 0;
  for await (const deletion of deletionsDue(deps.table, deps.clock.now())) {
    if (done >= mostInOneTurn) break;
    if (deletion.waitsFor === undefined) done += 1;
    try {
      await step(deps, deletion);
    } catch (error) {
      // Somebody took it back, or froze a round, at the same moment: the next turn decides anew.
      if (error instanceof WriteConflict) continue;
      const name = error instanceof Error ? error.name : 'unknown';
      deps.log({ level: 'error', event: 'deletion_failed', word: deletion.word, error: name });
    }
  }
  await finishErased(deps);
};
