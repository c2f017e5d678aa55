import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wants } from '../../../functions/changes/consumer.ts';
import { consumers } from '../../../functions/changes/consumers.ts';
import { deadOf, layAside } from '../../../functions/changes/dead-change.ts';
import {
  CompanyId,
  offerId,
  placementId,
  PostingId,
  RoundId,
  StudentId,
  applicationId,
  InterviewSlotId,
} from '../../../functions/ids.ts';
import { interviews, interviewSlots } from '../../../functions/interview/store.ts';
import { offers } from '../../../functions/offer/store.ts';
import { getPlacement, placements } from '../../../functions/placement/store.ts';
import { postingList, putList, studentList } from '../../../functions/ranklist/store.ts';
import { holdingOf, holdings } from '../../../functions/rights/holdings.ts';
import { eraseDue } from '../../../functions/rights/erase.ts';
import { getRound, rounds } from '../../../functions/round/store.ts';
import { accessPatterns } from '../../../functions/table/access-patterns.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import type { Item } from '../../../functions/table/table.ts';
import { acceptingPost } from '../../../infra/local/access-patterns/accepting-post.ts';
import { completeInternship } from '../../support/completed.ts';
import { profile } from '../../support/samples.ts';
import { allChanges } from '../../support/table.ts';
import { people, startWorld, type World } from '../../support/world.ts';
import { join } from 'node:path';

const goner = { subject: 'k3v9q2x7mzp4', role: 'student', email: 'wei.an.zhuo@example.com' } as const;
const words = {
  preferred: '卓蔚安',
  passport: 'ZHUO WEIAN',
  about: 'I keep bees on a roof in Burnaby.',
  statement: 'Your heron sketches made me apply.',
  search: 'Heron work',
  agreement: 'We agree on Tuesdays at the lighthouse.',
  look: 'She wrote that her heron page is blank.',
  mark: 'Knows everything about kestrels.',
};
const traces = [goner.subject, goner.email, ...Object.values(words)];

