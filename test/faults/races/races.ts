import {
  applications as applicationItems,
  getUsed,
  ofCycleInState,
} from '../../../functions/application/store.ts';
import type { RoundId } from '../../../functions/ids.ts';
import { rankLists } from '../../../functions/ranklist/store.ts';
import { writeIndependent } from '../../../functions/table/independent.ts';
import type { Operation, Table } from '../../../functions/table/table.ts';
import { cycleId, type Market, postingId, studentId } from '../../support/market.ts';
import { profile } from '../../support/samples.ts';
import { afterMainRound, terms } from '../../support/supplementary.ts';
import { patiently, Refused } from '../caller.ts';
import type { Line, Part } from '../part.ts';
import type { Engine } from '../records.ts';
import { onStage, recruiter, student } from './stage.ts';

const clients = 200;
const seats = 10;
const editors = 50;

const atOnce = <T>(count: number, work: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));

/** What a request came to: answered, or the name of its refusal. */
const outcomeOf = async (pending: Promise<unknown>): Promise<string> => {
  try {
    await pending;
    return 'done';
  } catch (error) {
    if (error instanceof Refused) return `${error.status} ${error.code}`;
    throw error;
  }
};

const counted = (outcomes: readonly string[]): string =>
  [...Map.groupBy(outcomes, (one) => one)].map(([name, all]) => `${all.length} ${name}`).join(', ');

const unexpected = (outcomes: readonly string[], expected: readonly string[]): string[] =>
  outcomes.filter((one) => one !== 'done' && !expected.includes(one)).map((one) => `an answer was ${one}`);

/** A main round that gave nothing away, and a supplementary one with all its seats and a cap of its own. */
const openSupplementary = async (market: Market): Promise<RoundId> => {
  await market.upTo('published');
  return afterMainRound(market).open({ ...terms(), applicationCap: seats });
};

type Round = 'main' | 'supplementary';

/** One student's last ten applications, asked for by 200 clients: 20 postings, ten clients each. */
const applications = (
  engine: Engine,
  through?: (table: Table) => Table,
  round: Round = 'main',
): Promise<Line> =>
  onStage(
    {
      engine,
      ...(round === 'main'
        ? { phase: 'applying', now: '2026-03-20T08:00:00.000Z', cap: seats }
        : {
            phase: 'ranking',
            now: '2026-05-16T08:00:00.000Z',
            // The round's own cap counts, not this one.
            cap: 3,
            before: async (market) => void (await openSupplementary(market)),
          }),
      seats: Array.from({ length: 20 }, () => 1),
      students: 0,
      ...(through && { through }),
    },
    async ({ ask, deps, errors }) => {
      const as = student(1);

      await ask('saveProfile', { as, body: profile(), ifMatch: 0 });
      const outcomes = await atOnce(clients, (at) => {
        const body = { postingId: postingId((at % 20) + 1), content: { answers: [] }, submit: true };
        return outcomeOf(patiently(() => ask('apply', { as, body })));
      });
      const { items, quota } = await ask('listMyApplications', { as, query: { limit: '200' } });
      const used = (await getUsed(deps.table, studentId(1), cycleId))?.used;
      const wrong = unexpected(outcomes, ['409 application_cap', '409 already_applied']);
      if (items.length > seats) wrong.push(`${items.length} applications, though ${seats} are allowed`);
      if (items.length < seats)
        wrong.push(`${items.length} applications, though there was room for ${seats}`);
      if (used !== items.length || quota.used !== used) wrong.push(`${items.length} are counted as ${used}`);
      const done = outcomes.filter((one) => one === 'done').length;
      if (done !== items.length) wrong.push(`${done} were answered as made, ${items.length} are there`);
      const many = `${clients} clients: ${counted(outcomes)}`;
      return {
        what: `the last ten applications of a student, ${round} round`,
        where: `${engine}, HTTP`,
        many,
        wrong: [...wrong, ...errors],
      };
    },
  );

/** All students rank the one posting, and it ranks them. */
const rankAll = async ({ deps }: Market, roundId: RoundId): Promise<void> => {
  const all = Array.from({ length: clients }, (_, at) => studentId(at + 1));
  const [choices, stamp] = [[postingId(1)], { by: 'test', action: 'test', at: deps.clock.now() }];
  const state = 'certified' as const;
  await writeIndependent(deps.table, [
    rankLists.create(
      { side: 'posting', postingId: postingId(1), roundId, state, choices: all, certified: all },
      stamp,
    ),
    ...all.map((id) =>
      rankLists.create(
        { side: 'student', studentId: id, roundId, state, choices, certified: choices },
        stamp,
      ),
    ),
  ]);
};

