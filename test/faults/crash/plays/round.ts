import type { Deps } from '../../../../functions/deps.ts';
import { OfferId } from '../../../../functions/ids.ts';
import { offerHandlers } from '../../../../functions/offer/routes.ts';
import { roundHandlers } from '../../../../functions/round/routes.ts';
import type { Round } from '../../../../functions/round/schema.ts';
import { roundOfCycle } from '../../../../functions/round/store.ts';
import { approver, callOf, cycleId, runner, startMarket, studentActor } from '../../../support/market.ts';
import { type Answered, type Play, settle } from '../play.ts';
import { offersOf, roundFacts } from './round-facts.ts';

export const students = 7;

/** The round of the market's cycle. */
export const ourRound = async (deps: Deps): Promise<Round> => {
  const round = await roundOfCycle(deps.table, cycleId);
  if (round === undefined) throw new Error('The cycle has no round.');
  return round;
};

/** The next step of two coordinators who bring a round to its end; false when it is published. */
export const stepOfRound = async (deps: Deps, answered: Answered): Promise<boolean> => {
  const round = await ourRound(deps);
  const call = { ...callOf(deps), params: { roundId: round.id }, version: round.version };
  switch (round.state) {
    case 'open':
      await roundHandlers.freezeRound({ ...call, actor: runner });
      answered('freeze');
      return true;
    case 'frozen':
      await roundHandlers.runRound({ ...call, actor: runner });
      answered('run');
      return true;
    case 'computed':
      await roundHandlers.approveRound({ ...call, actor: approver, body: {} });
      answered('approve');
      return true;
    case 'approved': {
      const body = { resultSha256: round.result.sha256 };
      await roundHandlers.publishRound({ ...call, actor: runner, body });
      answered('publish');
      return true;
    }
    case 'published':
      return false;
    case 'failed':
    case 'voided':
      throw new Error(`The round is ${round.state}: ${round.reason}`);
  }
};

/** Everyone accepts what is offered. */
const acceptAll = async (deps: Deps, answered: Answered): Promise<void> => {
  for (let number = 1; number <= students; number += 1) {
    const actor = studentActor(number);
    const call = { ...callOf(deps), actor };
    const { items } = await offerHandlers.listMyOffers({ ...call, params: undefined, query: { limit: 50 } });
    for (const { id, state, version } of items) {
      if (state !== 'pending') continue;
      const body = { to: 'accepted' as const };
      await offerHandlers.answerOffer({ ...call, params: { offerId: OfferId.parse(id) }, version, body });
      answered(`accept ${actor.studentId}`);
    }
  }
};

/** A round from its freeze to the last acceptance. */
export const round: Play = {
  prepare: async () => {
    const market = await startMarket([1, 2, 2], students);
    // Three compete for one seat; one is ranked by nobody, and one ranks nothing.
    await market.studentRanks(1, [1, 2]);
    await market.studentRanks(2, [1, 2]);
    await market.studentRanks(3, [1]);
    await market.studentRanks(4, [2]);
    await market.studentRanks(5, [3, 2]);
    await market.studentRanks(6, [3]);
    await market.studentRanks(7, [3, 1]);
    await market.postingRanks(1, [2, 1, 3]);
    await market.postingRanks(2, [1, 2]);
    await market.postingRanks(3, [6, 5, 7]);
    await market.toPhase('matching');
    return { folder: market.deps.folder, now: market.deps.clock.now() };
  },
  drive: async (deps, answered) => {
    do await settle(deps);
    while (await stepOfRound(deps, answered));
    await acceptAll(deps, answered);
    await settle(deps);
  },
  lost: async (deps, answered) => {
    const offers = await offersOf(deps, students);
    return answered
      .filter((what) => what.startsWith('accept '))
      .map((what) => what.slice('accept '.length))
      .filter(
        (student) => !offers.some((offer) => offer.startsWith(`${student} `) && offer.endsWith(' accepted')),
      );
  },
  facts: async (deps) => roundFacts(deps, (await ourRound(deps)).id, students),
};
