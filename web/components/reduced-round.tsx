import { useT } from '../i18n/use-lang.tsx';
import { DateTime } from './date-time.tsx';
import { Notice } from './notice.tsx';

/** Says that of a round only hashes and figures are kept, and since when. */
export function ReducedRound(props: { since: string; to: 'body' | 'coordinator' }) {
  const t = useT('reduced');
  return (
    <Notice tone="info" title={t('title')}>
      <p>{t(props.to)}</p>
      <p>
        {t('since')} <DateTime at={props.since} />
      </p>
    </Notice>
  );
}
