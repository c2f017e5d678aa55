import { useEffect, useState } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';
import { siteConfig } from '../session/site-config.ts';

/** The way to the letters, where a page shows them: a deployment that sends its letters has no such page. */
export default function MailboxLink() {
  const t = useT('shared');
  const [there, setThere] = useState(false);
  useEffect(() => {
    siteConfig().then(
      ({ mailbox }) => setThere(mailbox === true),
      () => undefined,
    );
  }, []);
  if (!there) return null;
  return (
    <li>
      <a href="/mailbox">{t('foot.mailbox')}</a>
    </li>
  );
}
