import { readCode } from '../../matching/certificate/code.ts';
import type { Handlers } from '../call.ts';
import type { Deps } from '../deps.ts';
import { getCycle } from '../cycle/store.ts';
import { DomainError, notFound } from '../errors.ts';
import { requireStudent, requireVersion } from '../ownership.ts';
import { noteOpened } from '../rights/opened.ts';
import { stamp } from '../stamp.ts';
import { officialNames } from '../student/rules.ts';
import type { Student } from '../student/schema.ts';
import { findStudent, getStudent, nameOf } from '../student/store.ts';
import { commit } from '../table/entity.ts';
import type { certificateOperations } from './api.ts';
import { publishedKeys } from './keys.ts';
import { confirmDetails, correctNames, holderOf, revoke } from './rules.ts';
import type { Certificate, EligibleCertificate, Holder } from './schema.ts';
import {
  certificates,
  certificatesOf,
  certificatesOfCycle,
  certificateWithCode,
  getCertificate,
} from './store.ts';

/** A certificate of before names were fixed has those in the profile. */
const namesIn = ({ names }: EligibleCertificate, student: Student | undefined): Holder =>
  names ?? (student ? officialNames(student.profile) : {});

/** The names to choose from. */
const namesOf = async ({ table }: Deps, certificate: Certificate): Promise<Holder> => {
  if (certificate.state !== 'eligible') return certificate.holder;
  return namesIn(certificate, await findStudent(table, certificate.studentId));
};

const said = ({ chinese, passport }: Holder): string => [chinese, passport].filter(Boolean).join(', ') || '–';

const ofStudent = (certificate: Certificate, student: Student | undefined) => ({
  ...certificate,
  name: student ? nameOf(student) : '—',
  ...(certificate.state === 'eligible' && { names: namesIn(certificate, student) }),
});

const newestFirst = (all: readonly Certificate[]): Certificate[] =>
  all.toSorted((a, b) => (a.eligibleAt < b.eligibleAt ? 1 : -1));

/** Asked for when what was typed is no code: nobody has it, and the answer takes as long. */
const nobodys = 'nobody';

const unknownCode = () =>
  new DomainError(
    'not_found',
    'certificate_not_found',
    'There is no certificate with this code. Compare it with the certificate, character by character.',
  );

export const certificateHandlers: Handlers<keyof typeof certificateOperations> = {
  checkCertificate: async ({ params, deps }) => {
    const certificate = await certificateWithCode(deps.table, readCode(params.code) ?? nobodys);
    if (certificate === undefined) throw unknownCode();
    const { state, code, holder, internship, issuedAt, file } = certificate;
    const revokedAt = certificate.state === 'revoked' ? certificate.revokedAt : undefined;
    return { state, code, holder, internship, issuedAt, file, revokedAt };
  },

  listCertificateKeys: async ({ deps }) => ({ keys: await publishedKeys(deps.table) }),

  listMyCertificates: async ({ actor, deps }) => {
    const all = await Array.fromAsync(certificatesOf(deps.table, actor.studentId));
    return {
      items: await Promise.all(
        newestFirst(all).map(async (one) => ({ ...one, names: await namesOf(deps, one) })),
      ),
    };
  },

  confirmCertificate: async ({ actor, params, body, version, deps, now }) => {
    const certificate = await getCertificate(deps.table, params.certificateId);
    requireStudent(actor, certificate, 'certificate');
    requireVersion(certificate, version, 'certificate');
    const names = await namesOf(deps, certificate);
    const confirmed = confirmDetails(certificate, holderOf(names, body.show), now);
    await commit(deps.table, [certificates.update(confirmed, stamp(actor, 'certificate.confirmed', now))]);
    return { ...(await getCertificate(deps.table, certificate.id)), names };
  },

  getCertificatePdf: async ({ actor, params, deps }) => {
    const certificate = await getCertificate(deps.table, params.certificateId);
    requireStudent(actor, certificate, 'certificate');
    if (certificate.state === 'eligible') throw notFound('certificate');
    // Fonts and the writer of PDF are brought when somebody prints.
    const { printed } = await import('./print/print.ts');
    const content = await printed(certificate, deps.site);
    return {
      name: `certificate-${certificate.code}.pdf`,
      content: (async function* () {
        yield content;
      })(),
    };
  },

  listCycleCertificates: async ({ params, query, deps }) => {
    const { id } = await getCycle(deps.table, params.cycleId);
    const page = await certificatesOfCycle(deps.table, id, query);
    const named = page.items.map(async (certificate) =>
      ofStudent(certificate, await findStudent(deps.table, certificate.studentId)),
    );
    return { ...page, items: await Promise.all(named) };
  },

  listStudentCertificates: async ({ actor, params, deps, now }) => {
    const student = await getStudent(deps.table, params.studentId);
    await noteOpened(deps.table, actor, { studentId: student.id, what: 'certificate', now });
    const all = await Array.fromAsync(certificatesOf(deps.table, student.id));
    return { items: newestFirst(all).map((certificate) => ofStudent(certificate, student)) };
  },

  correctCertificateNames: async ({ actor, params, body, version, deps, now }) => {
    const certificate = await getCertificate(deps.table, params.certificateId);
    requireVersion(certificate, version, 'certificate');
    const change = `${said(await namesOf(deps, certificate))} → ${said(body.names)}. ${body.reason}`;
    const by = stamp(actor, 'certificate.names_corrected', now, change);
    await commit(deps.table, [certificates.update(correctNames(certificate, body.names), by)]);
    return getCertificate(deps.table, certificate.id);
  },

  revokeCertificate: async ({ actor, params, body, version, deps, now }) => {
    const certificate = await getCertificate(deps.table, params.certificateId);
    requireVersion(certificate, version, 'certificate');
    const by = stamp(actor, 'certificate.revoked', now, body.reason);
    await commit(deps.table, [certificates.update(revoke(certificate, body.reason, now), by)]);
    return getCertificate(deps.table, certificate.id);
  },
};
