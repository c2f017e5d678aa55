import { afterEach, beforeEach, expect, it } from 'vitest';
import { notify } from '../../../functions/changes/notify.ts';
import { wants } from '../../../functions/changes/consumer.ts';
import { StudentId } from '../../../functions/ids.ts';
import { deliver } from '../../../functions/notice/deliver.ts';
import { sendLetters } from '../../../functions/notice/send-letters.ts';
import type { Topic } from '../../../functions/notice/topics.ts';
import { unsubscribeToken } from '../../../functions/notice/unsubscribe.ts';
import { findInbox } from '../../../functions/notice/store.ts';
import { findStudent, students } from '../../../functions/student/store.ts';
import { joinCompany } from '../../support/join-company.ts';
import { allChanges } from '../../support/table.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const hour = 60 * 60 * 1000;
const studentId = StudentId.parse(people.student.subject);
const student = { kind: 'student', studentId } as const;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const lettersTo = async ({ email }: { email: string }) =>
  (await world.deps.mail.received(email, { limit: 100 })).letters;
const inboxOf = (as: typeof people.student) => world.ok('getInbox', { as });
let told = 0;
const tell = (topic: Topic, subject: string = topic) =>
  deliver(world.deps, student, {
    what: `test ${(told += 1)}`,
    at: world.clock.now(),
    topic,
    words: { zh: { subject: `${subject}中文`, text: '正文' }, en: { subject, text: 'Text' } },
    path: '/student',
  });
const choose = async (change: object) => {
  const { version, offered: _, ...choice } = await world.ok('getNoticeSettings', { as: people.student });
  return world.ok('saveNoticeSettings', {
    as: people.student,
    body: { ...choice, ...change },
    ifMatch: version,
  });
};
/** It is one in the morning in Vancouver, where the student lives; after so many hours letters are sent. */
const after = async (hours: number) => {
  world.clock.advance(hours * hour);
  await Promise.all([sendLetters(world.deps), sendLetters(world.deps)]);
};

it('a letter waits for the end of the quiet hours where the reader lives; the page has the notice at once', async () => {
  await tell('result');
  expect(await lettersTo(people.student)).toEqual([]);
  expect((await inboxOf(people.student)).unread).toBe(1);
  await after(6);
  expect(await lettersTo(people.student)).toEqual([]);
  await after(1);
  expect(await lettersTo(people.student)).toHaveLength(1);
  await after(24);
  expect(await lettersTo(people.student)).toHaveLength(1);
});

it('the daily letter comes once, with all of a day, whoever sends it; what comes later waits for the next', async () => {
  await choose({ topics: { application: 'daily', cycle: 'daily' } });
  await tell('application', 'first');
  await tell('cycle', 'second');
  await after(7);
  const [letter, ...others] = await lettersTo(people.student);
  expect(others).toEqual([]);
  expect(letter?.text).toContain('first');
  expect(letter?.text).toContain('second');
  await tell('cycle', 'third');
  await after(12);
  expect(await lettersTo(people.student)).toHaveLength(1);
  await after(12);
  const letters = await lettersTo(people.student);
  expect(letters).toHaveLength(2);
  expect(letters[0]?.text).toContain('third');
  expect(letters[0]?.text).not.toContain('first');
});

it('a daily letter that was cut off once it was sent is not told again the next day', async () => {
  await choose({ topics: { cycle: 'daily' } });
  await tell('cycle');
  world.clock.advance(7 * hour);
  const { mail } = world.deps;
  const send: typeof mail.send = async (letter) => {
    await mail.send(letter);
    throw new Error('cut off');
  };
  await sendLetters({ ...world.deps, mail: { ...mail, send } });
  await after(0);
  await after(24);
  expect(await lettersTo(people.student)).toHaveLength(1);
});

it('what is turned off is not written of, results are; one that waits is held back too', async () => {
  await tell('application');
  await tell('result');
  await choose({ topics: { application: 'never', cycle: 'never' } });
  await tell('cycle');
  await after(10);
  expect((await lettersTo(people.student)).map(({ subject }) => subject)).toEqual(['result中文 / result']);
  const { items } = await world.ok('listNotices', { as: people.student, query: {} });
  expect(items.map(({ topic }) => topic).toSorted()).toEqual(['application', 'cycle', 'result']);
  const refused = await world.request('saveNoticeSettings', {
    as: people.student,
    body: { digestAt: '08:00', topics: { result: 'never' } },
    ifMatch: 1,
  });
  expect(refused.status).toBe(422);
});

it('a letter is in the language that was chosen, else in that of the browser, else in both', async () => {
  await choose({ quiet: undefined });
  await tell('cycle', 'a');
  await world.ok('noteReader', { as: people.student, body: { lang: 'zh', zone: 'America/Vancouver' } });
  await tell('cycle', 'b');
  await choose({ lang: 'en' });
  await tell('cycle', 'c');
  const subjects = (await lettersTo(people.student)).map(({ subject }) => subject);
  expect(subjects.toSorted()).toEqual(['a中文 / a', 'b中文', 'c']);
});

