import type { Result } from '../api/types.ts';
import { ButtonLink } from '../components/link.tsx';
import { Done } from '../components/done.tsx';
import { Notice } from '../components/notice.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { ownZone } from '../i18n/format.ts';

const tone = {
  draft: 'warn',
  submitted: 'info',
  needs_info: 'warn',
  verified: 'good',
  rejected: 'bad',
  suspended: 'bad',
} as const;

/** How far the verification of a company is, and what is to do about it. */
export function CompanyStanding(props: {
  company: Result<'getCompany'>;
  quiet?: boolean;
  /** It was moved just now. */
  done?: boolean;
}) {
  const t = useT('company');
  const f = useFormat();
  const { company } = props;
  const at =
    company.state === 'submitted'
      ? company.submittedAt
      : company.state === 'verified'
        ? company.verifiedAt
        : undefined;
  const Told = props.done === true ? Done : Notice;
  const mend = company.state === 'draft' || company.state === 'needs_info';
  return (
    <Told tone={tone[company.state]} title={t(`standing.${company.state}`)}>
      <p>{t(`standing.${company.state}Body`, at === undefined ? {} : { day: f.day(at, ownZone()) })}</p>
      {'reason' in company && (
        <p>
          <b>{t('standing.reason')}</b> {company.reason}
        </p>
      )}
      {mend && props.quiet !== true && (
        <ButtonLink href="/company/profile">{t('standing.toProfile')}</ButtonLink>
      )}
    </Told>
  );
}
