import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { advanceEvaluations } from '../../../functions/evaluation/advance.ts';
import { advancePlacements } from '../../../functions/placement/advance.ts';
import type { Placement } from '../../../functions/placement/schema.ts';
import { confirmedPlacement } from '../../support/placement.ts';
import { atAnyHour } from '../../support/letters.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const Problem = z.object({
  status: z.number(),
  code: z.string(),
  fields: z.array(z.object({ pointer: z.string() })),
});
const problemOf = async (response: Response) => Problem.parse(await response.json());

let world: World;
let placement: Placement;
beforeAll(async () => {
  world = await startWorld();
  await atAnyHour(world, people.student, people.otherStudent, people.company, people.otherCompany);
  placement = await confirmedPlacement(world);
});
afterAll(() => world.stop());

type Side = 'student' | 'company';
const paramsOf = (kind: string, side: Side) => ({ evaluationId: `${placement.id}~${kind}~${side}` });
const read = (kind: string, side: Side, as: (typeof people)[keyof typeof people] = people[side]) =>
  world.ok('getEvaluation', { as, params: paramsOf(kind, side) });
const submit = async (kind: string, side: Side, answers: object, version?: number) =>
  world.request('submitEvaluation', {
    as: people[side],
    params: paramsOf(kind, side),
    body: { answers },
    ifMatch: version ?? (await read(kind, side)).version,
  });
/** Puts the clock to an instant and lets two clocks do what is due at the same moment. */
const goTo = async (instant: string) => {
  world.clock.advance(Date.parse(instant) - Date.parse(world.clock.now()));
  for (const task of [advanceEvaluations, advancePlacements])
    await Promise.all([task(world.deps), task(world.deps)]);
  await world.settle();
};
const letters = async (as: typeof people.student | typeof people.company, words: string) => {
  const { items } = await world.ok('listMyLetters', { as, query: { limit: '200' } });
  return items.filter(({ subject }) => subject.startsWith(words)).length;
};
const midTerm = {
  student: { tasks: 4, guidance: 5, rhythm: 3, learned: 'SQL' },
  company: { work: 4, reliability: 5, communication: 4, strengths: 'clear notes', private: 'a bit slow' },
};
const final = {
  student: { overall: 4, guidance: 5, learning: 5, work: 'reports', learned: 'a lot', recommend: 'yes' },
  company: {
    overall: 4,
    skills: 5,
    teamwork: 5,
    initiative: 4,
    work: 'reports',
    growth: 'yes',
    again: 'yes',
  },
};

