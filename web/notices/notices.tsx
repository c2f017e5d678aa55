import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { Done } from '../components/done.tsx';
import { NoticeRow } from './notice-row.tsx';
import { undoIcon } from '../components/drawings.ts';

/** All is read, with the way back. */
function AllRead(props: { pending: boolean; onUndo: () => void }) {
  const t = useT('notices');
  return (
    <Done tone="info">
      <p class="row">
        {t('allRead')}
        <Button kind="quiet" icon={undoIcon} pending={props.pending} onClick={props.onUndo}>
          {t('undo')}
        </Button>
      </p>
    </Done>
  );
}

/** What one person was told, newest first. */
export function Notices(props: { settings: string }) {
  const t = useT('notices');
  const call = useClient();
  const cursor = useQuery().one('cursor');
  const list = useResource('listNotices', {
    query: { limit: 20, ...(cursor !== undefined && { cursor }) },
  });
  const [last, setLast] = useState<'read' | 'undone'>();
  const { reload } = list;
  useEffect(() => {
    const changed = () => void reload();
    addEventListener('inbox', changed);
    return () => removeEventListener('inbox', changed);
  }, [reload]);
  const readAll = useAction(async () => {
    await call('readAllNotices');
    dispatchEvent(new Event('inbox'));
    setLast('read');
  });
  const undo = useAction(async () => {
    await call('undoReadAllNotices');
    dispatchEvent(new Event('inbox'));
    setLast('undone');
  });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <ButtonLink kind="quiet" href={props.settings}>
          {t('settings')}
        </ButtonLink>
      }
    >
      {last === 'read' && <AllRead pending={undo.pending} onUndo={() => void undo.run()} />}
      {last === 'undone' && <Done tone="good">{t('undone')}</Done>}
      <ProblemNotice problem={readAll.problem ?? undo.problem} />
      <Loaded of={list} lines={6}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={t('empty')}>{t('emptyBody')}</Empty>
          ) : (
            <>
              {items.some(({ read }) => !read) && (
                <p>
                  <Button kind="quiet" pending={readAll.pending} onClick={() => void readAll.run()}>
                    {t('readAll')}
                  </Button>
                </p>
              )}
              <ul class="notices">
                {items.map((notice) => (
                  <NoticeRow key={notice.id} notice={notice} />
                ))}
              </ul>
              <Pager next={next} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
