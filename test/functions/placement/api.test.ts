import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { tick } from '../../../functions/clock/tick.ts';
import { clockTasks } from '../../../functions/clock/tasks.ts';
import type { Links } from '../../../functions/files/files.ts';
import { offers } from '../../../functions/offer/store.ts';
import { OfferId, StudentId } from '../../../functions/ids.ts';
import type { Placement } from '../../../functions/placement/schema.ts';
import { findPlacement } from '../../../functions/placement/store.ts';
import { placementId } from '../../../functions/ids.ts';
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

const params = () => ({ placementId: placement.id });
const now = (as: (typeof people)[keyof typeof people] = people.student) =>
  world.ok('getPlacement', { as, params: params() });
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
const upload = async (body: string, fileName = 'agreement.pdf') =>
  world.request('uploadAgreement', {
    as: people.company,
    params: params(),
    query: { fileName },
    body,
    headers: { 'content-type': 'application/pdf' },
    ifMatch: (await now()).version,
  });
const write = async (as: typeof people.student | typeof people.company, text: string) =>
  world.request('writeAgreement', { as, params: params(), body: { text }, ifMatch: (await now()).version });
const setMentor = async (mentor: object) =>
  world.request('saveMentor', {
    as: people.company,
    params: params(),
    body: { name: 'Wang Min', email: 'min@example.com', ...mentor },
    ifMatch: (await now()).version,
  });

describe('a placement', () => {
  it('is made once of an accepted offer, whatever is told twice', async () => {
    const studentId = StudentId.parse(people.otherStudent.subject);
    const id = OfferId.parse(`${studentId}~${world.round.id}`);
    const offer = {
      id,
      roundId: world.round.id,
      cycleId: world.cycle.id,
      studentId,
      postingId: world.first.posting.id,
      companyId: world.first.company.id,
      state: 'accepted' as const,
      answeredAt: world.clock.now(),
    };
    const stamp = { by: 'student:student-2', action: 'offer.accepted', at: world.clock.now() };
    await world.deps.table.write([offers.create(offer, stamp)]);
    await world.settle();
    const made = await findPlacement(world.deps.table, placementId(studentId, world.round.id));
    expect(made).toMatchObject({ state: 'confirmed', startsOn: '2026-06-29', version: 1 });
    // Told again, as after a crash of the follower.
    await world.deps.table.write([offers.update({ ...offer, version: 1 }, stamp)]);
    await world.settle();
    expect(await findPlacement(world.deps.table, placementId(studentId, world.round.id))).toEqual(made);
  });

  it('ends when its offer is taken back', async () => {
    const studentId = StudentId.parse(people.otherStudent.subject);
    const key = { pk: `STUDENT#${studentId}`, sk: `OFFER#${world.round.id}` };
    const offer = await offers.get(world.deps.table, key);
    if (offer === undefined) throw new Error('no offer');
    const stamp = {
      by: 'coordinator:1',
      action: 'offer.rescinded',
      at: world.clock.now(),
      reason: 'No budget',
    };
    await world.deps.table.write([offers.update({ ...offer, state: 'rescinded' }, stamp)]);
    await world.settle();
    expect(await findPlacement(world.deps.table, placementId(studentId, world.round.id))).toMatchObject({
      state: 'terminated',
      terminatedBy: 'system',
      reason: 'No budget',
    });
  });

  it('is shown to its two and to coordinators alone', async () => {
    expect((await now()).title).toEqual(world.first.posting.content.title);
    const mine = await world.ok('listMyPlacements', { as: people.student });
    expect(mine.items.map(({ id }) => id)).toEqual([placement.id]);
    for (const as of [people.otherStudent, people.otherCompany])
      expect((await world.request('getPlacement', { as, params: params() })).status).toBe(404);
    const list = { as: people.company, params: { companyId: world.first.company.id } };
    expect((await world.ok('listCompanyPlacements', list)).items).toHaveLength(2);
  });
});

