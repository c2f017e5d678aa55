import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
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

export const nameOf = (applicant: Applicant): string => applicant.profile.names?.preferred ?? applicant.email;

export const applicantHref = ({ id, postingId }: Applicant): string =>
  `/company/postings/${postingId}/applicants/${encodeURIComponent(id)}`;
