import { Notice } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** After a decision: what else waits for one, so that a queue is gone through without going back to its list. */
export function NextWaiting(props: { next: { href: string; name: string } | undefined }) {
  const t = useT('coordinator');
  const { next } = props;
  return (
    <Notice tone="good" live>
      {next === undefined ? (
        t.rich('queues.through', { today: (text) => <a href="/coordinator">{text}</a> })
      ) : (
        <>
          {t('queues.next')} <a href={next.href}>{next.name}</a>
        </>
      )}
    </Notice>
  );
}
