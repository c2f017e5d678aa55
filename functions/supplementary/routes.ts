import type { Handlers } from '../call.ts';
import { phaseFacts } from '../cycle/figures.ts';
import { inRound } from '../cycle/in-round.ts';
import { moveCycle } from '../cycle/rules.ts';
import { cycles, getCycle } from '../cycle/store.ts';
import { notFound } from '../errors.ts';
import type { RoundId } from '../ids.ts';
import { requestJob } from '../job/store.ts';
import { requireOwner, requireVersion } from '../ownership.ts';
import { getPosting } from '../posting/store.ts';
import { postingViews } from '../posting/view.ts';
import { getRound, openRound, roundOfCycle, rounds } from '../round/store.ts';
import { publicRound } from '../round/view.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Table } from '../table/table.ts';
import type { supplementaryOperations } from './api.ts';
import { deriveLeft } from './derive.ts';
import { requireWakingHours } from './nights.ts';
import { nightsIn } from './people.ts';
import {
  chooseSeats,
  obstaclesToOpening,
  requireOpening,
  requirePossibleTerms,
  requireSupplementary,
} from './rules.ts';
import type { OpenSeats } from './schema.ts';
import { findOpenSeats, gives, openSeats, openSeatsOfCompany, pageOfOpenSeats } from './seats.ts';
import { standingOf } from './standing.ts';
import { moveStep } from './steps.ts';

const total = (numbers: Iterable<number>): number => [...numbers].reduce((sum, number) => sum + number, 0);

const views = async (table: Table, list: readonly OpenSeats[]) => {
  const postings = await postingViews(
    table,
    await Promise.all(list.map(({ postingId }) => getPosting(table, postingId))),
  );
  return list.flatMap((open, index) => {
    const posting = postings[index];
    return posting ? [{ ...open, posting }] : [];
  });
};

const atVersion = async (table: Table, roundId: RoundId, version: number) => {
  const round = await getRound(table, roundId);
  requireVersion(round, version, 'round');
  return requireSupplementary(round);
};

export const supplementaryHandlers: Handlers<keyof typeof supplementaryOperations> = {
  previewNextRound: async ({ params, deps }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    const latest = await roundOfCycle(deps.table, cycle.id);
    const { instance, standings, pendingOffers } = await deriveLeft(deps, cycle.id);
    const seats = total(instance.seats.values());
    const found = await Promise.all([...instance.seats.keys()].map((id) => getPosting(deps.table, id)));
    const count = (standing: string) => [...standings.values()].filter((one) => one === standing).length;
    return {
      number: (latest?.number ?? 0) + 1,
      obstacles: obstaclesToOpening(cycle, latest, { pendingOffers, seats }),
      seats,
      postings: found.map(({ id, content }) => ({
        id,
        title: content.title,
        seats: instance.seats.get(id) ?? 0,
      })),
      students: { free: count('free'), holdsOffer: count('holds_offer'), hasLeft: count('has_left') },
    };
  },

  checkNights: async ({ params, body, deps }) => {
    const { id } = await getCycle(deps.table, params.cycleId);
    const { standings } = await deriveLeft(deps, id);
    return { deadlines: await nightsIn(deps.table, id, standings, body) };
  },

  openNextRound: async ({ actor, params, body, version, deps, now }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    requireVersion(cycle, version, 'cycle');
    const latest = await roundOfCycle(deps.table, cycle.id);
    const { instance, standings, pendingOffers } = await deriveLeft(deps, cycle.id);
    const seats = total(instance.seats.values());
    requireOpening(cycle, now, obstaclesToOpening(cycle, latest, { pendingOffers, seats }));
    requirePossibleTerms(body, cycle, now);
    requireWakingHours(await nightsIn(deps.table, cycle.id, standings, body));
    const by = stamp(actor, 'round.open', now);
    const number = (latest?.number ?? 0) + 1;
    const next = openRound(
      deps.newId,
      { cycleId: cycle.id, number, kind: 'supplementary', terms: body, step: 'applying' },
      by,
    );
    const { operation } = requestJob(deps.newId, { kind: 'open_round', roundId: next.roundId }, by);
    // The cycle is written at the version that was read, so that of two who open a round at once only one does.
    await commit(deps.table, [cycles.update(cycle, by), ...next.operations, operation]);
    return publicRound(await getRound(deps.table, next.roundId));
  },

  changeRoundTerms: async ({ actor, params, body, version, deps, now }) => {
    const round = await atVersion(deps.table, params.roundId, version);
    const cycle = await getCycle(deps.table, round.cycleId);
    // An end that has passed may stay as it is while the other window moves.
    const past = body.applying.to === round.terms.applying.to ? body.applying.from : now;
    requirePossibleTerms(body, cycle, past);
    const { standings } = await deriveLeft(deps, cycle.id);
    requireWakingHours(await nightsIn(deps.table, cycle.id, standings, body));
    await commit(deps.table, [rounds.update({ ...round, terms: body }, stamp(actor, 'round.terms', now))]);
    return getRound(deps.table, round.id);
  },

  moveRoundStep: async ({ actor, params, body, version, deps, now }) => {
    const round = await atVersion(deps.table, params.roundId, version);
    const cycle = await getCycle(deps.table, round.cycleId);
    moveCycle(inRound(cycle, round), body.to, await phaseFacts(deps.table, cycle.id));
    await commit(deps.table, [moveStep(round, body.to, stamp(actor, `round.${body.to}`, now))]);
    return getRound(deps.table, round.id);
  },

  listOpenSeats: async ({ params, query, deps }) => {
    const round = await getRound(deps.table, params.roundId);
    const page = await pageOfOpenSeats(deps.table, round.id, query);
    return { ...page, items: await views(deps.table, page.items.filter(gives)) };
  },

  getMyStanding: async ({ actor, params, deps }) => {
    const { id } = await getCycle(deps.table, params.cycleId);
    return { standing: await standingOf(deps.table, id, actor.studentId) };
  },

  listCompanyOpenSeats: async ({ actor, params, deps }) => {
    requireOwner(actor, params, 'company');
    const list = await Array.fromAsync(openSeatsOfCompany(deps.table, params.roundId, params.companyId));
    return { items: await views(deps.table, list) };
  },

  chooseOpenSeats: async ({ actor, params, body, version, deps, now }) => {
    const open = await findOpenSeats(deps.table, params.roundId, params.postingId);
    if (open === undefined) throw notFound('posting');
    requireOwner(actor, open, 'posting');
    requireVersion(open, version, 'posting');
    const round = await getRound(deps.table, open.roundId);
    const cycle = inRound(await getCycle(deps.table, round.cycleId), round);
    const chosen = chooseSeats(open, body.takesPart, { cycle, now });
    const action = body.takesPart ? 'seats.opted_in' : 'seats.opted_out';
    await commit(deps.table, [openSeats.update(chosen, stamp(actor, action, now))]);
    return (await findOpenSeats(deps.table, params.roundId, params.postingId)) ?? chosen;
  },
};
