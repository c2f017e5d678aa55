import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/problem.ts';
import type { Shown } from '../api/use-resource.ts';
import { useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** Says a problem in the reader's language: the sentence for its code, else the server's own. */
export function useProblem(): (problem: ApiProblem) => string {
  const t = useT('shared');
  return (problem) => t.maybe(`errors.${problem.code}`, problem.facts) ?? problem.message;
}

/** What went wrong with an action, read aloud when it appears; nothing when there is no problem. */
export function ProblemNotice(props: { problem: ApiProblem | undefined; retry?: () => void }) {
  const t = useT('shared');
  const sentence = useProblem();
  if (props.problem === undefined) return null;
  return (
    <Notice tone="bad" live>
      <p>{sentence(props.problem)}</p>
      {props.retry !== undefined && (
        <Button kind="quiet" onClick={props.retry}>
          {t('page.retry')}
        </Button>
      )}
    </Notice>
  );
}

/** Shows a resource: its data, else that it is being read, else why it could not be. */
export function Loaded<T>(props: {
  of: Shown<T>;
  lines?: number;
  children: (data: NonNullable<T>) => ComponentChildren;
}) {
  const t = useT('shared');
  const { data, problem, reload } = props.of;
  const retry = () => void reload();
  if (data === undefined || data === null) {
    if (problem !== undefined) return <ProblemNotice problem={problem} retry={retry} />;
    return (
      <div class="skeleton" role="status">
        <span class="unseen">{t('page.loading')}</span>
        {Array.from({ length: props.lines ?? 3 }, (_, line) => (
          <div key={line} />
        ))}
      </div>
    );
  }
  return (
    <>
      {problem !== undefined && <Notice tone="warn">{t('page.staleData')}</Notice>}
      {props.children(data)}
    </>
  );
}
