import { useEffect } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useResource } from '../api/use-resource.ts';
import { Icon } from '../components/icon.tsx';
import { ownZone } from '../i18n/format.ts';
import { useLang, useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';

declare global {
  interface WindowEventMap {
    /** A page changed which notices are read. An event of the window, since a module shared for it is a file more. */
    inbox: Event;
  }
}

const bell = 'M3.5 11.5h9L11.3 9.6V7a3.3 3.3 0 0 0-6.6 0v2.6zM6.6 13.6h2.8';

/** One small item is read so often, and only while somebody looks. */
const everyMs = 20_000;

/** How many notices are unread, kept current while the page is open, with the way to them. */
function Bell(props: { role: 'student' | 'company' }) {
  const t = useT('shared');
  const call = useClient();
  const { lang } = useLang();
  const { data, reload } = useResource('getInbox');
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    const changed = () => void reload();
    addEventListener('inbox', changed);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('inbox', changed);
    };
  }, [reload]);
  const zone = ownZone();
  const differs = data !== undefined && (data.lang !== lang || data.zone !== zone);
  useEffect(() => {
    // Letters come as the site is read; when that cannot be said now, it is the next time.
    if (differs) call('noteReader', { body: { lang, zone } }).catch(() => undefined);
  }, [differs, lang, zone, call]);
  const count = data?.unread ?? 0;
  return (
    <a
      class="bell"
      href={`/${props.role}/notices`}
      aria-label={count === 0 ? t('nav.noneUnread') : t('nav.unread', { count })}
    >
      <Icon name={bell} />
      {count > 0 && <span class="count">{count > 99 ? '99+' : count}</span>}
    </a>
  );
}

/** How long a page has been there before the browser is asked to keep the site's files, in milliseconds. */
const settledMs = 5_000;

/** Who is signed in, and as what, with the bell of whoever has notices: a company account once it acts for a company. */
export function Person() {
  const t = useT('shared');
  const { name, role, company } = useMe();
  useEffect(() => {
    const keep = async () => (await import('../offline/register.ts')).keepSite();
    const timer = setTimeout(() => void keep().catch(() => undefined), settledMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {(role === 'student' || (role === 'company' && company !== undefined)) && <Bell role={role} />}
      <span class="who">
        {name} <span class="muted">{t(`roles.${role}`)}</span>
      </span>
    </>
  );
}
