import { useResource } from '../api/use-resource.ts';
import { DateTime } from '../components/date-time.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { TaskList } from '../components/task-list.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { incompleteParts, partNames } from './profile-parts.ts';

/** The profile as a list of its parts, with what is still missing by name. */
export default function ProfilePage() {
  const t = useT('student');
  const p = useT('posting');
  const f = useFormat();
  const profile = useResource('getProfile');
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')} narrow>
      <Loaded of={profile} lines={8}>
        {({ missing, updatedAt, version }) => {
          const open = incompleteParts(missing);
          return (
            <>
              <Notice tone={open.length === 0 ? 'good' : 'warn'}>
                {open.length === 0
                  ? t('profile.complete')
                  : t('profile.incomplete', { parts: f.list(open.map((part) => p(`profile.${part}`))) })}
              </Notice>
              <TaskList
                tasks={partNames.map((part) => ({
                  title: p(`profile.${part}`),
                  href: `/student/profile/${part}`,
                  hint: t(`profile.hints.${part}`),
                  state: open.includes(part) ? 'todo' : 'done',
                }))}
              />
              {version > 0 && (
                <p class="muted">
                  {t('profile.updated')} <DateTime at={updatedAt} />
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
