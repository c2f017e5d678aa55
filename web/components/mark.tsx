import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { type Tone, toneIcon } from './tone.ts';

/** A state as word, icon and colour. */
export function Status(props: { tone: Tone; icon?: IconName; children: string }) {
  return (
    <span class={`status ${props.tone}`}>
      <Icon name={props.icon ?? toneIcon[props.tone]} />
      {props.children}
    </span>
  );
}
