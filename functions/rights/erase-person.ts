import type { Deps } from '../deps.ts';
import type { JobHandler } from '../job/work.ts';
import { deliver } from '../notice/deliver.ts';
import { companyWords, doneLetter } from './words.ts';
import { waysFor } from './holdings.ts';
import { readPerson, type Student } from './person.ts';
import type { Deletion } from './schema.ts';
import { deletions, findByWord } from './store.ts';
import { systemStamp } from './system.ts';

const tellCompanies = async (deps: Deps, { deletion, companyIds }: Student): Promise<void> => {
  // Retention frees no seat: companies do not hear of old applicants one by one.
  for (const companyId of deletion.because === 'retention' ? [] : companyIds)
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
};

const sayDone = (deps: Deps, { word, email }: Deletion): Promise<void> =>
  deps.mail.send({ id: `deleted#${word}`, to: email, ...doneLetter, sentAt: deps.clock.now() });

/**
 * Removes a person from everything that the register names. Whatever step a crash interrupts, running again goes on
 * from there: each removal finds what is left, and the person's own items, by which the others are found, go last.
 */
export const erasePerson: JobHandler<'erase_person'> = async (deps, payload, progress, task) => {
  const found = await findByWord(deps.table, payload);
  if (found === undefined || found.stage === 'asked' || found.stage === 'removed') return;
  const { tell, ways } = await readPerson(deps.table, found, {
    student: (student) => ({
      tell: () => tellCompanies(deps, student),
      ways: waysFor.student(deps, student),
    }),
    staff: (staff) => ({ tell: async () => {}, ways: waysFor.staff(deps, staff) }),
  });
  let deletion = found;
  const note = async (stage: 'told' | 'removed'): Promise<void> => {
    const by = systemStamp(deps, `deletion.${stage}`);
    await task.decide(deps.table, [deletions.update({ ...deletion, stage }, by)]);
    deletion = { ...deletion, stage, version: deletion.version + 1 };
  };
  if (deletion.stage === 'begun') {
    await tell();
    await sayDone(deps, deletion);
    await note('told');
  }
  for (const [at, remove] of ways.entries()) {
    await remove();
    await progress(at + 1, ways.length);
  }
  await note('removed');
};