describe('an evaluation', () => {
  it('is scheduled with the internship, and cannot be written before it opens', async () => {
    const list = { as: people.student, params: { placementId: placement.id } };
    const { items } = await world.ok('listEvaluations', list);
    expect(items.map(({ state }) => state)).toEqual(Array(4).fill('scheduled'));
    expect(await problemOf(await submit('mid_term', 'student', midTerm.student))).toMatchObject({
      status: 409,
      code: 'evaluation_scheduled',
    });
  });

  it('opens by the clock, once, with one letter to each', async () => {
    await goTo('2026-07-25T01:00:00.000Z');
    await goTo('2026-07-25T01:01:00.000Z');
    expect((await read('mid_term', 'student')).state).toBe('open');
    expect([
      await letters(people.student, '可以写评价了'),
      await letters(people.company, '可以写评价了'),
    ]).toEqual([1, 1]);
  });

  it('keeps what is typed, as far as it is typed, for its writer alone', async () => {
    const { version } = await read('mid_term', 'company');
    const draft = { as: people.company, params: paramsOf('mid_term', 'company'), ifMatch: version };
    await world.ok('saveEvaluationDraft', { ...draft, body: { answers: { work: 2 } } });
    expect((await read('mid_term', 'company')).answers).toEqual({ work: 2 });
    for (const as of [people.student, people.coordinator])
      expect(await read('mid_term', 'company', as)).toMatchObject({ reads: 'nothing', answers: {} });
  });

  it('is not written by the other side, and not seen by others', async () => {
    const { version } = await read('mid_term', 'company');
    const call = {
      params: paramsOf('mid_term', 'company'),
      body: { answers: midTerm.company },
      ifMatch: version,
    };
    const mine = await world.request('submitEvaluation', { as: people.student, ...call });
    expect(await problemOf(mine)).toMatchObject({ status: 403, code: 'evaluation_not_yours' });
    for (const as of [people.otherStudent, people.otherCompany])
      expect((await world.request('submitEvaluation', { as, ...call })).status).toBe(404);
  });

  it.each([
    ['an empty form', {}, 'evaluation_incomplete', '/answers/work'],
    ['a mark of 6', { ...midTerm.company, work: 6 }, 'invalid_input', '/answers/work'],
    [
      '4,001 characters',
      { ...midTerm.company, strengths: 'x'.repeat(4_001) },
      'invalid_input',
      '/answers/strengths',
    ],
    ['a question by a hostile name', { ...midTerm.company, '../x': 1 }, 'invalid_input', '/answers/..~1x'],
  ])('with %s is refused, and the draft stays', async (_what, answers, code, pointer) => {
    const problem = await problemOf(await submit('mid_term', 'company', answers));
    expect(problem).toMatchObject({ status: 422, code });
    expect(problem.fields.map((field) => field.pointer)).toContain(pointer);
    expect(await read('mid_term', 'company')).toMatchObject({ state: 'open', answers: { work: 2 } });
  });

  it('is submitted once, also when it is sent twice at one moment', async () => {
    const { version } = await read('mid_term', 'company');
    const both = await Promise.all(
      [midTerm.company, { ...midTerm.company, work: 1 }].map((answers) =>
        submit('mid_term', 'company', answers, version),
      ),
    );
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412']);
    const again = await submit('mid_term', 'company', midTerm.company);
    expect(await problemOf(again)).toMatchObject({ status: 409, code: 'evaluation_submitted' });
    await world.settle();
    expect(await letters(people.student, '对方已提交评价')).toBe(1);
  });

  it('is read by the other side once both are in, as far as it is shared', async () => {
    expect(await read('mid_term', 'company', people.student)).toMatchObject({
      reads: 'nothing',
      answers: {},
    });
    expect((await submit('mid_term', 'student', midTerm.student)).status).toBe(200);
    const shown = await read('mid_term', 'company', people.student);
    expect(shown.reads).toBe('shared');
    expect(shown.answers).toMatchObject({ strengths: 'clear notes' });
    expect(shown.answers['private']).toBeUndefined();
    expect((await read('mid_term', 'company', people.coordinator)).answers['private']).toBe('a bit slow');
  });
});

describe('the forms', () => {
  const get = () => world.ok('getInternshipSettings', { params: { cycleId: world.cycle.id } });
  const save = async (change: (forms: Awaited<ReturnType<typeof get>>['forms']) => object) => {
    const { forms, version } = await get();
    const body = { weeklyLog: true, forms: change(forms) };
    const call = { as: people.coordinator, params: { cycleId: world.cycle.id }, body, ifMatch: version };
    return world.request('saveInternshipSettings', call);
  };
  it('stay as they are once somebody has submitted one', async () => {
    expect((await get()).inUse).toEqual(['mid_term/company', 'mid_term/student']);
    const changed = await save((forms) => ({
      ...forms,
      mid_term: { ...forms.mid_term, student: forms.mid_term.student.slice(1) },
    }));
    expect(await problemOf(changed)).toMatchObject({ status: 409, code: 'form_in_use' });
    const free = await save((forms) => ({
      ...forms,
      final: { ...forms.final, student: forms.final.student.filter(({ id }) => id !== 'private') },
    }));
    expect(free.status).toBe(200);
    expect((await read('final', 'student')).form.map(({ id }) => id)).not.toContain('private');
  });
  it('have no question twice and no empty question', async () => {
    for (const change of [
      (list: unknown[]) => [...list, list[0]],
      () => [],
      () => [{ id: 'a', kind: 'text', label: {}, required: true, shared: true }],
    ]) {
      const response = await save((forms) => ({
        ...forms,
        final: { ...forms.final, company: change(forms.final.company) },
      }));
      expect(response.status).toBe(422);
    }
  });
});

