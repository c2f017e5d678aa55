import type { ComponentChildren } from 'preact';
import { Empty } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';

/** Shows a page's content to an account that acts for a referrer; to others, how they come to. */
export function NeedsInvitation(props: { children: ComponentChildren }) {
  const t = useT('referrer');
  const me = useMe();
  if (me.referrer !== undefined) return <>{props.children}</>;
  return <Empty title={t('today.notInvitedTitle')}>{t('today.notInvitedBody', { email: me.email })}</Empty>;
}
