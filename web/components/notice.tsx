import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { type Tone, toneIcon } from './tone.ts';

export interface NoticeProps {
  tone: Tone;
  title?: string;
  /** Came after something the person did: read aloud at once. */
  live?: boolean;
  children: ComponentChildren;
}

export function Notice(props: NoticeProps) {
  return (
    <div
      class={`notice ${props.tone}`}
      role={props.live === true ? (props.tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <Icon name={toneIcon[props.tone]} />
      <div>
        {props.title !== undefined && <p class="strong">{props.title}</p>}
        {typeof props.children === 'string' ? <p>{props.children}</p> : props.children}
      </div>
    </div>
  );
}

/** Nothing here: says what would be here and what to do. */
export function Empty(props: { title: string; children?: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="strong">{props.title}</p>
      {typeof props.children === 'string' ? <p>{props.children}</p> : props.children}
      {props.action}
    </div>
  );
}