describe('what falls due', () => {
  it('is reminded of twice, once each, under two clocks', async () => {
    await goTo('2026-08-14T01:00:00.000Z');
    for (const [instant, count] of [
      ['2026-08-25T09:59:00.000Z', 0],
      ['2026-08-25T10:00:00.000Z', 1],
      ['2026-08-26T10:00:00.000Z', 1],
      ['2026-08-27T10:00:00.000Z', 2],
      ['2026-08-27T11:00:00.000Z', 2],
    ] as const) {
      await goTo(instant);
      expect({ instant, count: await letters(people.student, '评价即将截止') }).toEqual({ instant, count });
    }
  });

  it('is overdue then, an alarm for coordinators, and can still be written', async () => {
    expect((await submit('final', 'company', final.company)).status).toBe(200);
    await goTo('2026-08-28T10:00:00.000Z');
    expect((await read('final', 'student')).state).toBe('overdue');
    const alarms = await world.ok('listCyclePlacements', {
      as: people.coordinator,
      params: { cycleId: world.cycle.id },
      query: { alarm: 'evaluation_overdue' },
    });
    expect(alarms.items).toHaveLength(1);
    expect(
      (await world.ok('getPlacement', { as: people.student, params: { placementId: placement.id } })).state,
    ).toBe('active');
  });

  it('completes the internship once both finals are in', async () => {
    expect((await submit('final', 'student', final.student)).status).toBe(200);
    await goTo('2026-08-28T11:00:00.000Z');
    const done = { as: people.student, params: { placementId: placement.id } };
    expect(await world.ok('getPlacement', done)).toMatchObject({ state: 'completed' });
    expect(await letters(people.student, '实习已完成')).toBe(1);
  });
});

describe('an excuse', () => {
  it('is a coordinator’s, with a reason, and not for what is submitted', async () => {
    const call = { as: people.coordinator, params: paramsOf('final', 'student') };
    const { version } = await read('final', 'student');
    const late = await world.request('excuseEvaluation', {
      ...call,
      body: { reason: 'ill' },
      ifMatch: version,
    });
    expect(await problemOf(late)).toMatchObject({ status: 409, code: 'evaluation_illegal_move' });
  });

  it('counts as in: an internship does not wait for it', async () => {
    world.clock.advance(Date.parse('2026-06-01T00:00:00.000Z') - Date.parse(world.clock.now()));
    placement = await confirmedPlacement(world, people.otherStudent);
    await goTo('2026-08-22T00:00:00.000Z');
    const read2 = (side: Side) =>
      world.ok('getEvaluation', { as: people.coordinator, params: paramsOf('final', side) });
    for (const side of ['student', 'company'] as const)
      await world.ok('excuseEvaluation', {
        as: people.coordinator,
        params: paramsOf('final', side),
        body: { reason: 'The mentor fell ill.' },
        ifMatch: (await read2(side)).version,
      });
    await goTo('2026-08-22T01:00:00.000Z');
    const done = { as: people.coordinator, params: { placementId: placement.id } };
    expect(await world.ok('getPlacement', done)).toMatchObject({ state: 'completed' });
  });
});

it('of an internship that ended early for a long reason can be read: no sign is cut in half', async () => {
  const other = await startWorld();
  const { id, version } = await confirmedPlacement(other);
  const early = '实习提前结束。The internship ended early. ';
  const reason = `${'x'.repeat(2_000 - early.length - 1)}😀`;
  const params = { placementId: id };
  await other.ok('endPlacement', { as: people.coordinator, params, body: { reason }, ifMatch: version });
  await other.settle();
  const { items } = await other.ok('listEvaluations', { as: people.student, params });
  expect(items.map(({ state }) => state)).toEqual(['excused', 'excused', 'excused', 'excused']);
  await other.stop();
});
