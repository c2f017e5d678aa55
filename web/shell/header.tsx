import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Icon } from '../components/icon.tsx';
import { useLang, useT } from '../i18n/use-lang.tsx';
import { useSession, type Me } from '../session/use-session.tsx';
import { Bell } from './bell.tsx';
import { useCurrentCycle } from './cycle.tsx';
import { currentItem, navigation } from './navigation.ts';

/** The same 24 ticks as the favicon and the footer: the product's clock. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <circle cx="12.5" cy="16" r="9" fill="none" stroke="currentColor" stroke-width="2.5" />
      <circle
        cx="19.5"
        cy="16"
        r="9"
        fill="none"
        stroke="currentColor"
        stroke-width="2.5"
        stroke-dasharray="2.2 2.5"
      />
      <path d="M16 7.7a9 9 0 0 1 0 16.6a9 9 0 0 1 0-16.6z" fill="currentColor" />
    </svg>
  );
}

function LanguageSwitch() {
  const { lang, setLang } = useLang();
  const t = useT('shared');
  const one = (own: 'zh' | 'en', name: string, tag: string) => (
    <button type="button" lang={tag} aria-pressed={lang === own} onClick={() => void setLang(own)}>
      {name}
    </button>
  );
  return (
    <div class="switch" role="group" aria-label={t('language')}>
      {one('zh', '中文', 'zh-CN')}
      {one('en', 'English', 'en')}
    </div>
  );
}

function Account() {
  const { visitor, signIn, signOut } = useSession();
  const t = useT('shared');
  if (visitor.state === 'out' || visitor.state === 'expired')
    return (
      <button type="button" class="button" onClick={signIn}>
        {t('signIn')}
      </button>
    );
  return (
    <div class="account">
      {visitor.state === 'in' && (
        <span class="who">
          {visitor.me.name} <span class="muted">{t(`roles.${visitor.me.role}`)}</span>
        </span>
      )}
      <button type="button" class="button quiet" onClick={signOut}>
        {t('signOut')}
      </button>
    </div>
  );
}

/** A company account has one once it acts for a company. */
const hasInbox = ({ role, company }: Me): boolean => role === 'student' || company !== undefined;

export function Header() {
  const t = useT('shared');
  const { path } = useLocation();
  const { visitor } = useSession();
  const cycle = useCurrentCycle().data;
  const [open, setOpen] = useState(false);
  const items = navigation[visitor.state === 'in' ? visitor.me.role : 'visitor'];
  const current = currentItem(items, path);
  const close = () => setOpen(false);
  return (
    <header class="site">
      <div class="bar">
        <a class="brand" href="/" onClick={close}>
          <Mark />
          <span>{t('product')}</span>
        </a>
        {cycle !== undefined && (
          <span class="phase">{t('phaseNow', { phase: t(`states.cycle.${cycle.phase}`) })}</span>
        )}
        <LanguageSwitch />
        {visitor.state === 'in' &&
          (visitor.me.role === 'student' || visitor.me.role === 'company') &&
          hasInbox(visitor.me) && <Bell role={visitor.me.role} />}
        <Account />
        <button type="button" class="button quiet menu" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="menu" /> {t('menu')}
        </button>
      </div>
      <nav aria-label={t('nav.label')} class={open ? 'open' : ''}>
        <ul>
          {items.map((item) => (
            <li key={item.href}>
              <a
                href={item.href}
                aria-current={item.href === path ? 'page' : item === current ? 'true' : undefined}
                onClick={close}
              >
                {t(item.label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
