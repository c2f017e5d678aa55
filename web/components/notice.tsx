import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { type Tone, toneIcon } from './tone.ts';

export interface NoticeProps {
  tone: Tone;
  title?: string;
  /** Came after something the person did: read aloud at once. */
  live?: boolean;
  /** Says what the person has just done: also comes into view, with the focus, for what they pressed may be far off or gone. */
  done?: boolean;
  children: ComponentChildren;
}

export function Notice(props: NoticeProps) {
  const { tone, done = false, live = done } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!done) return undefined;
    // A dialog that closes at the same time first gives the focus back to what opened it.
    const timer = setTimeout(() => box.current?.focus());
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <div
      ref={box}
      tabIndex={done ? -1 : undefined}
      class={`notice ${tone}`}
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <Icon name={toneIcon[tone]} />
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
