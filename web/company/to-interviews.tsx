import { useT } from '../i18n/use-lang.tsx';
import type { Applicant } from './use-outcome.ts';

/** The way to the times of a posting, for whom an interview is what comes next. */
export function ToInterviews({ applicant }: { applicant: Applicant }) {
  const t = useT('interview');
  if (applicant.state !== 'interviewing') return null;
  return <a href={`/company/postings/${applicant.postingId}/interviews`}>{t('times')}</a>;
}
