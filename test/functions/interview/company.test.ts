import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remindOfInterviews } from '../../../functions/interview/remind.ts';
import { endInterviewWith } from '../../../functions/interview/end-with-application.ts';
import { slotsView } from '../../../functions/interview/view.ts';
import { getPosting } from '../../../functions/posting/store.ts';
import { interviewsIn, oneSlot } from '../../support/interviews.ts';
import { lagging } from '../../support/lagging.ts';
import { bodiesOf } from '../../support/market.ts';
import type { Person } from '../../support/request.ts';
import { atAnyHour } from '../../support/letters.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
let act: ReturnType<typeof interviewsIn>;
beforeEach(async () => {
  world = await startWorld();
  await atAnyHour(world, people.student, people.otherStudent, people.company, people.otherCompany);
  act = interviewsIn(world);
  await act.shortlist(world.application.id);
});
afterEach(() => world.stop());

const codeOf = async (response: Response): Promise<unknown> => (await response.json()).code;
const until = (at: string): void => world.clock.advance(Date.parse(at) - Date.parse(world.clock.now()));
const booked = async (at = '2026-04-20T09:00') => {
  const { items } = await act.offer(at);
  // Whoever has a time already is told of no others.
  await world.settle();
  const slot = items.find(({ taken }) => !taken);
  await act.book(people.student, world.application.id, slot?.id ?? '');
};
const recordAs = (as: 'held' | 'missed', version: number, note?: string) =>
  world.request('recordInterview', {
    as: people.company,
    params: { applicationId: world.application.id },
    body: { as, ...(note !== undefined && { note }) },
    ifMatch: version,
  });
const withdraw = async () => {
  const params = { applicationId: world.application.id };
  const { version } = await world.ok('getMyApplication', { as: people.student, params });
  await world.ok('moveApplication', {
    as: people.student,
    params,
    body: { to: 'withdrawn' },
    ifMatch: version,
  });
};
const subjects = async (as: Person) =>
  (await act.letters(as)).map(({ subject }) => subject.split(' / ')[1]).toReversed();

