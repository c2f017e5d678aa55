import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useT } from '../i18n/use-lang.tsx';
import type { Outcome } from './outcome.ts';

export type Applicant = Result<'getApplicant'>;

/** Gives an application an outcome, and hands on the applicant as it then is. */
export function useOutcome(onMoved: (applicant: Applicant) => void) {
  const call = useClient();
  return useAction(async (applicant: Applicant, to: Outcome, reason?: string) => {
    const { id, version } = applicant;
    const moved = await call('moveApplication', {
      params: { applicationId: id },
      body: { to, reason },
      ifMatch: version,
    });
    onMoved({ ...applicant, ...moved });
    return moved;
  });
}

/** How somebody is called whom the company is no longer shown: by a piece of the id. */
export function useUnnamed(): (studentId: string) => string {
  const t = useT('company');
  return (studentId) => t('applicant.unnamed', { code: studentId.slice(-4) });
}

/** How an applicant is called. */
export function useApplicantName(): (applicant: Applicant) => string {
  const unnamed = useUnnamed();
  return ({ shown, profile, email, studentId }) =>
    shown ? (profile.names?.preferred ?? email) : unnamed(studentId);
}

export const applicantHref = ({ id, postingId }: Applicant): string =>
  `/company/postings/${postingId}/applicants/${encodeURIComponent(id)}`;