describe('the agreement', () => {
  it('is a PDF by its content, not by its name', async () => {
    for (const body of ['<html>%PDF-1.7 %%EOF', '%PDF-1.7 cut off', '%PD', 'MZ\u0000\u0000', ''])
      expect(await problemOf(await upload(body))).toMatchObject({ status: 422, code: 'not_a_pdf' });
    expect((await world.deps.files.list()).filter((name) => name.startsWith('agreements/'))).toEqual([]);
    expect((await now()).checklist.agreement).toBeUndefined();
  });

  it('has no name that reads as another', async () => {
    expect(await problemOf(await upload(pdf, 'agreement\u202efdp.exe'))).toMatchObject({
      status: 422,
      fields: [{ pointer: '/query/fileName' }],
    });
    expect((await now()).checklist.agreement).toBeUndefined();
  });

  it('has a size limit', async () => {
    const large = await upload(`%PDF-${'x'.repeat(4 * 1024 * 1024)}%%EOF`);
    expect(large.status).toBe(413);
    expect((await world.deps.files.list()).filter((name) => name.startsWith('agreements/'))).toEqual([]);
  });

  it('is stored, downloaded by its parties, and confirmed by both', async () => {
    expect((await upload(pdf, 'C:\\Desktop\\agreement.pdf')).status).toBe(200);
    const latest = (await now()).checklist.agreement?.versions.at(-1);
    expect(latest).toMatchObject({
      number: 1,
      by: 'company',
      content: { kind: 'pdf', name: 'agreement.pdf' },
    });
    const file = { params: { ...params(), number: '1' } };
    const got = await world.request('getAgreementFile', { as: people.student, ...file });
    expect([got.headers.get('content-type'), await got.text()]).toEqual(['application/pdf', pdf]);
    expect((await world.request('getAgreementFile', { as: people.otherStudent, ...file })).status).toBe(404);

    const links: Links = { aboveBytes: pdf.length - 1, to: async (...asked) => JSON.stringify(asked) };
    world.deps.files.links = links;
    const stored = latest?.content.kind === 'pdf' ? latest.content.sha256 : undefined;
    const led = await world.request('getAgreementFile', { as: people.student, ...file });
    expect([led.status, await led.text()]).toEqual([303, '']);
    const [name, shown] = z
      .tuple([z.string(), z.unknown()])
      .parse(JSON.parse(led.headers.get('location') ?? ''));
    expect(shown).toEqual({ name: 'agreement-1.pdf', type: 'application/pdf' });
    const linked = Buffer.concat(await Array.fromAsync((await world.deps.files.read(name)) ?? []));
    expect(createHash('sha256').update(linked).digest('hex')).toBe(stored);
    expect((await world.request('getAgreementFile', { as: people.otherStudent, ...file })).status).toBe(404);
    links.aboveBytes = pdf.length;
    expect((await world.request('getAgreementFile', { as: people.student, ...file })).status).toBe(200);
    delete world.deps.files.links;
    for (const as of [people.student, people.company])
      await world.ok('confirmAgreement', {
        as,
        params: params(),
        body: { number: 1 },
        ifMatch: (await now()).version,
      });
    expect((await now()).checklist.agreement?.confirmed).toEqual({
      student: expect.any(String),
      company: expect.any(String),
    });
  });

  it('is never agreed to in different versions: of a new version and a confirmation at one moment, one is refused', async () => {
    await write(people.company, 'second');
    for (let turn = 0; turn < 5; turn += 1) {
      const { version, checklist } = await now();
      const number = checklist.agreement?.versions.at(-1)?.number ?? 0;
      const [confirm, change] = await Promise.all([
        world.request('confirmAgreement', {
          as: people.student,
          params: params(),
          body: { number },
          ifMatch: version,
        }),
        world.request('writeAgreement', {
          as: people.company,
          params: params(),
          body: { text: `version ${turn}` },
          ifMatch: version,
        }),
      ]);
      expect([`${confirm.status}`, `${change.status}`].toSorted()).toEqual(['200', '412']);
      const after = (await now()).checklist.agreement;
      expect(after?.confirmed.student === undefined).toBe(confirm.status !== 200);
    }
  });

  it('is confirmed by its last number only', async () => {
    await write(people.student, 'mine');
    const { version } = await now();
    const old = await world.request('confirmAgreement', {
      as: people.student,
      params: params(),
      body: { number: 1 },
      ifMatch: version,
    });
    expect(await problemOf(old)).toMatchObject({ status: 409, code: 'agreement_changed' });
  });
});

describe('the rest of the check-list', () => {
  it.each([
    ['a name of nothing visible', { name: '\u200b\u200d\u2060' }, '/name'],
    ['a name of 300 characters', { name: 'x'.repeat(300) }, '/name'],
    ['a name of two lines', { name: 'a\nb' }, '/name'],
    ['an address that is none', { email: 'min at example' }, '/email'],
    ['a field that is none', { phone: '1' }, '/phone'],
  ])('%s is refused', async (_what, mentor, pointer) => {
    const problem = await problemOf(await setMentor(mentor));
    expect(problem.status).toBe(422);
    expect(problem.fields.map((field) => field.pointer)).toContain(pointer);
  });

  it('is the company’s to settle, with who and when', async () => {
    expect((await setMentor({})).status).toBe(200);
    const { checklist, version } = await now();
    expect(checklist.mentor).toEqual({
      name: 'Wang Min',
      email: 'min@example.com',
      by: 'company',
      at: world.clock.now(),
    });
    const mine = { as: people.student, params: params(), ifMatch: version };
    const refused = await world.request('saveMentor', {
      ...mine,
      body: { name: 'A', email: 'a@example.com' },
    });
    expect(refused.status).toBe(403);
  });

  it('tells the student of mentor and meeting, the other side of a new version, each in a letter', async () => {
    await world.settle();
    const { items } = await world.ok('listMyLetters', { as: people.student, query: {} });
    const subjects = items.map(({ subject }) => subject).join(' ');
    expect(subjects).toContain('企业指定了你的导师');
    expect(subjects).toContain('实习协议有新版本');
    const company = await world.ok('listMyLetters', { as: people.company, query: {} });
    expect(company.items.map(({ subject }) => subject).join(' ')).not.toContain('导师');
  });
});

