import type { Result } from '../api/types.ts';
import { DateTime } from '../components/date-time.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** Every state that an application has been in, oldest first. */
export function ApplicationHistory(props: { history: Result<'getApplicant'>['history'] }) {
  const t = useT('company');
  return (
    <ol class="history">
      {props.history.map(({ state, at, by, reason }) => (
        <li key={at + state}>
          <State of="application" is={state} /> <span class="muted">{t(`history.${by}`)}</span>{' '}
          <DateTime at={at} />
          {reason !== undefined && <p>{reason}</p>}
        </li>
      ))}
    </ol>
  );
}
