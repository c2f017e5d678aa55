import { requireOpen } from '../cycle/rules.ts';
import type { Cycle } from '../cycle/schema.ts';
import { DomainError, type FieldProblem } from '../errors.ts';
import type { Posting } from '../posting/schema.ts';
import type { Round } from '../round/schema.ts';
import type { RankList } from './schema.ts';
import { placed, type Ranked, sameRanking } from './ties.ts';

const listable = ['applying', 'shortlisting', 'ranking'] as const;

export const locked = (): DomainError =>
  new DomainError(
    'conflict',
    'rank_list_locked',
    'The round is frozen: the list that was certified last is the one that counts.',
  );

/** A list can be ordered from the applying phase on, until the round is frozen. */
export const requireUnlocked = (list: RankList, round: Round, cycle: Cycle, until?: string): void => {
  if (list.state === 'locked' || round.state !== 'open') throw locked();
  // Until the freeze, whoever was given more time orders and certifies in the phase after it too.
  if (until !== undefined && cycle.phase === 'matching') return;
  if (!listable.some((phase) => phase === cycle.phase))
    throw new DomainError(
      'conflict',
      'rank_list_not_open',
      `Rank lists can be ordered from the applying to the ranking phase; the cycle is in the ${cycle.phase} phase.`,
      {
        facts: { phase: cycle.phase },
      },
    );
};

/** The entries that are not among the allowed ones, inside ties too. */
const outside = (choices: readonly Ranked[], allowed: ReadonlySet<string>, reason: string): FieldProblem[] =>
  placed(choices).flatMap(({ id, pointer }) => (allowed.has(id) ? [] : [{ pointer, reason }]));

/** A list names only what may stand in it: one's own live applications or applicants. */
export const requireListable = (choices: readonly Ranked[], allowed: ReadonlySet<string>): void => {
  const fields = outside(choices, allowed, 'is not a live application');
  if (fields.length > 0)
    throw new DomainError(
      'invalid',
      'not_listable',
      'A rank list can hold only live applications. Remove those that have ended.',
      { fields },
    );
};

/**
 * The list with its choices in a new order. What was certified goes on counting until the new order is certified;
 * back in the certified order nothing is left to certify.
 */
export const reorder = <L extends RankList>(list: L, choices: L['choices'], now: string): L => ({
  ...list,
  choices,
  state: list.certified && sameRanking(choices, list.certified) ? 'certified' : 'draft',
  savedAt: now,
});

/** A posting that takes part in no round certifies nothing; one that is published again does, until the freeze. */
export const requirePublished = ({ state }: Pick<Posting, 'state'>): void => {
  if (state === 'published') return;
  throw new DomainError(
    'conflict',
    'posting_not_taking_part',
    `This posting is ${state} and takes no part in the round. Ask a coordinator to publish it again, then certify.`,
    { facts: { state } },
  );
};

/** The list as the one that counts: in the ranking phase, while its window is open, and only with choices that are rankable. */
export const certify = <L extends RankList>(
  list: L,
  context: { rankable: ReadonlySet<string>; cycle: Cycle; now: string; until?: string | undefined },
): L => {
  requireOpen(context.cycle, 'ranking', context.now, [], context.until);
  const fields = outside(list.choices, context.rankable, 'is not rankable: take it off the list');
  if (fields.length > 0)
    throw new DomainError(
      'conflict',
      'choice_not_rankable',
      'Some choices cannot be ranked. Take them off the list, then certify.',
      { fields },
    );
  return { ...list, certified: list.choices, state: 'certified', certifiedAt: context.now };
};
