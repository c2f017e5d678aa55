import { getUsed } from '../../../functions/application/store.ts';
import type { RoundId } from '../../../functions/ids.ts';
import type { Table } from '../../../functions/table/table.ts';
import { cycleId, type Market, postingId, studentId } from '../../support/market.ts';
import { profile } from '../../support/samples.ts';
import { afterMainRound, terms } from '../../support/supplementary.ts';
import { patiently } from '../caller.ts';
import type { Line, Part } from '../part.ts';
import type { Engine } from '../records.ts';
import { atOnce, careless, clients, counted, outcomeOf, unexpected } from './at-once.ts';
import { controlsOfLastSeats, mainOffers, lastSeats } from './seats.ts';
import { onStage, recruiter, student } from './stage.ts';

const seats = 10;
const editors = 50;

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

/** Many clients at once for what only some can have. */
export const races: Part = {
  name: 'races',
  run: async function* () {
    for (const engine of ['SQLite', 'DynamoDB'] as const) {
      yield await applications(engine);
      yield await mainOffers(engine);
      yield await applications(engine, undefined, 'supplementary');
      yield await lastSeats(engine);
      yield await edits(engine);
    }
    yield* controlsOfLastSeats();
    const broken = { where: 'SQLite, HTTP', control: true };
    yield {
      ...(await applications('SQLite', careless())),
      ...broken,
      what: 'control: applications, versions not minded',
    };
    yield { ...(await edits('SQLite', careless())), ...broken, what: 'control: edits, versions not minded' };
  },
};
