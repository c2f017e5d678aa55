import type { IconName } from './icon.tsx';

export type Tone = 'good' | 'bad' | 'warn' | 'info' | 'quiet';

export const toneIcon = {
  good: 'check',
  bad: 'cross',
  warn: 'warn',
  info: 'info',
  quiet: 'dot',
} as const satisfies Record<Tone, IconName>;
