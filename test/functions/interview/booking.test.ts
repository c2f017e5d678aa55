import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Operation, Table } from '../../../functions/table/table.ts';
import { bookSlot } from '../../../functions/interview/commands.ts';
import { ApplicationId, InterviewSlotId, StudentId } from '../../../functions/ids.ts';
import { interviewsIn } from '../../support/interviews.ts';
import { atAnyHour } from '../../support/letters.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
let act: ReturnType<typeof interviewsIn>;
beforeEach(async () => {
  world = await startWorld();
  await atAnyHour(world, people.student, people.otherStudent, people.company, people.otherCompany);
  act = interviewsIn(world);
  await act.shortlist(world.application.id);
  await act.shortlist(world.otherApplication.id);
});
afterEach(() => world.stop());

const codeOf = async (response: Response): Promise<unknown> => (await response.json()).code;
const firstSlot = async (at = '2026-04-20T09:00'): Promise<string> => {
  const { items } = await act.offer(at);
  const found = items.find(({ taken }) => !taken);
  if (found === undefined) throw new Error('no slot');
  return found.id;
};
/** The other company's posting, to which the student applies, too. */
const secondApplication = async () => {
  const body = { postingId: world.second.posting.id, content: { answers: [] }, submit: true };
  const made = await world.ok('apply', { as: people.student, body });
  await act.shortlist(made.id, people.otherCompany);
  return made;
};
const atSecond = {
  as: people.otherCompany,
  get postingId() {
    return String(world.second.posting.id);
  },
};

describe('a booking', () => {
  it('gives the slot, moves the application on, and tells the link only then', async () => {
    const slotId = await firstSlot();
    const before = await act.desk(people.student, world.application.id);
    expect(before).toMatchObject({
      version: 0,
      mayBook: true,
      slots: [{ id: slotId, place: { kind: 'link' } }],
    });
    expect(JSON.stringify(before)).not.toContain('meet.example');
    const desk = await act.book(people.student, world.application.id, slotId);
    expect(desk).toMatchObject({
      version: 1,
      slots: [],
      interview: {
        state: 'booked',
        start: '2026-04-20T01:00:00.000Z',
        place: { url: 'https://meet.example/room-1' },
      },
    });
    const params = { applicationId: world.application.id };
    const application = await world.ok('getMyApplication', { as: people.student, params });
    expect(application.state).toBe('interviewing');
    expect(application.history.map(({ state, by }) => `${state} ${by}`)).toEqual([
      'submitted student',
      'shortlisted company',
      'interviewing student',
    ]);
    await world.settle();
    const { items, waiting } = await act.slots();
    expect({ items, waiting }).toMatchObject({
      waiting: [{ name: expect.any(String) }],
      items: [{ taken: true, interview: { studentName: '林晓雨', studentZone: 'America/Vancouver' } }],
    });
  });

  it('is moved, which frees the time before, and called off, which frees the new one', async () => {
    const first = await firstSlot();
    await act.book(people.student, world.application.id, first);
    const second = await firstSlot('2026-04-21T09:00');
    const moved = await act.book(people.student, world.application.id, second, 1);
    expect(moved).toMatchObject({
      version: 2,
      interview: { start: '2026-04-21T01:00:00.000Z' },
      slots: [{ id: first }],
    });
    expect(await codeOf(await act.booking(people.student, world.application.id, first, 1))).toBe(
      'stale_version',
    );
    const call = {
      as: people.student,
      params: { applicationId: world.application.id },
      body: {},
      ifMatch: 2,
    };
    await world.ok('cancelInterview', { ...call, key: 'once' });
    await world.ok('cancelInterview', { ...call, key: 'once' });
    const desk = await act.desk(people.student, world.application.id);
    expect(desk).toMatchObject({ version: 3, interview: { state: 'cancelled', by: 'student' } });
    expect(desk.slots.map(({ id }) => id)).toEqual([first, second]);
    expect(await act.book(people.student, world.application.id, first, 3)).toMatchObject({ version: 4 });
  });

  it('is called off by the company with a reason; its time goes, and the student books anew', async () => {
    await act.book(people.student, world.application.id, await firstSlot());
    const call = { as: people.company, params: { applicationId: world.application.id }, ifMatch: 1 };
    expect(await codeOf(await world.request('cancelInterview', { ...call, body: {} }))).toBe('reason_needed');
    await world.ok('cancelInterview', { ...call, body: { reason: '面试官出差' } });
    const desk = await act.desk(people.student, world.application.id);
    expect(desk).toMatchObject({
      mayBook: true,
      slots: [],
      interview: { by: 'company', reason: '面试官出差' },
    });
    // The recruiter's time is free again: it can be offered once more.
    const again = await firstSlot();
    expect(await act.book(people.student, world.application.id, again, desk.version)).toMatchObject({
      version: 3,
    });
    expect((await act.letters(people.student)).some(({ text }) => text.includes('面试官出差'))).toBe(true);
  });

  it("is not made over another's link, nor without an invitation", async () => {
    const slotId = await firstSlot();
    const { id } = world.application;
    expect((await act.booking(people.otherStudent, id, slotId)).status).toBe(404);
    for (const name of ['getMyInterview', 'getInterviewCalendar'] as const)
      expect(
        (await world.request(name, { as: people.otherStudent, params: { applicationId: id } })).status,
      ).toBe(404);
    const cancel = {
      as: people.otherCompany,
      params: { applicationId: id },
      body: { reason: 'x' },
      ifMatch: 1,
    };
    expect((await world.request('cancelInterview', cancel)).status).toBe(404);
    const { version } = await world.ok('getMyApplication', {
      as: people.student,
      params: { applicationId: id },
    });
    await world.ok('moveApplication', {
      as: people.student,
      params: { applicationId: id },
      body: { to: 'withdrawn' },
      ifMatch: version,
    });
    expect(await codeOf(await act.booking(people.student, id, slotId))).toBe('not_invited');
    expect(await act.desk(people.student, id)).toMatchObject({ mayBook: false, slots: [] });
  });

  it('of a slot of another posting, or one taken back, is refused by name', async () => {
    const { items } = await act.offer('2026-04-20T11:00', atSecond);
    const elsewhere = items[0]?.id ?? '';
    expect(await codeOf(await act.booking(people.student, world.application.id, elsewhere))).toBe(
      'slot_gone',
    );
    const slotId = await firstSlot();
    const params = { postingId: world.first.posting.id, slotId };
    const back = { as: people.company, params, ifMatch: 1 };
    expect((await world.request('takeBackInterviewSlot', { ...back, as: people.otherCompany })).status).toBe(
      404,
    );
    await world.ok('takeBackInterviewSlot', back);
    expect(await codeOf(await act.booking(people.student, world.application.id, slotId))).toBe('slot_gone');
    const taken = await firstSlot();
    await act.book(people.student, world.application.id, taken);
    const late = { ...back, params: { ...params, slotId: taken }, ifMatch: 2 };
    expect(await codeOf(await world.request('takeBackInterviewSlot', late))).toBe('slot_is_taken');
  });

  it('ends with the interviews', async () => {
    const slotId = await firstSlot();
    world.clock.advance(Date.parse('2026-05-08T00:00:00.001Z') - Date.parse(world.clock.now()));
    expect(await codeOf(await act.booking(people.student, world.application.id, slotId))).toBe(
      'interviews_closed',
    );
  });
});

