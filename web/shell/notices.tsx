import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useProblem } from '../components/problem.tsx';
import type { ApiProblem } from '../api/problem.ts';
import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import type { Role } from '../session/use-session.tsx';

export function NotFound() {
  const t = useT('shared');
  return (
    <Page title={t('page.notFoundTitle')} narrow>
      <p>{t('page.notFoundBody')}</p>
      <p>
        <a class="button" href="/">
          {t('page.goHome')}
        </a>
      </p>
    </Page>
  );
}

export function Forbidden(props: { role: Role }) {
  const t = useT('shared');
  const { signOut } = useSession();
  return (
    <Page title={t('page.forbiddenTitle')} narrow>
      <p>{t('page.forbiddenBody', { role: t(`roles.${props.role}`) })}</p>
      <p class="row">
        <a class="button" href={`/${props.role}`}>
          {t('page.goToday')}
        </a>
        <Button kind="quiet" onClick={signOut}>
          {t('signOut')}
        </Button>
      </p>
    </Page>
  );
}

export function SignInFirst(props: { expired: boolean }) {
  const t = useT('shared');
  const { signIn } = useSession();
  return (
    <Page title={t(props.expired ? 'page.expiredTitle' : 'page.signInTitle')} narrow>
      <p>{t(props.expired ? 'page.expiredBody' : 'page.signInBody')}</p>
      <p>
        <Button onClick={signIn}>{t('signIn')}</Button>
      </p>
    </Page>
  );
}

export function Failed(props: { problem: ApiProblem; retry: () => void }) {
  const t = useT('shared');
  const sentence = useProblem();
  return (
    <Page title={t('page.brokenTitle')} narrow>
      <Notice tone="bad">{sentence(props.problem)}</Notice>
      <p>
        <Button onClick={props.retry}>{t('page.retry')}</Button>
      </p>
    </Page>
  );
}

/** A page's code could not be brought: offline, or the site was updated and the old file is gone. */
export function Unreachable() {
  const t = useT('shared');
  return (
    <Page title={t('page.brokenTitle')} narrow>
      <p>{t('page.newVersion')}</p>
      <p>
        <Button onClick={() => location.reload()}>{t('page.reload')}</Button>
      </p>
    </Page>
  );
}

export function Broken() {
  const t = useT('shared');
  return (
    <Page title={t('page.brokenTitle')} narrow>
      <p>{t('page.brokenBody')}</p>
      <p>
        <Button onClick={() => location.reload()}>{t('page.reload')}</Button>
      </p>
    </Page>
  );
}