/** What 200 students were refused in the main round they try once more: all of them for the last ten seats. */
const playSupplementary = async (market: Market): Promise<void> => {
  const { table } = market.deps;
  const after = afterMainRound(market);
  const roundId = await openSupplementary(market);
  const stamp = { by: 'test', action: 'test', at: market.deps.clock.now() };
  const again = await Array.fromAsync(applicationItems.all(table, ofCycleInState(cycleId, 'unmatched')));
  await writeIndependent(
    table,
    again.map((one) => applicationItems.update({ ...one, state: 'rankable' }, stamp)),
  );
  for (const step of ['shortlisting', 'ranking'] as const) await after.step(roundId, step);
  await rankAll(market, roundId);
  await after.step(roundId, 'matching');
  await after.publish(roundId);
};

/** Ten seats for 200 students; then 20 clients answer each offer at once, half of them accepting. */
const offers = (engine: Engine, round: Round = 'main'): Promise<Line> =>
  onStage(
    {
      engine,
      phase: 'ranking',
      now: '2026-05-12T08:00:00.000Z',
      seats: [seats],
      students: clients,
      before: async (market) => {
        if (round === 'supplementary') return playSupplementary(market);
        await rankAll(market, market.roundId);
        return market.upTo('published');
      },
    },
    async ({ ask, errors }) => {
      const made = await atOnce(
        clients,
        async (at) => (await ask('listMyOffers', { as: student(at + 1) })).items,
      );
      const all = made.flat();
      const outcomes = await atOnce(clients, async (at) => {
        const [offer] = made[at % seats] ?? [];
        const to = at % 3 === 0 ? 'declined' : 'accepted';
        const call = {
          as: student((at % seats) + 1),
          params: { offerId: offer?.id ?? '' },
          body: { to },
          ifMatch: offer?.version ?? 0,
        };
        const answered = await outcomeOf(ask('answerOffer', call));
        return answered === 'done' ? to : answered;
      });
      const after = (
        await atOnce(seats, async (at) => (await ask('listMyOffers', { as: student(at + 1) })).items)
      ).flat();
      const wrong: string[] = [];
      if (all.length !== seats) wrong.push(`${all.length} offers for ${seats} seats`);
      for (const to of ['accepted', 'declined']) {
        const [told, there] = [
          outcomes.filter((one) => one === to).length,
          after.filter(({ state }) => state === to).length,
        ];
        // Who was told to come back may have accepted all the same.
        if (told > there) wrong.push(`${told} were told that they have ${to}, ${there} have`);
      }
      wrong.push(
        ...unexpected(
          outcomes.filter((one) => one !== 'accepted' && one !== 'declined'),
          ['412 stale_version', '409 offer_illegal_move', '503 unavailable'],
        ),
      );
      const many = `${clients} students, ${all.length} offers, ${clients} answers: ${counted(outcomes)}`;
      return {
        what: `ten seats for 200 students, answered 20 times each, ${round} round`,
        where: `${engine}, HTTP`,
        many,
        wrong: [...wrong, ...errors],
      };
    },
  );

/** Each of 50 clients adds a seat to one posting, at the version that it has read. */
const edits = (engine: Engine, through?: (table: Table) => Table): Promise<Line> =>
  onStage(
    {
      engine,
      phase: 'applying',
      now: '2026-03-20T08:00:00.000Z',
      seats: [1],
      students: 0,
      ...(through && { through }),
    },
    async ({ ask, errors }) => {
      const as = recruiter(1);
      const params = { postingId: postingId(1) };
      let refused = 0;
      await atOnce(editors, () =>
        patiently(async () => {
          const { content, version } = await ask('getPosting', { as, params });
          const body = { content: { ...content, capacity: (content.capacity ?? 0) + 1 } };
          refused += 1;
          await ask('updatePosting', { as, params, body, ifMatch: version });
          refused -= 1;
        }),
      );
      const { content, version } = await ask('getPosting', { as, params });
      const wrong = [...errors];
      if (content.capacity !== 1 + editors)
        wrong.push(`${1 + editors - (content.capacity ?? 0)} updates were lost`);
      const many = `${editors} clients, ${refused} times 412 and again, version ${version}`;
      return { what: 'one posting edited with If-Match', where: `${engine}, HTTP`, many, wrong };
    },
  );

/** A record that minds no version. */
const careless = (table: Table): Table => ({
  ...table,
  write: (operations) =>
    table.write(
      operations.map((operation): Operation => {
        if ('check' in operation || operation.if === undefined || 'absent' in operation.if) return operation;
        const { if: _, ...rest } = operation;
        return rest;
      }),
    ),
});

/** Many clients at once for what only some can have. */
export const races: Part = {
  name: 'races',
  run: async function* () {
    for (const engine of ['SQLite', 'DynamoDB'] as const) {
      yield await applications(engine);
      yield await offers(engine);
      yield await applications(engine, undefined, 'supplementary');
      yield await offers(engine, 'supplementary');
      yield await edits(engine);
    }
    const broken = { where: 'SQLite, HTTP', control: true };
    yield {
      ...(await applications('SQLite', careless)),
      ...broken,
      what: 'control: applications, versions not minded',
    };
    yield { ...(await edits('SQLite', careless)), ...broken, what: 'control: edits, versions not minded' };
  },
};
