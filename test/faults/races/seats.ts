import { applications as applicationItems, ofCycleInState } from '../../../functions/application/store.ts';
import { getCycle } from '../../../functions/cycle/store.ts';
import type { RoundId } from '../../../functions/ids.ts';
import { holds } from '../../../functions/offer/rules.ts';
import type { OfferView } from '../../../functions/offer/schema.ts';
import { rankLists } from '../../../functions/ranklist/store.ts';
import type { Round } from '../../../functions/round/schema.ts';
import { getRound, roundsNow } from '../../../functions/round/store.ts';
import { writeIndependent } from '../../../functions/table/independent.ts';
import type { Table } from '../../../functions/table/table.ts';
import { cycleId, type Market, postingId, studentId } from '../../support/market.ts';
import type { CallOptions } from '../../support/request.ts';
import { afterMainRound, terms } from '../../support/supplementary.ts';
import type { Ask } from '../caller.ts';
import type { Live } from '../live.ts';
import type { Line } from '../part.ts';
import type { Engine } from '../records.ts';
import { atOnce, careless, clients, counted, outcomeOf, unexpected } from './at-once.ts';
import { coordinator, onStage, student } from './stage.ts';

const seats = 10;
/** So many have a seat from the main round. */
const placed = 20;
const openers = 4;

const stampAt = ({ deps }: Market) => ({ by: 'test', action: 'test', at: deps.clock.now() });
const numbers = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => from + at);

/** Some students rank the one posting, and it ranks them. */
const rankAll = async (market: Market, roundId: RoundId, some: readonly number[]): Promise<void> => {
  const ids = some.map(studentId);
  const [choices, stamp, state] = [[postingId(1)], stampAt(market), 'certified' as const];
  await writeIndependent(market.deps.table, [
    rankLists.create(
      { side: 'posting', postingId: postingId(1), roundId, state, choices: ids, certified: ids },
      stamp,
    ),
    ...ids.map((id) =>
      rankLists.create(
        { side: 'student', studentId: id, roundId, state, choices, certified: choices },
        stamp,
      ),
    ),
  ]);
};

/** What the record answers too late under such a burst is asked again; all other errors are wrong. */
const grave = (errors: readonly string[]): string[] =>
  errors.filter((error) => !error.includes('Unavailable: DynamoDB did not answer'));

const offersOf = async (ask: Ask, some: readonly number[]): Promise<OfferView[]> => {
  const found = await Promise.all(
    some.map(async (number) => (await ask('listMyOffers', { as: student(number) })).items),
  );
  return found.flat();
};

/** 200 clients answer at once: twenty a seat, a third of them declining. What each offer was told and what it is must agree. */
const answerAll = async (
  ask: Ask,
  open: readonly OfferView[],
): Promise<{ outcomes: string[]; wrong: string[] }> => {
  const told = await atOnce(clients, async (at) => {
    const offer = open[at % open.length];
    if (offer === undefined) return { id: '', outcome: 'no offer' };
    const { id, studentId: subject, version } = offer;
    const to = at % 3 === 0 ? 'declined' : 'accepted';
    const as = { subject, role: 'student', email: `${subject}@example.com` } as const;
    const call = { as, params: { offerId: id }, body: { to }, ifMatch: version };
    const outcome = await outcomeOf(ask('answerOffer', call));
    return { id, outcome: outcome === 'done' ? to : outcome };
  });
  const wrong: string[] = [];
  const subjects = [...new Set(open.map((offer) => Number(offer.studentId.split('-')[1])))];
  for (const { id, state } of await offersOf(ask, subjects)) {
    const answers = told.flatMap((one) =>
      one.id === id && (one.outcome === 'accepted' || one.outcome === 'declined') ? [one.outcome] : [],
    );
    if (answers.length > 1) wrong.push(`${answers.length} were told that they have answered ${id}`);
    // Who was told to come back may have answered all the same.
    if (answers[0] !== undefined && answers[0] !== state) wrong.push(`${id} is ${state}, told ${answers[0]}`);
  }
  const outcomes = told.map(({ outcome }) => outcome);
  const others = outcomes.filter((one) => one !== 'accepted' && one !== 'declined');
  wrong.push(...unexpected(others, ['412 stale_version', '409 offer_illegal_move', '503 unavailable']));
  return { outcomes, wrong };
};