describe('at one moment', () => {
  it('two students book one slot: one has it, the other is told that it was taken', async () => {
    const slotId = await firstSlot();
    const answers = await Promise.all([
      act.booking(people.student, world.application.id, slotId),
      act.booking(people.otherStudent, world.otherApplication.id, slotId),
    ]);
    const codes = await Promise.all(answers.map(async (answer) => (answer.ok ? 'ok' : codeOf(answer))));
    expect(new Set(codes)).toEqual(new Set(['ok', 'slot_taken']));
  });

  it('one student books two interviews that overlap: one is refused', async () => {
    const other = await secondApplication();
    const slotId = await firstSlot();
    const { items } = await act.offer('2026-04-20T09:15', atSecond);
    const answers = await Promise.all([
      act.booking(people.student, world.application.id, slotId),
      act.booking(people.student, other.id, items[0]?.id ?? ''),
    ]);
    const codes = await Promise.all(answers.map(async (answer) => (answer.ok ? 'ok' : codeOf(answer))));
    expect(new Set(codes)).toEqual(new Set(['ok', 'interview_overlap']));
  });

  it('what is booked between the decision and the write decides', async () => {
    // Both read the same record before either writes: what the store sees of two functions side by side.
    const other = await secondApplication();
    const { items } = await act.offer('2026-04-20T09:15', atSecond);
    const slotId = InterviewSlotId.parse(await firstSlot());
    const otherSlot = InterviewSlotId.parse(items[0]?.id);
    const { table } = world.deps;
    let between = 0;
    const late: Table = {
      get: (key) => table.get(key),
      query: (query) => table.query(query),
      changes: (after, limit) => table.changes(after, limit),
      write: async (operations: readonly Operation[]) => {
        between += 1;
        if (between === 1) await act.book(people.student, other.id, otherSlot);
        await table.write(operations);
      },
    };
    const actor = {
      ...people.student,
      kind: 'student',
      name: 'x',
      studentId: StudentId.parse('student-1'),
    } as const;
    const asked = { id: ApplicationId.parse(world.application.id), slotId, version: 0 };
    await expect(
      bookSlot({ ...world.deps, table: late }, actor, asked, world.clock.now()),
    ).rejects.toMatchObject({
      code: 'interview_overlap',
    });
    expect((await act.slots()).items).toMatchObject([{ taken: false }]);
  });

  it('interviews that touch do not overlap, and those left out of the list are counted', async () => {
    const other = await secondApplication();
    await act.book(people.student, world.application.id, await firstSlot());
    await act.offer('2026-04-20T09:15', { ...atSecond, minutes: 15 });
    const { items } = await act.offer('2026-04-20T09:30', atSecond);
    const touching = items[1]?.id ?? '';
    const desk = await act.desk(people.student, other.id);
    expect(desk).toMatchObject({ overlapping: 1, slots: [{ id: touching }] });
    await act.book(people.student, other.id, touching);
  });
});
