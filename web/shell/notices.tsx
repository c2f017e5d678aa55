import { useCallback, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useProblem } from '../components/problem.tsx';
import type { ApiProblem } from '../api/problem.ts';
import { useLineBack } from '../api/use-line-back.ts';
import { useT } from '../i18n/use-lang.tsx';
import { siteAnswers } from './site-answers.ts';

export function Failed(props: { problem: ApiProblem; retry: () => void }) {
  const t = useT('shared');
  const sentence = useProblem();
  useLineBack(true, props.retry);
  return (
    <Page title={t('page.brokenTitle')} narrow>
      <Notice tone="bad">{sentence(props.problem)}</Notice>
      <p>
        <Button onClick={props.retry}>{t('page.retry')}</Button>
      </p>
    </Page>
  );
}

/** The page cannot be shown, and what the reader can do is to reload: it broke, or its code could not be brought. */
export function Reload(props: { why: 'page.brokenBody' | 'page.newVersion' }) {
  const t = useT('shared');
  return (
    <Page title={t('page.brokenTitle')} narrow>
      <p>{t(props.why)}</p>
      <p>
        <Button onClick={() => location.reload()}>{t('page.reload')}</Button>
      </p>
    </Page>
  );
}

/** The page's code could not be brought, as nothing can be. Reloading before the site answers would lose all of it. */
export function Unreachable() {
  const t = useT('shared');
  const [trying, setTrying] = useState(false);
  const tryAgain = useCallback(async () => {
    setTrying(true);
    if (await siteAnswers()) location.reload();
    else setTrying(false);
  }, []);
  useLineBack(true, tryAgain);
  return (
    <Page title={t('page.brokenTitle')} narrow>
      <Notice tone="bad" live>
        {t('errors.offline')}
      </Notice>
      <p>
        <Button pending={trying} onClick={() => void tryAgain()}>
          {t('page.retry')}
        </Button>
      </p>
    </Page>
  );
}
