import { randomInt } from 'node:crypto';
import { newCode } from '../../matching/certificate/code.ts';
import type { Deps } from '../deps.ts';
import { Unusable } from '../errors.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import { publishKey } from './keys.ts';
import { issue, textOf } from './rules.ts';
import type { Certificate } from './schema.ts';
import { certificates, findCertificate } from './store.ts';

const by = { kind: 'system', task: 'certify' } as const;

/** Signs what the student confirmed. A certificate that is issued already stays as it is, so that this may run twice. */
export const issueConfirmed = async (deps: Deps, { id }: Certificate): Promise<void> => {
  const certificate = await findCertificate(deps.table, id);
  if (certificate?.state !== 'eligible' || certificate.confirmed === undefined) return;
  const { table, site } = deps;
  if (deps.signer === undefined)
    throw new Unusable('Certificates cannot be signed here: there is no signing key.');
  const signer = await deps.signer();
  const now = deps.clock.now();
  await publishKey(table, signer.key, now);
  const signing = { code: newCode(randomInt), site, issuedAt: now };
  const text = textOf(certificate, certificate.confirmed.holder, signing);
  const issued = issue(certificate, text, signer.sign(text));
  // One that is refused was issued by another process that was faster.
  await writeIndependent(table, [certificates.update(issued, stamp(by, 'certificate.issued', now))]);
};