let world: World;
beforeAll(async () => {
  world = await startWorld(undefined, undefined, acceptingPost);
  const { deps, first, round, ok, settle } = world;
  const as = goner;
  const names = { preferred: words.preferred, chinese: words.preferred, passport: words.passport };
  await ok('saveProfile', { as, body: { ...profile(), names, about: words.about }, ifMatch: 0, key: 'a' });
  const search = { name: words.search, conditions: {}, digest: true, lang: 'en' };
  await ok('saveSearch', { as, body: search, key: 'b' });
  const url = 'https://receiver.example/hooks';
  const types = ['application.state_changed'];
  await ok('createWebhook', { as: people.coordinator, body: { name: 'Test', url, types } });
  const body = {
    postingId: first.posting.id,
    content: { statement: words.statement, answers: [] },
    submit: true,
  };
  const application = await ok('apply', { as, body, key: 'c' });
  await settle();
  const [studentId, postingId, roundId] = [
    StudentId.parse(as.subject),
    PostingId.parse(first.posting.id),
    RoundId.parse(round.id),
  ];
  // The company looks at it, a coordinator looks for a reason.
  await ok('moveApplication', {
    as: people.company,
    params: { applicationId: application.id },
    body: { to: 'shortlisted' },
    ifMatch: application.version,
  });
  const student = { studentId };
  await ok('lookAtStudent', { as: people.coordinator, params: student, body: { reason: words.look } });
  // An invitation link that the student came by.
  const referrer = { name: { en: 'A union' }, kind: 'student_union', email: people.referrer.email };
  await ok('createReferrer', { as: people.coordinator, body: referrer });
  const link = await ok('createInvitationLink', {
    as: people.referrer,
    body: { label: 'All', cap: 2, expiresAt: '2026-04-10T00:00:00.000Z' },
  });
  const code = link.url.slice(link.url.lastIndexOf('/') + 1);
  const joined = await ok('joinByInvitation', { as, params: { code } });
  await ok('setReferralConsent', {
    as,
    body: { consent: joined.consentVersion },
    ifMatch: joined.referral?.version ?? 0,
  });
  // What later phases leave behind, as their stores keep it.
  const by = { by: `student:${studentId}`, action: 'test.play', at: deps.clock.now() };
  const ids = { studentId, postingId, companyId: CompanyId.parse(first.company.id), cycleId: world.cycle.id };
  const slotId = InterviewSlotId.parse('slt_0000000000000001');
  const span = { start: '2026-04-20T01:00:00.000Z', end: '2026-04-20T01:30:00.000Z' };
  const place = { kind: 'words', words: 'Room 1' } as const;
  const meeting = { ...ids, ...span, zone: 'Asia/Shanghai', recruiter: people.company.subject, place };
  const { studentId: _, ...slot } = meeting;
  const list = await postingList(deps.table, round, postingId);
  const theirs = await studentList(deps.table, round, studentId);
  const choices = [[studentId, StudentId.parse(people.student.subject)]];
  await deps.table.write([
    interviewSlots.create({ ...slot, id: slotId, taken: true }, by),
    interviews.create(
      {
        ...meeting,
        id: applicationId(studentId, postingId),
        slotId,
        sequence: 0,
        changedAt: by.at,
        state: 'booked',
      },
      by,
    ),
    putList({ ...list, choices, certified: choices, state: 'certified' }, by),
    putList({ ...theirs, choices: [postingId], certified: [postingId], state: 'locked' }, by),
    offers.create({ ...ids, id: offerId(studentId, roundId), roundId, state: 'accepted' }, by),
  ]);
  await completeInternship(world, as);
  await settle();
  const [certificate] = (await ok('listMyCertificates', { as })).items;
  await ok('confirmCertificate', {
    as,
    params: { certificateId: certificate?.id ?? '' },
    body: { show: 'both' },
    ifMatch: certificate?.version ?? 0,
  });
  await settle();
  await deps.mail.send({
    id: `digest#${as.email}`,
    to: as.email,
    subject: words.preferred,
    text: words.about,
    sentAt: by.at,
  });
  const file = 'agreements/1.pdf';
  const { bytes, sha256 } = await deps.files.put(file, new TextEncoder().encode(words.agreement));
  const placement = await getPlacement(deps.table, placementId(studentId, roundId));
  const pdf = { kind: 'pdf', file, name: 'agreement.pdf', bytes, sha256 } as const;
  const versions = [{ number: 1, content: pdf, by: 'student', at: by.at } as const];
  const checkIn = { mark: 5, words: words.mark };
  await deps.table.write([
    placements.update(
      {
        ...placement,
        checklist: { agreement: { versions, confirmed: {} } },
        checkIns: { company: { ...checkIn, at: by.at } },
      },
      by,
    ),
  ]);
  const change = { id: '1', key: { pk: `STUDENT#${studentId}`, sk: 'PROFILE' }, stamp: by };
  await deps.table.write([layAside(deadOf('nobody', change, { error: 'none', at: by.at }), by)]);
  await settle();
});
afterAll(() => world.stop());

const wholeRecord = async (): Promise<Item[]> => {
  const record = openSqliteTable({ file: join(world.folder, 'record.sqlite'), clock: world.clock });
  try {
    return await Array.fromAsync(record.items());
  } finally {
    record.close();
  }
};
const foundIn = (value: unknown): string[] => {
  const text = JSON.stringify(value);
  return traces.filter((trace) => text.includes(trace));
};
const itemsWithTraces = async (): Promise<string[]> =>
  (await wholeRecord())
    .filter((item) => foundIn(item).length > 0)
    .map((item) => `${item.pk} ${item.sk} (${foundIn(item).join(', ')})`);

/** Whom the search finds for a posting that nobody applied to. */
const candidates = async (): Promise<string[]> => {
  const params = { postingId: world.second.posting.id };
  const { items } = await world.ok('listCandidates', { as: people.coordinator, params });
  return items.map(({ studentId }) => studentId);
};
const ask = (body: object = {}) =>
  world.request('requestDeletion', {
    as: goner,
    body: { email: goner.email, when: 'in_a_week', certificates: 'remove', lang: 'en', ...body },
  });
const weekMs = 7 * 24 * 60 * 60 * 1000;