/** Ten seats for 200 students in a main round; then 20 clients answer each offer at once. */
export const mainOffers = (engine: Engine): Promise<Line> =>
  onStage(
    {
      engine,
      phase: 'ranking',
      now: '2026-05-12T08:00:00.000Z',
      seats: [seats],
      students: clients,
      before: async (market) => {
        await rankAll(market, market.roundId, numbers(1, clients));
        await market.upTo('published');
      },
    },
    async ({ ask, errors }) => {
      const open = await offersOf(ask, numbers(1, clients));
      const { outcomes, wrong } = await answerAll(ask, open);
      if (open.length !== seats) wrong.push(`${open.length} offers for ${seats} seats`);
      return {
        what: 'ten seats for 200 students, answered 20 times each, main round',
        where: `${engine}, HTTP`,
        many: `${open.length} offers, ${clients} answers: ${counted(outcomes)}`,
        wrong: [...wrong, ...grave(errors)],
      };
    },
  );

/** A main round gave 20 of 30 seats away, and all of them are taken; 200 students have none and try once more. */
const placeSome = async (market: Market): Promise<void> => {
  const { table } = market.deps;
  const first = numbers(1, placed);
  await rankAll(market, market.roundId, first);
  await market.upTo('published');
  const after = afterMainRound(market);
  for (const number of first) await after.answers(number, 'accepted');
  const again = await Array.fromAsync(applicationItems.all(table, ofCycleInState(cycleId, 'unmatched')));
  await writeIndependent(
    table,
    again.map((one) => applicationItems.update({ ...one, state: 'rankable' }, stampAt(market))),
  );
  await market.toPhase('supplementary');
};

/** All rounds that were opened go on side by side to their publication. */
const playAll = async ({ ask, settled }: Live, market: Market, opened: readonly RoundId[]): Promise<void> => {
  const { table } = market.deps;
  const each = async (move: (call: CallOptions, round: Round) => Promise<unknown>): Promise<void> => {
    for (const roundId of opened) {
      const round = await getRound(table, roundId);
      await move({ as: coordinator(1), params: { roundId }, ifMatch: round.version }, round);
    }
    await settled();
  };
  for (const to of ['shortlisting', 'ranking'] as const)
    await each((call) => ask('moveRoundStep', { ...call, body: { to } }));
  for (const id of opened) await rankAll(market, id, numbers(placed + 1, clients));
  await each((call) => ask('moveRoundStep', { ...call, body: { to: 'matching' } }));
  await each((call) => ask('freezeRound', call));
  await each((call) => ask('runRound', call));
  await each((call) => ask('approveRound', { ...call, as: coordinator(2), body: {} }));
  await each((call, round) => {
    const resultSha256 = 'result' in round ? round.result.sha256 : '';
    return ask('publishRound', { ...call, body: { resultSha256 } });
  });
};

/** Coordinators open a supplementary round for the last ten seats, all at once; what was opened gives its seats to 200 students. */
const openedAndAnswered = (engine: Engine, through?: (table: Table) => Table): Promise<Line> =>
  onStage(
    {
      engine,
      phase: 'ranking',
      now: '2026-05-12T08:00:00.000Z',
      seats: [placed + seats],
      students: placed + clients,
      before: placeSome,
      ...(through && { through }),
    },
    async (live, market) => {
      const { ask, settled, errors } = live;
      const { version } = await getCycle(market.deps.table, cycleId);
      const openings = await atOnce(openers, (at) => {
        const call = { as: coordinator(at), params: { cycleId }, body: terms(), ifMatch: version };
        return outcomeOf(ask('openNextRound', call));
      });
      await settled();
      const opened = (await roundsNow(market.deps.table, cycleId)).filter(
        ({ kind }) => kind === 'supplementary',
      );
      const ids = opened.map(({ id }) => id);
      await playAll(live, market, ids);
      const open = await offersOf(ask, numbers(placed + 1, clients));
      const { outcomes, wrong } = await answerAll(ask, open);
      wrong.push(
        ...unexpected(openings, ['412 stale_version', '409 round_not_published', '503 unavailable']),
      );
      const all = await offersOf(ask, numbers(1, placed + clients));
      const held = all.filter(holds).length;
      if (open.length !== seats) wrong.push(`${open.length} offers for the last ${seats} seats`);
      if (held > placed + seats) wrong.push(`${held} hold one of ${placed + seats} seats`);
      return {
        what: `the last ten of ${placed + seats} seats in a supplementary round`,
        where: `${engine}, HTTP`,
        many: `${openers} openings, ${ids.length} done; ${open.length} offers, ${clients} answers: ${counted(outcomes)}`,
        wrong: [...wrong, ...grave(errors)],
      };
    },
  );

export const lastSeats = (engine: Engine): Promise<Line> => openedAndAnswered(engine);

/** What holds each of the two races is taken out: of the cycle, and of each offer. */
export async function* controlsOfLastSeats(): AsyncGenerator<Line> {
  for (const [kind, whose] of [
    ['CYCLE', 'the cycle'],
    ['OFFER#', 'offers'],
  ] as const) {
    const line = await openedAndAnswered('SQLite', careless(kind));
    yield { ...line, what: `control: the last seats, versions of ${whose} not minded`, control: true };
  }
}
