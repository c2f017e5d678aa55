import type { Deps } from '../deps.ts';
import type { Deletion, StudentDeletion } from './schema.ts';
import { placesOfStaff } from './staff-traces.ts';
import { deletionsDue, erasures, goingOn, isOfStaff, ofPerson, subjectOf } from './store.ts';
import { systemStamp } from './system.ts';

/** What stands in the student's partition when certificates go on being checked. */
export const certificatesOf = ({ certificates }: StudentDeletion): string | undefined =>
  certificates === 'keep' ? 'CERTIFICATE#' : undefined;

/** The request itself and all that lies beside the record's items: told to nobody, so that nothing of it begins anew. */
export const forgetPerson = async ({ remains }: Deps, deletion: Deletion): Promise<void> => {
  const { pk } = ofPerson(deletion);
  if (isOfStaff(deletion)) {
    const { email, names } = deletion;
    // By the opaque id too: a log still has what was signed with it, names among that.
    const ids = [deletion.subject, email, email.toLowerCase()];
    await remains.forget({ partitions: [...placesOfStaff(deletion), pk], ids, names });
    return;
  }
  const spare = certificatesOf(deletion);
  await remains.forget({
    partitions: [pk],
    ids: [subjectOf(deletion), deletion.email],
    // And what a change log still has of the keys that aliases were made with.
    names: [...deletion.names, 'aliasKey'],
    ...(spare !== undefined && { spare }),
  });
};

/** Says of removals that they are done, when nothing leads to the person any more and no byte is left. */
export const finishErased = async (deps: Deps): Promise<void> => {
  const all = await Array.fromAsync(goingOn(deps.table));
  if (all.length === 0) return;
  const due = await Array.fromAsync(deletionsDue(deps.table, deps.clock.now()));
  const still = new Set(due.map(({ word }) => word));
  const ended = all.filter(({ word }) => !still.has(word));
  if (ended.length === 0 || !(await deps.remains.clean())) return;
  for (const erased of ended)
    await deps.table.write([
      erasures.update({ ...erased, doneAt: deps.clock.now() }, systemStamp(deps, 'rights.done')),
    ]);
};
