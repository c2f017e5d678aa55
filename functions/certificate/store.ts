import { notFound } from '../errors.ts';
import { type PlacementId, partsOfPlacementId } from '../ids.ts';
import { upTo } from '../placement/store.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { remindAt } from './rules.ts';
import { Certificate, type IssuedCertificate } from './schema.ts';

const certificateKey = (studentId: string, roundId: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `CERTIFICATE#${roundId}`,
});
export const certificates = entity({
  schema: Certificate,
  key: (certificate) => certificateKey(certificate.studentId, certificate.roundId),
  index: (certificate) => {
    const due = remindAt(certificate);
    return {
      ...(certificate.state !== 'eligible' && {
        gsi1: { pk: `CERTIFICATE#${certificate.code}`, sk: 'CERTIFICATE' },
      }),
      ...(due !== undefined && {
        gsi1: { pk: 'CERTIFICATES_TO_REMIND', sk: `${due}#${certificate.id}` },
      }),
      gsi2: {
        pk: `CYCLE#${certificate.cycleId}#CERTIFICATES`,
        sk: `${certificate.state}#${certificate.studentId}#${certificate.roundId}`,
      },
    };
  },
});

export const findCertificate = (table: Table, id: PlacementId): Promise<Certificate | undefined> => {
  const { student, round } = partsOfPlacementId(id);
  return certificates.get(table, certificateKey(student, round));
};

export const getCertificate = async (table: Table, id: PlacementId): Promise<Certificate> => {
  const certificate = await findCertificate(table, id);
  if (certificate === undefined) throw notFound('certificate');
  return certificate;
};

export const certificatesOf = (table: Table, studentId: string): AsyncGenerator<Certificate> =>
  certificates.all(table, { pk: `STUDENT#${studentId}`, sk: { prefix: 'CERTIFICATE#' } });

/** Those whose students are to be reminded by an instant. */
export const certificatesToRemind = (table: Table, by: string): AsyncGenerator<Certificate> =>
  certificates.all(table, { index: 'gsi1', pk: 'CERTIFICATES_TO_REMIND', sk: { to: upTo(by) } });

/**
 * The certificate with a code. The index says whose it is; whether it was revoked is read from the certificate itself,
 * for an index may lag.
 */
export const certificateWithCode = async (
  table: Table,
  code: string,
): Promise<IssuedCertificate | undefined> => {
  const { items } = await certificates.list(table, { index: 'gsi1', pk: `CERTIFICATE#${code}`, limit: 1 });
  const [found] = items;
  const certificate = found && (await findCertificate(table, found.id));
  return certificate?.state === 'eligible' ? undefined : certificate;
};

export const certificatesOfCycle = (
  table: Table,
  cycleId: string,
  page: { limit: number; cursor?: string | undefined; state?: Certificate['state'] | undefined },
): Promise<{ items: Certificate[]; next?: string }> => {
  const { limit, cursor, state } = page;
  return certificates.list(table, {
    index: 'gsi2',
    pk: `CYCLE#${cycleId}#CERTIFICATES`,
    limit,
    ...(state !== undefined && { sk: { prefix: `${state}#` } }),
    ...(cursor !== undefined && { cursor }),
  });
};
