import * as z from 'zod';
import { CycleId, PlacementId, StudentId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import {
  CertificateCheck,
  CertificateKeySet,
  CertificateState,
  CertificateView,
  Confirmation,
  MyCertificate,
  NamesCorrection,
  Revocation,
  StudentsCertificate,
} from './schema.ts';

const params = z.object({ certificateId: PlacementId });

export const certificateOperations = operations({
  checkCertificate: {
    method: 'get',
    path: '/certificate-checks/{code}',
    summary: 'What the certificate with a code says, and whether it was revoked',
    // Whatever is typed gets the same answer as a code that no certificate has.
    params: z.object({ code: z.string().min(1).max(200) }),
    response: CertificateCheck,
  },
  listCertificateKeys: {
    method: 'get',
    path: '/certificate-keys',
    summary: 'The public keys of all certificates, as a JSON Web Key Set',
    response: CertificateKeySet,
  },
  listMyCertificates: {
    method: 'get',
    path: '/certificates',
    summary: "The student's certificates, the newest first",
    response: z.object({ items: z.array(MyCertificate) }),
  },
  confirmCertificate: {
    method: 'post',
    path: '/certificates/{certificateId}/confirm',
    summary: 'Confirm the details; the certificate is then signed and can be looked up by its code',
    params,
    body: Confirmation,
    response: MyCertificate,
    ifMatch: true,
  },
  getCertificatePdf: {
    method: 'get',
    path: '/certificates/{certificateId}/pdf',
    summary: 'The certificate for print, with the signed file inside',
    params,
    download: 'application/pdf',
  },
  listCycleCertificates: {
    method: 'get',
    path: '/cycles/{cycleId}/certificates',
    summary: "A cycle's certificates, for coordinators",
    params: z.object({ cycleId: CycleId }),
    query: PageQuery.extend({ state: CertificateState.optional() }),
    response: pageOf(StudentsCertificate),
  },
  listStudentCertificates: {
    method: 'get',
    path: '/students/{studentId}/certificates',
    summary: "One student's certificates of all cycles, the newest first, for coordinators",
    params: z.object({ studentId: StudentId }),
    response: z.object({ items: z.array(StudentsCertificate) }),
  },
  correctCertificateNames: {
    method: 'post',
    path: '/certificates/{certificateId}/names',
    summary: 'Correct the names that a student may choose from, with a reason, before they are confirmed',
    params,
    body: NamesCorrection,
    response: CertificateView,
    ifMatch: true,
  },
  revokeCertificate: {
    method: 'post',
    path: '/certificates/{certificateId}/revoke',
    summary: 'Revoke a certificate, with a reason that the student is told',
    params,
    body: Revocation,
    response: CertificateView,
    ifMatch: true,
  },
});
