import { useT } from '../i18n/use-lang.tsx';
import { Status } from './mark.tsx';
import type { Tone } from './tone.ts';

export interface Task {
  title: string;
  /** Absent: cannot be opened yet. */
  href?: string;
  hint?: string;
  state: 'done' | 'todo' | 'optional' | 'blocked';
  /** Instead of the usual word for the state. */
  word?: string;
}

const tone = { done: 'good', todo: 'warn', optional: 'quiet', blocked: 'quiet' } as const satisfies Record<
  Task['state'],
  Tone
>;

/** Progress through a long form as a list of its parts. */
export function TaskList(props: { tasks: readonly Task[] }) {
  const t = useT('shared');
  const needed = props.tasks.filter(({ state }) => state !== 'optional');
  const done = needed.filter(({ state }) => state === 'done').length;
  return (
    <>
      <p class="muted">{t('tasks.progress', { done, total: needed.length })}</p>
      <ul class="tasks">
        {props.tasks.map((task) => (
          <li key={task.title}>
            <div>
              {task.href === undefined ? <span>{task.title}</span> : <a href={task.href}>{task.title}</a>}
              {task.hint !== undefined && <p class="hint">{task.hint}</p>}
            </div>
            <Status tone={tone[task.state]}>{task.word ?? t(`tasks.${task.state}`)}</Status>
          </li>
        ))}
      </ul>
    </>
  );
}