it('each of two recruiters of a company has a notice of their own; telling again tells nobody twice', async () => {
  const { company } = world.first;
  const colleague = { ...people.newCompany, subject: 'company-9' };
  world.clock.advance(1000);
  await joinCompany(world, { inviter: people.company, as: colleague, companyId: company.id });
  await world.ok('moveCompany', {
    as: people.coordinator,
    params: { companyId: company.id },
    body: { to: 'suspended', reason: 'Nobody answers.' },
    ifMatch: company.version,
  });
  await world.settle();
  const of = async (as: typeof people.company | typeof colleague) =>
    (await world.ok('listNotices', { as, query: {} })).items.map(({ words }) => words.en.subject).toSorted();
  const before = [await of(people.company), await of(colleague)];
  expect(before[1]).toEqual(['Your company is suspended', 'Your posting is paused']);
  await world.ok('readAllNotices', { as: colleague });
  expect((await world.ok('getInbox', { as: people.company })).unread).toBeGreaterThan(1);
  const letters = await lettersTo(colleague);
  for (const change of await allChanges(world.deps.table))
    if (wants(notify, change)) await notify.consume(world.deps, [change]);
  expect([await of(people.company), await of(colleague)]).toEqual(before);
  expect(await lettersTo(colleague)).toEqual(letters);
  expect((await world.ok('getInbox', { as: colleague })).unread).toBe(0);
});

it('nothing is wrong when a person is gone by now', async () => {
  await tell('result');
  const profile = await findStudent(world.deps.table, studentId);
  if (profile)
    await world.deps.table.write([
      students.remove(profile, { by: 'test', action: 'test', at: world.clock.now() }),
    ]);
  await tell('result');
  await after(10);
  expect(await lettersTo(people.student)).toEqual([]);
  expect(world.entries.filter(({ level }) => level === 'error')).toEqual([]);
});

it('notices are read one by one or all at once, and that can be undone', async () => {
  for (const subject of ['one', 'two', 'three']) await tell('cycle', subject);
  const { items } = await world.ok('listNotices', { as: people.student, query: { limit: '2' } });
  const [first] = items;
  if (first === undefined) throw new Error('there is no notice');
  const read = { as: people.student, body: { id: first.id, at: first.at } };
  expect((await world.ok('readNotice', read)).unread).toBe(2);
  expect((await world.ok('readNotice', read)).unread).toBe(2);
  const cleared = await world.ok('readAllNotices', { as: people.student });
  expect(cleared).toMatchObject({ unread: 0, canUndo: true });
  world.clock.advance(1000);
  await tell('cycle', 'four');
  expect((await inboxOf(people.student)).unread).toBe(1);
  expect(await world.ok('undoReadAllNotices', { as: people.student })).toMatchObject({
    unread: 3,
    canUndo: false,
  });
  const all = await world.ok('listNotices', { as: people.student, query: {} });
  expect(all.items.filter(({ read: isRead }) => !isRead)).toHaveLength(3);
  const other = await world.request('readNotice', { ...read, as: people.otherStudent });
  expect(other.status).toBe(404);
});

it('many notices at one moment are all counted', async () => {
  await Promise.all(Array.from({ length: 8 }, () => tell('cycle')));
  expect((await inboxOf(people.student)).unread).toBe(8);
});

it('a link in a letter stops its kind for its reader, and none can be made up for anybody else', async () => {
  await choose({ quiet: undefined });
  await tell('application');
  const [letter] = await lettersTo(people.student);
  const token = /\/unsubscribe\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
  const forge = async (made: string) => {
    const { status } = await world.request('unsubscribe', { params: { token: made } });
    return status;
  };
  const other = { kind: 'student', studentId: StudentId.parse(people.otherStudent.subject) } as const;
  await deliver(world.deps, other, {
    what: 'other',
    at: world.clock.now(),
    topic: 'cycle',
    words: { zh: { subject: 'x', text: 'x' }, en: { subject: 'x', text: 'x' } },
    path: '/student',
  });
  const own = (await findInbox(world.deps.table, student))?.key ?? '';
  const bytes = Buffer.from(token, 'base64url');
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(0) ^ 1, 0);
  const moved = Buffer.from(bytes.toString('latin1').replace('student-1', 'student-2'), 'latin1');
  expect(moved.equals(bytes)).toBe(false);
  for (const made of [
    changed.toString('base64url'),
    moved.toString('base64url'),
    unsubscribeToken(other, 'application', own),
    unsubscribeToken(student, 'application', 'guessed'),
    'e30',
  ])
    expect(await forge(made)).toBe(404);
  expect(await forge(unsubscribeToken(student, 'result', own))).toBe(409);
  // As a mail programme does it (RFC 8058), also twice.
  for (const _ of [1, 2]) {
    const response = await world.app.request(`/v1/unsubscribe/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(await response.json()).toEqual({ topic: 'application' });
  }
  const settings = await world.ok('getNoticeSettings', { as: people.student });
  expect(settings.topics).toEqual({ application: 'never' });
  expect((await world.ok('getNoticeSettings', { as: people.otherStudent })).topics).toEqual({});
});
