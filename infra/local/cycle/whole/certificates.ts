import { checkCertificate } from '../../../../matching/certificate/check.ts';
import type { Result } from '../../../../web/api/types.ts';
import { sideBySide } from '../side-by-side.ts';
import type { Intern } from './interns.ts';
import type { WholeStage } from './play-on.ts';

type MyCertificate = Result<'listMyCertificates'>['items'][number];

const ownOf = async ({ student, first }: Intern): Promise<MyCertificate | undefined> =>
  (await student.call('listMyCertificates')).items.find(({ id }) => id === first.id);

/** What somebody finds who has a certificate's code and file, and the programme's public keys. */
const lookInto = async (
  { faults, coordinator }: WholeStage,
  intern: Intern,
  keys: Result<'listCertificateKeys'>['keys'],
): Promise<void> => {
  const { email, call } = intern.student;
  const own = await ownOf(intern);
  const { code, file = '' } = own ?? {};
  if (own?.state !== 'issued' || code === undefined) {
    faults.push(`${email} confirmed the details and has no certificate.`);
    return;
  }
  // By whoever: the coordinator stands for a stranger.
  const online = await coordinator.call('checkCertificate', { params: { code } });
  if (online.state !== 'issued' || online.file !== file) faults.push(`${code} is not what its page says.`);
  const offline = await checkCertificate(JSON.parse(file), keys);
  if (offline.kind !== 'valid') faults.push(`${code} is ${offline.kind} when it is checked offline.`);
  const { passport = '', chinese = '' } = own.holder ?? {};
  const copy: unknown = JSON.parse(file.replaceAll(passport === '' ? chinese : passport, 'SOMEBODY ELSE'));
  const altered = await checkCertificate(copy, keys);
  if (altered.kind !== 'altered') faults.push(`A copy of ${code} with another name is ${altered.kind}.`);
  const print = await call('getCertificatePdf', { params: { certificateId: own.id } });
  if (print.size < 10_000) faults.push(`The print of ${code} is empty.`);
};

/** Who completed an internship confirms the details; certificates are checked, an altered copy refused, one revoked. */
export const certifyAll = async (stage: WholeStage, interns: readonly Intern[]): Promise<void> => {
  const { coordinator, faults, progress, time } = stage;
  await progress.step('Students confirm the details of their certificates', interns.length, (said) =>
    sideBySide(
      interns,
      async (intern) => {
        const own = await ownOf(intern);
        if (own === undefined) {
          faults.push(`${intern.student.email} completed an internship and has no certificate to confirm.`);
          return;
        }
        const show = own.names.passport === undefined ? 'chinese' : 'passport';
        const params = { certificateId: own.id };
        await intern.student.call('confirmCertificate', { params, body: { show }, ifMatch: own.version });
      },
      { said },
    ),
  );
  await time.settled();
  const { keys } = await coordinator.call('listCertificateKeys');
  await progress.step('Certificates are checked', interns.length, (said) =>
    sideBySide(interns, (intern) => lookInto(stage, intern, keys), { said }),
  );
  const [first] = interns;
  const own = first && (await ownOf(first));
  if (own?.code === undefined) return;
  const body = { reason: 'The hours were recorded wrongly.' };
  await coordinator.call('revokeCertificate', {
    params: { certificateId: own.id },
    body,
    ifMatch: own.version,
  });
  const { state } = await coordinator.call('checkCertificate', { params: { code: own.code } });
  if (state !== 'revoked') faults.push(`${own.code} was revoked and is ${state}.`);
};
