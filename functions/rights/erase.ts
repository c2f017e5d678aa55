import type { Deps } from '../deps.ts';
import { deliver } from '../notice/deliver.ts';
import { rounds } from '../round/store.ts';
import type { Operation } from '../table/table.ts';
import { companyWords, doneLetter } from './words.ts';
import { holdings } from './holdings.ts';
import { type Person, readPerson } from './person.ts';
import type { Deletion } from './schema.ts';
import { deletions, deletionsDue, digestOfSubject, erasures, findDeletion, findErased } from './store.ts';
import { systemStamp } from './system.ts';
import { wordIn } from './word-in.ts';

/** A round that has the student's list behind its fence goes on with it until its result is public or it is given up. */
const waitsForRound = async ({ table }: Deps, { items }: Person): Promise<boolean> => {
  for (const { sk, body } of items) {
    if (!sk.startsWith('RANKLIST#') || body.state !== 'locked') continue;
    const item = await table.get({ pk: `ROUND#${wordIn(body, 'roundId')}`, sk: 'ROUND' });
    if (item && !['published', 'voided', 'failed'].includes(rounds.parse(item).state)) return true;
  }
  return false;
};

const noteWaiting = async (deps: Deps, deletion: Deletion): Promise<void> => {
  if (deletion.waitsFor !== undefined) return;
  const by = systemStamp(deps, 'deletion.wait');
  await deps.table.write([deletions.update({ ...deletion, waitsFor: 'round' }, by)]);
};

/** From here on nobody signs in as this person, and nothing late is followed. */
const begin = async (deps: Deps, { studentId, word }: Deletion): Promise<void> => {
  if ((await findErased(deps.table, studentId)) !== undefined) return;
  const begun = { of: digestOfSubject(studentId), word, begunAt: deps.clock.now() };
  await deps.table.write([erasures.create(begun, systemStamp(deps, 'rights.begin'))]);
};

const tell = async (deps: Deps, { deletion, companyIds }: Person): Promise<void> => {
  for (const companyId of companyIds)
    await deliver(
      deps,
      { kind: 'company', companyId },
      {
        words: companyWords,
        topic: 'applicant',
        path: '/company',
        what: `deletion#${deletion.word}#${companyId}`,
        at: deletion.dueAt,
        joinedBy: deps.clock.now(),
      },
    );
  const id = `deleted#${deletion.word}`;
  await deps.mail.send({ id, to: deletion.email, ...doneLetter, sentAt: deps.clock.now() });
};

/** The last of it, all at once: with the request itself gone there is nothing to go on from. */
const end = async (deps: Deps, { studentId }: Deletion): Promise<void> => {
  const by = systemStamp(deps);
  const pk = `STUDENT#${studentId}`;
  const erased = await findErased(deps.table, studentId);
  const operations: Operation[] = [
    { delete: { pk, sk: 'PROFILE', stamp: by } },
    { delete: { pk, sk: 'DELETION', stamp: by } },
    ...(erased ? [erasures.update({ ...erased, doneAt: deps.clock.now() }, by)] : []),
  ];
  await deps.table.write(operations);
};

const erase = async (deps: Deps, request: Deletion): Promise<void> => {
  // The index may lag behind an undo.
  const deletion = await findDeletion(deps.table, request.studentId);
  if (deletion === undefined || deletion.dueAt > deps.clock.now()) return;
  const person = await readPerson(deps.table, deletion);
  if (await waitsForRound(deps, person)) return noteWaiting(deps, deletion);
  await begin(deps, deletion);
  await tell(deps, person);
  for (const { how } of holdings) if (typeof how !== 'string') await how(deps, person);
  await end(deps, deletion);
};

/** Removes everybody whose time has come. One that was cut off goes on at the next turn; one that fails holds up no other. */
export const eraseDue = async (deps: Deps): Promise<void> => {
  for (const deletion of await Array.fromAsync(deletionsDue(deps.table, deps.clock.now()))) {
    try {
      await erase(deps, deletion);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      deps.log({ level: 'error', event: 'deletion_failed', word: deletion.word, error: name });
    }
  }
};
