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
  const t = useT('profile');
  const mine = useT('rights');
  const p = useT('parts');
  const f = useFormat();
  const profile = useResource('getProfile');
  return (
    <Page title={t('title')} lead={t('lead')} narrow>
      <Loaded of={profile} lines={8}>
        {({ missing, updatedAt, version }) => {
          const open = incompleteParts(missing);
          return (
            <>
              <Notice tone={open.length === 0 ? 'good' : 'warn'}>
                {open.length === 0
                  ? t('complete')
                  : t('incomplete', { parts: f.list(open.map((part) => p(part))) })}
              </Notice>
              <TaskList
                tasks={partNames.map((part) => ({
                  title: p(part),
                  href: `/student/profile/${part}`,
                  hint: t(`hints.${part}`),
                  state: open.includes(part) ? 'todo' : 'done',
                }))}
              />
              {version > 0 && (
                <p class="muted">
                  {t('updated')} <DateTime at={updatedAt} />
                </p>
              )}
              <p>
                <a href="/student/data">{mine('title')}</a>
              </p>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
