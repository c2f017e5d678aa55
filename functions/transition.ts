import { DomainError } from './errors.ts';

/** For each state the states that may follow it. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

/** Refuses a move that the table does not hold, naming both states and what could follow instead. */
export const requireMove = <State extends string>(
  what: string,
  transitions: Transitions<State>,
  from: State,
  to: State,
): void => {
  const allowed = transitions[from];
  if (allowed.includes(to)) return;
  throw new DomainError(
    'conflict',
    `${what}_illegal_move`,
    `A ${what} that is ${from} cannot become ${to}; it can become ${allowed.join(', ') || 'nothing else'}.`,
    {
      fields: [{ pointer: '/to', reason: 'cannot follow what it is now' }],
      facts: { from, to },
    },
  );
};
