import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { Later } from './later.tsx';
import { mailboxLink } from './routes.ts';

const pages = ['certificates', 'statistics', 'privacy', 'accessibility', 'api'] as const;

export function Footer() {
  const t = useT('shared');
  const { visitor } = useSession();
  return (
    <footer class="site">
      <div class="bar">
        <p>{t('foot.line')}</p>
        <nav aria-label={t('foot.label')}>
          <ul>
            {pages.map((page) => (
              <li key={page}>
                <a href={`/${page}`}>{t(`foot.${page}`)}</a>
              </li>
            ))}
            {visitor.state === 'in' && (
              <li>
                <a href={`/${visitor.me.role}/data`}>{t('foot.data')}</a>
              </li>
            )}
            {visitor.state === 'in' && <Later part={mailboxLink} unhurried />}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
