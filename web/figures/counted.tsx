import type { ComponentChildren } from 'preact';
import { DateTime } from '../components/date-time.tsx';
import { Button } from '../components/button.tsx';
import { Empty } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Action } from '../api/use-action.ts';

interface State {
  counting: boolean;
  stale: boolean;
  asOf?: string | undefined;
}

/** When the figures were counted, and what is done about it when they are old. */
export function AsOf(props: { state: State; count: Action<[], void>; over: boolean }) {
  const t = useT('statistics');
  const { state, count } = props;
  const isIdle = !state.counting && state.stale;
  return (
    <>
      <ProblemNotice problem={count.problem} />
      <p class="muted" role="status">
        {state.asOf !== undefined && (
          <>
            {t('asOf')} <DateTime at={state.asOf} />
          </>
        )}{' '}
        {state.counting && t('counting')}
        {!state.stale && props.over && t('stands')}
      </p>
      {isIdle && (
        <Button kind="quiet" pending={count.pending} onClick={() => void count.run()}>
          {t('countAgain')}
        </Button>
      )}
    </>
  );
}

/** In the place of figures that were never counted. */
export function NothingCounted(props: { action?: ComponentChildren }) {
  const t = useT('statistics');
  return (
    <Empty title={t('empty')} action={props.action}>
      {t('emptyBody')}
    </Empty>
  );
}
