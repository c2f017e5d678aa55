import type { Play } from '../play.ts';
import { apply } from './apply.ts';
import { importing } from './import.ts';
import { outcome } from './outcome.ts';
import { publish } from './publish.ts';
import { round } from './round.ts';

export const plays = {
  'a round, freeze to last acceptance': round,
  'students apply': apply,
  'a company gives outcomes': outcome,
  'imports: check, run, undo': importing,
  'an approved round is published': publish,
} satisfies Record<string, Play>;
export type PlayName = keyof typeof plays;

export const isPlay = (name: string): name is PlayName => Object.hasOwn(plays, name);
export const playNames: readonly PlayName[] = Object.keys(plays).filter(isPlay);
