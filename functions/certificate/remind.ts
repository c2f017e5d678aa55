import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Operation } from '../table/table.ts';
import { remindAt } from './rules.ts';
import { certificates, certificatesToRemind, findCertificate } from './store.ts';

const clock = { kind: 'system', task: 'clock' } as const;

/** Marks the certificates whose details nobody has confirmed; the letters follow from the change. */
export const remindOfCertificates = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  const by = stamp(clock, 'certificate.reminded', now);
  const due: Operation[] = [];
  for await (const { id } of certificatesToRemind(deps.table, now)) {
    // The index may lag behind: the item decides.
    const certificate = await findCertificate(deps.table, id);
    if (certificate?.state !== 'eligible' || (remindAt(certificate) ?? '~') > now) continue;
    due.push(certificates.update({ ...certificate, remindedAt: now }, by));
  }
  // One that is refused was confirmed at the same moment.
  await writeIndependent(deps.table, due);
};
