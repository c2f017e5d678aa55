import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { Later } from './later.tsx';
import { mailboxLink } from './routes.ts';

export function Footer() {
  const t = useT('shared');
  const mine = useT('rights');
  const { visitor } = useSession();
  return (
    <footer class="site">
      <div class="bar">
        <p>{t('foot.line')}</p>
        <nav aria-label={t('foot.label')}>
          <ul>
            <li>
              <a href="/certificates">{t('foot.certificates')}</a>
            </li>
            <li>
              <a href="/statistics">{t('foot.statistics')}</a>
            </li>
            <li>
              <a href="/privacy">{t('foot.privacy')}</a>
            </li>
            <li>
              <a href="/accessibility">{t('foot.accessibility')}</a>
            </li>
            <li>
              <a href="/api">{t('foot.api')}</a>
            </li>
            {visitor.state === 'in' && (
              <li>
                <a href={`/${visitor.me.role}/data`}>{mine('title')}</a>
              </li>
            )}
            {visitor.state === 'in' && <Later part={mailboxLink} unhurried />}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