describe('the course', () => {
  it('goes by the clock: onboarding, the first day, the check-in; twice the same is once', async () => {
    const goTo = async (instant: string) => {
      const ahead = Date.parse(instant) - Date.parse(world.clock.now());
      world.clock.advance(ahead);
      await tick(world.deps, clockTasks);
      // A jump of over a day is believed after ten steady minutes.
      world.clock.advance(10 * 60_000);
      await Promise.all([tick(world.deps, clockTasks), tick(world.deps, clockTasks)]);
      await world.settle();
    };
    await goTo('2026-06-08T16:00:00.000Z');
    expect((await now()).state).toBe('onboarding');
    await goTo('2026-06-28T15:00:00.000Z');
    expect((await now()).state).toBe('onboarding');
    await goTo('2026-06-28T16:00:00.000Z');
    expect((await now()).state).toBe('active');
    await goTo('2026-07-06T01:00:00.000Z');
    expect((await now()).checkInAskedAt).toBeDefined();
    const { items } = await world.ok('listMyLetters', { as: people.student, query: { limit: '200' } });
    for (const words of ['实习开始', '第二周：进展如何'])
      expect(items.filter(({ subject }) => subject.startsWith(words))).toHaveLength(1);
  });

  it('keeps a check-in from the other side, and a bad one raises an alarm', async () => {
    const said = { mark: 1, words: 'Nobody answers me.' };
    const { version } = await now();
    await world.ok('checkIn', { as: people.student, params: params(), body: said, ifMatch: version });
    const theirs = await now(people.company);
    expect(theirs.checkIns).toEqual({});
    expect(theirs.checkedIn).toEqual({ student: true, company: false });
    const list = { as: people.coordinator, params: { cycleId: world.cycle.id } };
    const found = await world.ok('listCyclePlacements', { ...list, query: { alarm: 'check_in_bad' } });
    expect(found.items.map(({ id, checkIns }) => [id, checkIns.student?.words])).toEqual([
      [placement.id, said.words],
    ]);
    const none = await world.ok('listCyclePlacements', { ...list, query: { alarm: 'evaluation_overdue' } });
    expect(none.items).toEqual([]);
  });

  it('is pages that go on where they ended', async () => {
    const list = { as: people.coordinator, params: { cycleId: world.cycle.id } };
    const first = await world.ok('listCyclePlacements', { ...list, query: { limit: '1' } });
    expect(first.items).toHaveLength(1);
    const rest = await world.ok('listCyclePlacements', {
      ...list,
      query: { limit: '1', cursor: first.next ?? '' },
    });
    expect(rest.items).toHaveLength(1);
    expect(rest.items[0]?.id).not.toBe(first.items[0]?.id);
    expect(rest.next).toBeUndefined();
  });

  it('is extended when all three agree: the finals move with it', async () => {
    const body = { endsOn: '2026-09-30', reason: 'The launch moved.' };
    const due = async () =>
      (await world.ok('listEvaluations', { as: people.student, params: params() })).items.find(
        ({ kind, side }) => kind === 'final' && side === 'student',
      )?.dueAt;
    expect(await due()).toBe('2026-08-28T10:00:00.000Z');
    await world.ok('askExtension', {
      as: people.company,
      params: params(),
      body,
      ifMatch: (await now()).version,
    });
    for (const as of [people.student, people.coordinator])
      await world.ok('answerExtension', {
        as,
        params: params(),
        body: { agree: true },
        ifMatch: (await now()).version,
      });
    await world.settle();
    expect(await now()).toMatchObject({ state: 'extended', endsOn: '2026-09-30' });
    expect(await due()).toBe('2026-10-07T10:00:00.000Z');
  });

  it('can be ended early by a party, with a reason; evaluations need not be written then', async () => {
    const end = { as: people.student, params: params() };
    const bare = await world.request('endPlacement', { ...end, body: { reason: ' ' }, ifMatch: 1 });
    expect(bare.status).toBe(422);
    const { version } = await now();
    await world.ok('endPlacement', { ...end, body: { reason: 'Back to university.' }, ifMatch: version });
    await world.settle();
    expect(await now()).toMatchObject({ state: 'terminated', terminatedBy: 'student' });
    const { items } = await world.ok('listEvaluations', { as: people.student, params: params() });
    expect(items.map(({ state }) => state)).toEqual(Array(4).fill('excused'));
    const late = await write(people.company, 'late');
    expect(await problemOf(late)).toMatchObject({ status: 409, code: 'placement_over' });
  });
});