describe('the register', () => {
  it('has a line for every way in which the record is read as it lies', () => {
    const idle = accessPatterns.filter(
      ({ from, pk, sk }) => (from === 'item' || from === 'table') && holdingOf({ pk, sk }) === undefined,
    );
    expect(idle.map(({ finds }) => finds)).toEqual([]);
  });
  it('has a line for every kind of item that is kept', async () => {
    const idle = (await wholeRecord()).filter((item) => holdingOf(item) === undefined);
    expect(idle.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
  });
  it('names no kind twice', () => {
    const all = holdings.flatMap(({ of }) => of);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('what is held', () => {
  it('is shown to the student, each kind under its name, with who saw it', async () => {
    const data = await world.ok('getMyData', { as: goner });
    expect(Object.keys(data.held)).toEqual(
      expect.arrayContaining(['profile', 'application', 'saved_search', 'referral', 'certificate', 'letter']),
    );
    expect(data.seenBy.map(({ kind }) => kind).toSorted()).toEqual(['company', 'coordinator', 'referrer']);
    expect(data.consents.map(({ to }) => to)).toEqual(['privacy', 'ranking', 'referrer']);
    // An offer of a round that is not public stays out of sight here too.
    expect(data.held.offer).toBeUndefined();
  });

  it('comes as a page in which nothing runs', async () => {
    const as = people.otherStudent;
    const { version } = await world.ok('getProfile', { as });
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    await world.ok('saveProfile', { as, body: { ...profile(), about: hostile }, ifMatch: version });
    const response = await world.request('getMyDataPage', { as, query: { lang: 'en' } });
    const page = await response.text();
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toMatch(/<script|<img/);
  });
});

describe('a request for deletion', () => {
  it('needs the address, is made once, and can be taken back', async () => {
    expect((await ask({ email: 'other@example.com' })).status).toBe(422);
    expect((await ask()).status).toBe(202);
    expect((await ask()).status).toBe(409);
    await world.settle();
    const { deletion, held } = await world.ok('getMyData', { as: goner });
    expect(JSON.stringify(held.notice)).toContain('Your deletion request has arrived');
    const listed = await world.ok('listDeletions', { as: people.coordinator });
    expect(listed.items).toMatchObject([{ state: 'requested' }]);
    expect(foundIn(listed)).toEqual([]);
    await world.ok('getProfile', { as: goner });
    const undo = { as: goner, ifMatch: deletion?.version ?? 0 };
    expect((await world.request('undoDeletion', undo)).status).toBe(204);
    world.clock.advance(weekMs + 1);
    await eraseDue(world.deps);
    expect((await world.request('getProfile', { as: goner })).status).toBe(200);
  });

  it('waits for a round that has the list behind its fence', async () => {
    expect((await ask({ when: 'now' })).status).toBe(202);
    await eraseDue(world.deps);
    expect((await world.ok('getMyData', { as: goner })).deletion?.waitsFor).toBe('round');
  });

  it('leaves nothing of the person anywhere', async () => {
    const before = await itemsWithTraces();
    expect(await world.deps.files.list()).toContain('agreements/1.pdf');
    expect(await candidates()).toContain(goner.subject);
    expect(before.length).toBeGreaterThan(20);
    const { deps } = world;
    const round = await getRound(deps.table, RoundId.parse(world.round.id));
    const by = { by: 'test', action: 'test', at: deps.clock.now() };
    await deps.table.write([
      rounds.update({ ...round, state: 'voided', ended: { at: by.at, by: 'test' }, reason: 'test' }, by),
    ]);
    await world.settle();
    await eraseDue(deps);
    await world.settle();
    expect(world.entries.filter(({ event }) => event === 'deletion_failed')).toEqual([]);
    expect(await itemsWithTraces()).toEqual([]);
    expect(await deps.files.list()).not.toContain('agreements/1.pdf');
    for (const name of await deps.files.list()) {
      const bytes = await Array.fromAsync((await deps.files.read(name)) ?? []);
      expect(foundIn(Buffer.concat(bytes).toString('utf8'))).toEqual([]);
    }
    expect(await candidates()).not.toContain(goner.subject);
    expect((await world.request('getProfile', { as: goner })).status).toBe(401);
    const listed = await world.ok('listDeletions', { as: people.coordinator });
    expect(listed.items).toMatchObject([{ state: 'done' }]);
  });

  it('is not undone by any change that comes late or again', async () => {
    const changes = await allChanges(world.deps.table);
    for (const consumer of consumers)
      for (const change of changes.filter(({ key }) => key.pk === `STUDENT#${goner.subject}`))
        if (wants(consumer, change)) await consumer.consume(world.deps, [change]);
    await world.settle();
    expect(await itemsWithTraces()).toEqual([]);
  });
});
