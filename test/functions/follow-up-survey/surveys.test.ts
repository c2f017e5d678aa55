import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthsAfter } from '../../../functions/clock/months-after.ts';
import { askFollowUps } from '../../../functions/follow-up-survey/ask.ts';
import { windowOf } from '../../../functions/follow-up-survey/rules.ts';
import { publishStatistics } from '../../../functions/statistics/publish.ts';
import { completeInternship } from '../../support/completed.ts';
import { atAnyHour } from '../../support/letters.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await atAnyHour(world, people.student, people.otherStudent);
  await completeInternship(world, people.student);
  await completeInternship(world, people.otherStudent);
});
afterAll(() => world.stop());

type Student = typeof people.student | typeof people.otherStudent;
const own = async (as: Student) => {
  const [followUp] = (await world.ok('listMyFollowUps', { as })).items;
  if (followUp === undefined) throw new Error('there is no follow-up');
  return followUp;
};
const call = async (as: Student) => {
  const { id, version } = await own(as);
  return { as, params: { followUpId: id }, ifMatch: version };
};
const consent = async (as: Student) =>
  world.ok('chooseFollowUp', { ...(await call(as)), body: { agrees: true, version: '2026-01' } });
const asks = async (as: Student) =>
  (await world.deps.mail.received(as.email, { limit: 50 })).letters.filter(({ subject }) =>
    /Five questions/.test(subject),
  );
const goTo = (instant: string): void =>
  world.clock.advance(Date.parse(instant) - Date.parse(world.clock.now()));
const turn = async () => {
  await askFollowUps(world.deps);
  await publishStatistics(world.deps);
  await world.settle();
};
const answers = { doing: 'working', country: 'CN', field: 'data-ai', helped: 4 } as const;

describe('months after an internship', () => {
  it('are calendar months, and end where a month is too short', () => {
    expect(monthsAfter('2026-08-31T10:00:00.000Z', 6)).toBe('2027-02-28T10:00:00.000Z');
    expect(monthsAfter('2026-08-21T10:00:00.000Z', 12)).toBe('2027-08-21T10:00:00.000Z');
  });
});

describe('a follow-up survey', () => {
  it('asks nobody who did not agree', async () => {
    expect(await own(people.student)).not.toHaveProperty('consent');
    await consent(people.student);
    const { opensAt } = windowOf(world.cycle.windows.active.to, 6);
    goTo(opensAt);
    await turn();
    await turn();
    expect(await asks(people.student)).toHaveLength(1);
    expect(await asks(people.otherStudent)).toHaveLength(0);
  });

  it('is answered while it is open, once, by its own student', async () => {
    expect(await own(people.student)).toMatchObject({ open: 6 });
    const mine = await call(people.student);
    const body = { months: 6, answers };
    expect((await world.request('answerSurvey', { ...mine, as: people.otherStudent, body })).status).toBe(
      404,
    );
    expect((await world.request('answerSurvey', { ...mine, body: { ...body, months: 12 } })).status).toBe(
      409,
    );
    await world.ok('answerSurvey', { ...mine, body });
    const again = await world.request('answerSurvey', { ...(await call(people.student)), body });
    expect(again.status).toBe(409);
  });

  it('publishes nothing before the window has closed, and nothing about too few', async () => {
    expect((await world.ok('listStatistics', {})).items).toEqual([]);
    goTo(windowOf(world.cycle.windows.active.to, 6).closesAt);
    await turn();
    await turn();
    const { items } = await world.ok('listStatistics', {});
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('answered');
    expect(JSON.stringify(items)).not.toContain('data-ai');
  });

  it('stops asking when it is told to, and the answers stay', async () => {
    await world.ok('stopFollowUp', await call(people.student));
    goTo(windowOf(world.cycle.windows.active.to, 12).opensAt);
    await turn();
    expect(await asks(people.student)).toHaveLength(1);
    expect((await own(people.student)).surveys[0]?.answered?.answers).toEqual(answers);
  });

  it('deletes the answers when the agreement is withdrawn', async () => {
    await world.ok('chooseFollowUp', { ...(await call(people.student)), body: { agrees: false } });
    const withdrawn = await own(people.student);
    expect(JSON.stringify(withdrawn)).not.toContain('helped');
    expect(withdrawn).not.toHaveProperty('open');
  });
});
