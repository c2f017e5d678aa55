import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { ProfileFacts } from '../company/profile-facts.tsx';
import { useBilingual } from '../components/bilingual.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { SupportLook } from './support-look.tsx';
import { ListStates, MoreTime, Offers, SentNotices } from './support-parts.tsx';

function Seen(props: { studentId: string; lookId: string }) {
  const t = useT('desk');
  const say = useBilingual();
  const now = Date.now();
  const seen = useResource('getStudentSupport', { params: props });
  return (
    <Loaded of={seen} lines={10}>
      {({ student, applications, rankLists, offers, extensions, savedSearches, notices }) => (
        <>
          <Panel title={student.profile.names?.preferred ?? student.email}>
            <ProfileFacts profile={student.profile} now={now} />
            <p>{t('support.savedSearches', { count: savedSearches })}</p>
          </Panel>
          <Panel title={t('support.applications')}>
            {applications.length === 0 && <p class="muted">{t('support.none')}</p>}
            <ul>
              {applications.map(({ id, title, state }) => (
                <li key={id}>
                  {say(title)} <State of="application" is={state} />
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('support.rankLists')}>
            <ListStates lists={rankLists} />
          </Panel>
          <Offers offers={offers} />
          <MoreTime extensions={extensions} />
          <Panel title={t('support.notices')}>
            <SentNotices notices={notices} />
          </Panel>
        </>
      )}
    </Loaded>
  );
}

export default function SupportStudent() {
  const call = useClient();
  const studentId = useParam('studentId');
  // Nothing is shown before a reason is given, and the student is told of a look at the profile.
  orNoPage(useResource('findStudentToLookAt', { params: { studentId } }));
  return (
    <SupportLook
      back={`/coordinator/students/${encodeURIComponent(studentId)}`}
      open={(reason) => call('lookAtStudent', { params: { studentId }, body: { reason } })}
    >
      {(lookId) => <Seen studentId={studentId} lookId={lookId} />}
    </SupportLook>
  );
}
