import { useLocation } from './location.tsx';
import { useLang, useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { useCurrentCycle } from './cycle.tsx';
import { Later } from './later.tsx';
import { signedIn } from './routes.ts';
import { SpotContext } from './spot-context.ts';

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
      {visitor.state === 'in' && <Later part={signedIn} />}
      <button type="button" class="button quiet" onClick={signOut}>
        {t('signOut')}
      </button>
    </div>
  );
}

const everyone = [
  { href: '/postings', label: 'nav.postings' },
  { href: '/companies', label: 'nav.companies' },
  { href: '/how', label: 'nav.how' },
] as const;

/** What everyone finds; whoever is signed in has a menu of their role's. */
function PublicMenu() {
  const t = useT('shared');
  const { path } = useLocation();
  return (
    <nav aria-label={t('nav.label')}>
      <ul>
        {everyone.map(({ href, label }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={href === path ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined}
            >
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Header() {
  const t = useT('shared');
  const { visitor } = useSession();
  const cycle = useCurrentCycle().data;
  return (
    <header class="site">
      <div class="bar">
        <a class="brand" href="/">
          <Mark />
          <span>{t('product')}</span>
        </a>
        {cycle !== undefined && (
          <span class="phase">{t('phaseNow', { phase: t(`states.cycle.${cycle.phase}`) })}</span>
        )}
        <LanguageSwitch />
        <Account />
      </div>
      <SpotContext.Provider value="menu">
        {visitor.state === 'in' ? <Later part={signedIn} /> : visitor.state !== 'loading' && <PublicMenu />}
      </SpotContext.Provider>
    </header>
  );
}
