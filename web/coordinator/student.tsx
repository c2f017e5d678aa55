import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { DateTime } from '../components/date-time.tsx';
import { FactList } from '../components/facts.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { ProfileFacts } from '../company/profile-facts.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { CertificateList } from './certificate-list.tsx';

export default function StudentPage() {
  const t = useT('coordinator');
  const words = useT('certificate');
  const now = Date.now();
  const studentId = useParam('studentId');
  const student = orNoPage(useResource('getStudent', { params: { studentId } }));
  const certificates = useResource('listStudentCertificates', { params: { studentId } });
  const { data } = student;
  return (
    <Page
      title={data === undefined ? t('students.title') : (data.profile.names?.preferred ?? data.email)}
      back={{ href: '/coordinator/students', label: t('students.title') }}
      compact
    >
      <Loaded of={student} lines={8}>
        {({ profile, email, missing, consentedAt, updatedAt }) => (
          <>
            {missing.length > 0 && (
              <Notice tone="warn">{t('students.incomplete', { count: missing.length })}</Notice>
            )}
            <p class="row">
              <a href={`/coordinator/students/${encodeURIComponent(studentId)}/support`}>
                {t('desk.support')}
              </a>
              <a href={`/coordinator/extensions?student=${encodeURIComponent(studentId)}`}>
                {t('desk.moreTime')}
              </a>
              <a href={`/coordinator/audit?entity=${encodeURIComponent(studentId)}`}>{t('audit.ofThis')}</a>
            </p>
            <Panel title={t('students.account')}>
              <FactList
                of={[
                  [t('students.email'), <a href={`mailto:${email}`}>{email}</a>],
                  [t('students.phone'), profile.phone],
                  [
                    t('students.consent'),
                    consentedAt === undefined ? t('students.noConsent') : <DateTime at={consentedAt} />,
                  ],
                  [
                    t('students.ranking'),
                    t(profile.consents?.ranking === true ? 'students.ranked' : 'students.notRanked'),
                  ],
                  [t('students.updated'), <DateTime at={updatedAt} />],
                ]}
              />
            </Panel>
            <Panel title={words('all.title')}>
              <CertificateList list={certificates} of="student" />
            </Panel>
            <Panel title={t('students.profile')}>
              <ProfileFacts profile={profile} now={now} />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}
