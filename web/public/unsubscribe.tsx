import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import type { Result } from '../api/types.ts';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';

/** Where the link in a letter leads: opening it stops nothing yet, for programmes open links too. */
export default function Unsubscribe() {
  const t = useT('notices');
  const call = useClient();
  const token = useParam('token');
  const [done, setDone] = useState<Result<'unsubscribe'>>();
  const stop = useAction(async () => setDone(await call('unsubscribe', { params: { token } })));
  return (
    <Page title={t('unsubscribe.title')} narrow>
      {done === undefined ? (
        <>
          <p>{t('unsubscribe.body')}</p>
          {stop.problem?.status === 404 ? (
            <Notice tone="bad" live title={t('unsubscribe.invalid')}>
              {t('unsubscribe.change')}
            </Notice>
          ) : (
            <ProblemNotice problem={stop.problem} />
          )}
          <p>
            <Button pending={stop.pending} onClick={() => void stop.run()}>
              {t('unsubscribe.confirm')}
            </Button>
          </p>
        </>
      ) : (
        <Notice tone="good" live title={t('unsubscribe.done', { topic: t(`topics.${done.topic}`) })}>
          {t('unsubscribe.change')}
        </Notice>
      )}
    </Page>
  );
}