describe('offered times', () => {
  it('of one recruiter do not overlap, also when two are offered at one moment', async () => {
    await act.offer('2026-04-20T09:00');
    const offer = (at: string, as: typeof people.company | typeof people.otherCompany = people.company) =>
      world.request('offerInterviewSlots', {
        as,
        params: { postingId: as === people.company ? world.first.posting.id : world.second.posting.id },
        body: oneSlot(at),
      });
    expect(await codeOf(await offer('2026-04-20T09:29'))).toBe('slots_overlap');
    expect((await offer('2026-04-20T09:29', people.otherCompany)).status).toBe(201);
    const both = await Promise.all([offer('2026-04-20T09:30'), offer('2026-04-20T09:45')]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect((await act.slots()).items).toHaveLength(2);
  });

  it('as a series are previewed with their clashes, stored all or none, and told of once', async () => {
    await act.offer('2026-04-21T09:30');
    const body = {
      ...oneSlot(''),
      at: undefined,
      kind: 'series',
      from: '2026-04-20',
      to: '2026-04-21',
      weekdays: [1, 2],
      begin: '09:00',
      end: '10:00',
      pause: 0,
    };
    const call = { as: people.company, params: { postingId: world.first.posting.id }, body };
    const { items } = await world.ok('previewInterviewSlots', call);
    const taken = { start: '2026-04-21T01:30:00.000Z', end: '2026-04-21T02:00:00.000Z' };
    expect(items.map(({ clash }) => clash)).toEqual([undefined, undefined, undefined, taken]);
    // 9:00 in Shanghai is six in the evening in Vancouver.
    expect(items.flatMap(({ atNight }) => atNight)).toEqual([]);
    const late = { ...call, body: { ...body, begin: '15:00', end: '16:00' } };
    const [night] = (await world.ok('previewInterviewSlots', late)).items;
    expect(night?.atNight).toEqual([{ id: world.application.id, name: '林晓雨', zone: 'America/Vancouver' }]);
    expect(await codeOf(await world.request('offerInterviewSlots', call))).toBe('slots_overlap');
    expect((await act.slots()).items).toHaveLength(1);
    const once = { ...call, body: { ...body, to: '2026-04-20' }, key: 'series' };
    await world.ok('offerInterviewSlots', once);
    await world.ok('offerInterviewSlots', once);
    expect((await act.slots()).items).toHaveLength(3);
    // Only what is named is left out: a clash that came after the preview refuses all.
    const but = (...leaveOut: string[]) => ({ ...call, body: { ...body, leaveOut } });
    expect(await codeOf(await world.request('offerInterviewSlots', but(taken.start)))).toBe('slots_overlap');
    const first = items.slice(0, 2).map(({ start }) => start);
    await world.ok('offerInterviewSlots', but(...first, taken.start));
    expect((await act.slots()).items).toHaveLength(4);
    const told = (await subjects(people.student)).filter(
      (subject) => subject === 'You can choose an interview time',
    );
    expect(told).toHaveLength(1);
    expect(await subjects(people.otherStudent)).not.toContain('You can choose an interview time');
  });

  it('lie ahead and before interviews end', async () => {
    const code = async (at: string) =>
      codeOf(
        await world.request('offerInterviewSlots', {
          as: people.company,
          params: { postingId: world.first.posting.id },
          body: oneSlot(at),
        }),
      );
    expect(await code('2026-03-20T15:00')).toBe('slot_past');
    expect(await code('2026-05-08T07:31')).toBe('slot_late');
    const series = (from: string, to: string) => ({
      as: people.company,
      params: { postingId: world.first.posting.id },
      body: {
        ...oneSlot(''),
        at: undefined,
        kind: 'series',
        from,
        to,
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        begin: '09:00',
        end: '10:00',
        pause: 0,
      },
    });
    for (const operation of ['previewInterviewSlots', 'offerInterviewSlots'] as const) {
      const refused = async (from: string, to: string) =>
        (await world.request(operation, series(from, to))).json();
      expect(await refused('2026-03-19', '2026-04-20')).toMatchObject({
        code: 'slot_past',
        fields: [{ pointer: '/from', reason: 'must be ahead' }],
      });
      expect(await refused('2026-05-07', '2026-05-08')).toMatchObject({
        code: 'slot_late',
        fields: [{ pointer: '/to', reason: 'must be over before interviews end' }],
      });
    }
    expect((await act.offer('2026-05-08T07:30')).items).toHaveLength(1);
    const { phase: _, id, version, ...settings } = world.cycle;
    const body = { ...settings, interviewsUntil: '2026-05-11T10:00:00Z' };
    await world.ok('updateCycle', {
      as: people.coordinator,
      params: { cycleId: id },
      body,
      ifMatch: version,
    });
    expect((await act.offer('2026-05-11T17:30')).until).toBe('2026-05-11T10:00:00.000Z');
  });
});

it('nobody who has just booked is said to wait, though an index shows none of it yet', async () => {
  const table = lagging(world.deps.table);
  const posting = await getPosting(table, world.first.posting.id);
  const waiting = async () =>
    (await slotsView(table, posting, world.clock.now())).waiting.map(({ id }) => id);
  expect(await waiting()).toEqual([world.application.id]);
  await booked();
  expect(await waiting()).toEqual([]);
});

describe('after an interview', () => {
  it('the company says how it went, with a note that nobody else sees', async () => {
    await booked();
    expect(await codeOf(await recordAs('held', 1))).toBe('interview_not_begun');
    until('2026-04-20T01:00:00.000Z');
    const cancel = {
      as: people.student,
      params: { applicationId: world.application.id },
      body: {},
      ifMatch: 1,
    };
    expect(await codeOf(await world.request('cancelInterview', cancel))).toBe('interview_begun');
    expect(await (await recordAs('missed', 1)).json()).toMatchObject({ state: 'missed' });
    expect(await (await recordAs('held', 2, '思路清楚')).json()).toMatchObject({
      state: 'held',
      note: '思路清楚',
    });
    await world.settle();
    expect(JSON.stringify(await act.slots())).toContain('思路清楚');
    const desk = await act.desk(people.student, world.application.id);
    expect(desk).toMatchObject({ mayBook: false, interview: { state: 'held' } });
    const params = { applicationId: world.application.id };
    const seen = [
      desk,
      await act.letters(people.student),
      await world.ok('getMyApplication', { as: people.student, params }),
    ];
    expect(JSON.stringify(seen)).not.toContain('思路清楚');
  });

  it('an ended application gives its time to others, once, and not when it was opened again', async () => {
    await booked();
    await withdraw();
    await world.settle();
    expect(await act.desk(people.student, world.application.id)).toMatchObject({
      interview: { state: 'cancelled', by: 'withdrawn' },
    });
    expect((await act.slots()).items).toMatchObject([{ taken: false }]);
    expect(await subjects(people.company)).toContain('An interview is called off');
    const params = { applicationId: world.application.id };
    const item = await world.deps.table.get({
      pk: 'STUDENT#student-1',
      sk: `APPLICATION#${world.first.posting.id}`,
    });
    const before = await bodiesOf(world.deps.table);
    if (item) await endInterviewWith(world.deps, item);
    expect(await bodiesOf(world.deps.table)).toEqual(before);
    const { version } = await world.ok('getMyApplication', { as: people.student, params });
    await world.ok('moveApplication', {
      as: people.student,
      params,
      body: { to: 'submitted' },
      ifMatch: version,
    });
    await act.shortlist(world.application.id);
    const [slot] = (await act.slots()).items;
    await act.book(people.student, world.application.id, slot?.id ?? '', 2);
    // The old news of the withdrawal comes a second time.
    if (item) await endInterviewWith(world.deps, item);
    expect(await act.desk(people.student, world.application.id)).toMatchObject({
      interview: { state: 'booked' },
    });
  });
});

describe('before an interview', () => {
  it('both sides are reminded a day and an hour before, each time once', async () => {
    await booked();
    const told = async () => {
      await remindOfInterviews(world.deps);
      await remindOfInterviews(world.deps);
      const count = (all: (string | undefined)[]) =>
        all.filter((one) => one === 'Your interview is soon').length;
      return [count(await subjects(people.student)), count(await subjects(people.company))];
    };
    until('2026-04-19T00:59:59.000Z');
    expect(await told()).toEqual([0, 0]);
    until('2026-04-19T01:00:01.000Z');
    expect(await told()).toEqual([1, 1]);
    until('2026-04-20T00:00:01.000Z');
    expect(await told()).toEqual([2, 2]);
    until('2026-04-20T00:59:00.000Z');
    expect(await told()).toEqual([2, 2]);
    const [letter] = (await act.letters(people.student)).filter(({ subject }) => subject.includes('soon'));
    expect(letter?.text).toContain(
      'Sunday, 19 April 2026 at 18:00 (Vancouver time); Monday, 20 April 2026 at 09:00 (Shanghai time)',
    );
  });

  it('nobody is reminded of one that was called off, has begun, or was booked since', async () => {
    await booked();
    const { version } = await act.desk(people.student, world.application.id);
    const call = {
      as: people.student,
      params: { applicationId: world.application.id },
      body: {},
      ifMatch: version,
    };
    await world.ok('cancelInterview', call);
    until('2026-04-19T12:00:00.000Z');
    const [slot] = (await act.slots()).items;
    await act.book(people.student, world.application.id, slot?.id ?? '', 2);
    await remindOfInterviews(world.deps);
    expect(await subjects(people.student)).not.toContain('Your interview is soon');
    until('2026-04-20T02:00:00.000Z');
    await remindOfInterviews(world.deps);
    expect(await subjects(people.student)).not.toContain('Your interview is soon');
  });

  it('each change is told to whom it concerns', async () => {
    await booked();
    expect(await subjects(people.student)).toEqual(
      expect.arrayContaining(['You can choose an interview time', 'An interview is booked']),
    );
    const { items } = await act.offer('2026-04-22T09:00');
    const free = items.find(({ taken }) => !taken);
    await act.book(people.student, world.application.id, free?.id ?? '', 1);
    const call = {
      as: people.student,
      params: { applicationId: world.application.id },
      body: {},
      ifMatch: 2,
    };
    await world.ok('cancelInterview', call);
    const company = await subjects(people.company);
    for (const subject of ['An interview is booked', 'An interview was moved', 'An interview is called off'])
      expect(company).toContain(subject);
    expect(await subjects(people.student)).not.toContain('An interview is called off');
    expect(await subjects(people.otherCompany)).not.toContain('An interview is booked');
    // Booking says more than the invitation that its move would announce.
    expect(await subjects(people.student)).not.toContain('You are invited to an interview');
  });
});
