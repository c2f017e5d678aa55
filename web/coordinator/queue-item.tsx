import { Status } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';

export interface QueueItemProps {
  title: string;
  hint: string;
  href: string;
  count: number;
}

/** One thing that may wait for a coordinator, with the way to it. */
export function QueueItem(props: QueueItemProps) {
  const t = useT('coordinator');
  const { title, hint, href, count } = props;
  return (
    <li>
      <div>
        <a href={href}>{title}</a>
        <p class="hint">{hint}</p>
      </div>
      <Status tone={count === 0 ? 'good' : 'warn'}>
        {count === 0 ? t('queues.none') : t('queues.count', { count })}
      </Status>
    </li>
  );
}
