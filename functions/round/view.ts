import { shownInput, shownResult } from './figures.ts';
import type { PublicRound, Round } from './schema.ts';

/** What everyone may see: the input's hash once it is frozen, figures of the result only once it is published; none of few. */
export const publicRound = (round: Round): PublicRound => {
  const { id, cycleId, kind, number, state, seedSha256, terms, step, opening, reducedAt } = round;
  const began = opening ? { opening: { postings: opening.postings, seats: opening.seats } } : {};
  const frozen = 'frozen' in round ? { frozenAt: round.frozen.at } : {};
  const snapshot = 'snapshot' in round && round.snapshot ? { snapshot: shownInput(round.snapshot) } : {};
  const published =
    round.state === 'published'
      ? {
          publishedAt: round.published.at,
          answerBy: round.answerBy,
          result: shownResult(round.result),
          seed: round.seed,
        }
      : {};
  return {
    id,
    cycleId,
    kind,
    number,
    state,
    seedSha256,
    terms,
    step,
    reducedAt,
    ...began,
    ...frozen,
    ...snapshot,
    ...published,
  };
};
