import type { Application, ApplicationState } from '../../../functions/application/schema.ts';
import { phrases } from './data.ts';
import type { Random } from './random.ts';

/** How an application came to its state. */
const paths = {
  draft: ['draft'],
  submitted: ['submitted'],
  reviewing: ['submitted', 'reviewing'],
  shortlisted: ['submitted', 'reviewing', 'shortlisted'],
  interviewing: ['submitted', 'reviewing', 'shortlisted', 'interviewing'],
  rankable: ['submitted', 'reviewing', 'shortlisted', 'interviewing', 'rankable'],
  not_selected: ['submitted', 'reviewing', 'not_selected'],
  withdrawn: ['submitted', 'withdrawn'],
} as const satisfies Partial<Record<ApplicationState, readonly ApplicationState[]>>;
export type SeedState = keyof typeof paths;

const byStudent: readonly ApplicationState[] = ['draft', 'submitted', 'withdrawn'];

/** Every state on the way, at rising instants between the two given ones. */
export const historyOf = (
  random: Random,
  state: SeedState,
  from: string,
  to: string,
): Application['history'] => {
  const path = paths[state];
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const step = (last - first) / path.length;
  return path.map((entered, index) => ({
    state: entered,
    at: new Date(Math.floor(first + step * (index + random.next() * 0.9))).toISOString(),
    by: byStudent.includes(entered) ? 'student' : 'company',
    ...(entered === 'not_selected' && { reason: random.pick(phrases.notSelected) }),
  }));
};
