import type { ComponentChildren } from 'preact';
import { Panel } from '../components/page.tsx';
import { Status } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { lockIcon } from '../components/drawings.ts';

/** `optional`: it can be done, and nothing below waits for it. */
export type Standing = 'locked' | 'now' | 'done' | 'optional';

/** One step of the control room. While it is locked it says what comes first. */
export function Step(props: {
  title: string;
  is: Standing;
  locked?: ComponentChildren;
  children: ComponentChildren;
}) {
  const t = useT('coordinator');
  return (
    <li class={`step ${props.is}`} aria-current={props.is === 'now' ? 'step' : undefined}>
      <Panel
        title={props.title}
        actions={
          <Status
            tone={props.is === 'done' ? 'good' : props.is === 'now' ? 'info' : 'quiet'}
            {...(props.is === 'locked' && { icon: lockIcon })}
          >
            {t(`round.standing.${props.is}`)}
          </Status>
        }
      >
        {props.is === 'locked' ? <div class="muted">{props.locked}</div> : props.children}
      </Panel>
    </li>
  );
}
