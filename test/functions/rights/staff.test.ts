import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluations } from '../../../functions/evaluation/store.ts';
import { accountRemoval } from '../../../functions/identity/account-removal.ts';
import { accountsIn } from '../../../functions/identity/accounts.ts';
import {
  evaluationId,
  PlacementId,
  partsOfPlacementId,
  placementId,
  type StudentId,
} from '../../../functions/ids.ts';
import { getPlacement, placements } from '../../../functions/placement/store.ts';
import { eraseDue } from '../../../functions/rights/erase.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import { acceptingPost } from '../../../infra/local/access-patterns/accepting-post.ts';
import { joinCompany } from '../../support/join-company.ts';
import { completeInternship } from '../../support/completed.ts';
import { filesWithTraces } from '../../support/everything.ts';
import type { Person } from '../../support/request.ts';
import { companyContent, postingContent } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const weekMs = 7 * 24 * 60 * 60 * 1000;
const leaver = {
  subject: 'rcptq81zk4',
  role: 'company',
  email: 'Ming.Hua@recruiting.example',
  name: '华明远',
} as const;
const traces = [leaver.name, leaver.email, leaver.email.toLowerCase()];
let world: World;
let placementOf: PlacementId;
beforeAll(async () => {
  world = await startWorld(undefined, undefined, acceptingPost);
});
afterAll(() => world.stop());

const ask = (as: Person, when: 'now' | 'in_a_week' = 'now', email = as.email) =>
  world.request('requestDeletion', { as, body: { email, when, lang: 'en' } });
const problemOf = async (response: Response) => {
  const { code, facts }: { code?: string; facts?: object } = JSON.parse(await response.text());
  return { status: response.status, code, facts };
};
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) {
    await eraseDue(world.deps);
    await world.settle();
  }
};
const dataOf = (as: Person) => world.ok('getMyData', { as });

/** What a recruiter leaves behind: named by the company, by an internship and by an evaluation. */
const recruit = async (): Promise<void> => {
  const { ok, first, deps } = world;
  const params = { companyId: first.company.id };
  await joinCompany(world, { inviter: people.company, as: leaver, companyId: first.company.id });
  const { version } = await ok('getCompany', { as: leaver, params });
  const contact = { name: leaver.name, email: leaver.email, phone: '+862165431234' };
  const change = (to: object, ifMatch: number) =>
    ok('updateCompany', {
      as: leaver,
      params,
      body: { ...companyContent(1), contact: to, evidence: `Ask ${leaver.email}.` },
      ifMatch,
    });
  const proposed = await change(contact, version);
  const accepted = await ok('decideCompanyChange', {
    as: people.coordinator,
    params,
    body: { accept: true },
    ifMatch: proposed.version,
  });
  // Another number waits for a check when its owner goes.
  await change({ ...contact, phone: '+862165439999' }, accepted.version);
  const draft = { ...postingContent(), mentor: leaver.name };
  await ok('createPosting', { as: leaver, params, body: draft, key: 'posting' });
  await ok('createWebhook', {
    as: leaver,
    body: { name: 'Ours', url: 'https://receiver.example/hooks', types: ['application.state_changed'] },
  });
  const { version: chosen, offered: _, ...settings } = await ok('getNoticeSettings', { as: leaver });
  await ok('saveNoticeSettings', { as: leaver, body: settings, ifMatch: chosen });
  placementOf = PlacementId.parse(await completeInternship(world, people.student));
  const by = { by: `company:${leaver.subject}`, action: 'evaluation.submitted', at: deps.clock.now() };
  const placement = await getPlacement(deps.table, placementOf);
  const { roundId, cycleId, studentId, companyId } = placement;
  const mentor = { name: leaver.name, email: leaver.email.toLowerCase(), by: 'company', at: by.at } as const;
  await deps.table.write([
    placements.update({ ...placement, checklist: { mentor } }, { ...by, action: 'placement.mentor' }),
    evaluations.create(
      {
        roundId,
        cycleId,
        studentId,
        companyId,
        placementId: placement.id,
        id: evaluationId(studentId, roundId, 'final', 'company'),
        kind: 'final',
        side: 'company',
        state: 'submitted',
        reminded: [],
        form: [],
        opensAt: by.at,
        dueAt: by.at,
        submittedAt: by.at,
        answers: { word: 'Reliable.' },
        submittedBy: leaver.name,
      },
      by,
    ),
  ]);
  await deps.mail.send({ id: 'l1', to: leaver.email, subject: 'A word', text: leaver.name, sentAt: by.at });
  await world.settle();
};

describe('a recruiter', () => {
  it('sees what is held, each kind under its name, and takes it along', async () => {
    await recruit();
    const data = await dataOf(leaver);
    expect(data.role).toBe('company');
    expect(Object.keys(data.held).toSorted()).toEqual([
      'account',
      'asked',
      'evaluation',
      'inbox',
      'letter',
      'membership',
      'notice',
      'notice_settings',
      'trail',
      'webhook',
    ]);
    expect(data.held.account).toEqual([{ ...leaver, email: leaver.email }]);
    expect(data.held.trail?.map(({ action }) => action)).toContain('company.update');
    expect(JSON.stringify(data)).not.toMatch(/whsec_|secrets/);
    expect(data.seenBy).toEqual([expect.objectContaining({ kind: 'company' })]);
    const page = await (await world.request('getMyDataPage', { as: leaver, query: { lang: 'en' } })).text();
    expect(page).toContain('<h2>What you did</h2>');
    expect(page).toContain(leaver.name);
    // Another one's is never among it.
    expect(JSON.stringify((await dataOf(people.company)).held)).not.toContain('Reliable.');
  });

  it('asks with the address, once, is written to, and can take it back', async () => {
    expect((await ask(leaver, 'now', 'other@example.com')).status).toBe(422);
    expect((await ask(leaver, 'in_a_week')).status).toBe(202);
    expect((await ask(leaver)).status).toBe(409);
    await world.settle();
    const { letters } = await world.deps.mail.received(leaver.email, { limit: 10 });
    expect(letters.map(({ subject }) => subject).join(' ')).toContain(
      'We have received your request to delete your account',
    );
    const { deletion } = await dataOf(leaver);
    const undone = await world.request('undoDeletion', { as: leaver, ifMatch: deletion?.version ?? 0 });
    expect(undone.status).toBe(204);
    world.clock.advance(weekMs + 1);
    await turns();
    expect((await dataOf(leaver)).held.membership).toHaveLength(1);
  });

  it('goes, and leaves neither name nor address; what was the company’s stays', async () => {
    expect((await filesWithTraces(world.folder, traces)).length).toBeGreaterThanOrEqual(traces.length);
    const as = people.company;
    const params = { companyId: world.first.company.id };
    const { version } = await world.ok('getCompany', { as, params });
    // Another company has asked meanwhile.
    const asking = { companyId: world.second.company.id };
    await world.ok('inviteRecruiter', {
      as: people.otherCompany,
      params: asking,
      body: { email: leaver.email },
    });
    expect((await ask(leaver)).status).toBe(202);
    await turns();
    expect(world.entries.filter(({ event }) => event === 'deletion_failed')).toEqual([]);
    expect(await filesWithTraces(world.folder, traces)).toEqual([]);
    const contact = { name: expect.stringContaining('Former recruiter'), email: as.email };
    const company = await world.ok('getCompany', { as, params });
    expect(company.content.contact).toEqual(contact);
    expect('proposed' in company && company.proposed?.contact).toEqual(contact);
    expect(company.content.evidence).toBe('Ask nobody@left.invalid.');
    expect(company.version).toBe(version + 1);
    const { items } = await world.ok('listCompanyPostings', { as, params });
    expect(items.map((posting) => posting.content.mentor)).toContainEqual(
      expect.stringContaining('已离开的招聘人员'),
    );
    const { checklist } = await getPlacement(world.deps.table, placementOf);
    expect(checklist.mentor).toMatchObject({ email: 'nobody@left.invalid' });
    const { student, round } = partsOfPlacementId(placementOf);
    const evaluation = await world.ok('getEvaluation', {
      as: people.coordinator,
      params: { evaluationId: evaluationId(student, round, 'final', 'company') },
    });
    expect(evaluation.submittedBy).toContain('Former recruiter');
    expect((await world.ok('listWebhooks', { as })).items).toHaveLength(1);
  });

  it('is called by the part in the trail, and can do nothing more', async () => {
    const query = { by: `company:${leaver.subject}`, action: 'company.update' };
    const {
      items: [item],
    } = await world.ok('listAudit', { as: people.coordinator, query });
    expect(item).toMatchObject({ former: { role: 'company', company: { en: expect.any(String) } } });
    const register = { as: leaver, body: companyContent(7) };
    expect((await world.request('registerCompany', register)).status).toBe(401);
    const listed = await world.ok('listDeletions', { as: people.coordinator });
    expect(listed.items).toMatchObject([{ state: 'done' }]);
  });
});

describe('the last recruiter of a company', () => {
  const colleague = { subject: 'company-9', role: 'company', email: 'hr9@example.com' } as const;
  /** An internship under way. */
  const employ = async (studentId: StudentId): Promise<void> => {
    const { roundId, cycleId, postingId, startsOn, endsOn, zone, confirmedAt, checkIns, endedOnBefore } =
      await getPlacement(world.deps.table, placementOf);
    const by = { by: 'test', action: 'test', at: world.clock.now() };
    const common = {
      roundId,
      cycleId,
      postingId,
      startsOn,
      endsOn,
      zone,
      confirmedAt,
      checkIns,
      endedOnBefore,
    };
    const [id, companyId] = [placementId(studentId, roundId), world.second.company.id];
    const active = {
      ...common,
      id,
      studentId,
      companyId,
      checklist: {},
      state: 'active',
      startedAt: by.at,
    } as const;
    await world.deps.table.write([placements.create(active, by)]);
  };

  it('hands over what is open first, and is told so before', async () => {
    const { studentId } = world.otherApplication;
    await employ(studentId);
    const as = people.otherCompany;
    expect((await dataOf(as)).duties).toEqual({
      kind: 'last_recruiter',
      placements: 1,
      evaluations: 0,
      offers: 0,
    });
    expect(await problemOf(await ask(as))).toMatchObject({ status: 409, code: 'hand_over_first' });
  });

  it('is waited for where the colleague has left in the meantime', async () => {
    const as = people.otherCompany;
    const params = { companyId: world.second.company.id };
    await joinCompany(world, { inviter: as, as: colleague, ...params });
    expect((await ask(as)).status).toBe(202);
    expect((await ask(colleague)).status).toBe(202);
    await turns();
    const open = await Promise.all(
      [as, colleague].map(async (one) => {
        const response = await world.request('getMyData', { as: one });
        const data: { deletion?: { waitsFor?: string } } = JSON.parse(await response.text());
        return data.deletion?.waitsFor;
      }),
    );
    // Which of the two came first is open; the other stays until somebody takes over.
    expect(open.filter((waits) => waits === 'handover')).toHaveLength(1);
    const stays = open[0] === 'handover' ? as : colleague;
    const third = { subject: 'company-10', role: 'company', email: 'hr10@example.com' } as const;
    await joinCompany(world, { inviter: stays, as: third, ...params });
    await turns();
    const { items } = await world.ok('listRecruiters', { as: third, params });
    expect(items.map(({ email }) => email)).toEqual([third.email]);
  });
});

describe('a referrer’s member', () => {
  it('goes, and the links stay', async () => {
    const as = { ...people.referrer, name: '梁若水' };
    const referrer = { name: { en: 'A union' }, kind: 'student_union', email: as.email };
    await world.ok('createReferrer', { as: people.coordinator, body: referrer });
    const link = { label: 'All', cap: 2, expiresAt: '2026-05-10T00:00:00.000Z' };
    await world.ok('createInvitationLink', { as, body: link });
    await world.settle();
    const data = await dataOf(as);
    expect(Object.keys(data.held).toSorted()).toEqual(['account', 'invitation_link', 'membership', 'trail']);
    expect((await ask(as)).status).toBe(202);
    await turns();
    expect(await filesWithTraces(world.folder, [as.name, as.email])).toEqual([]);
    expect((await world.request('createInvitationLink', { as, body: link })).status).toBe(403);
    const { items } = await world.ok('listReferrers', { as: people.coordinator });
    expect(items.map((one) => one.people)).toEqual([[]]);
  });
});

describe('a coordinator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coordinators-'));
  const table = openSqliteTable({
    file: join(folder, 'identity.sqlite'),
    clock: { now: () => '2026-03-20T08:00:00.000Z' },
  });
  const accounts = accountsIn({ table, clock: { now: () => '2026-03-20T08:00:00.000Z' }, cost: 2 ** 4 });
  const password = 'a long password';
  afterAll(() => {
    table.close();
    rmSync(folder, { recursive: true });
  });

  it('goes while another one stays; the last does not', async () => {
    world.deps.accounts = accountRemoval(table, accounts);
    const first = await accounts.create({
      email: 'a@desk.example',
      name: '石映川',
      password,
      role: 'coordinator',
    });
    const second = await accounts.create({
      email: 'b@desk.example',
      name: 'B',
      password,
      role: 'coordinator',
    });
    const [one, other] = [first, second].map(({ subject, role, email, name }) => ({
      subject,
      role,
      email,
      name,
    }));
    if (one === undefined || other === undefined) throw new Error('nobody');
    expect((await ask(one)).status).toBe(202);
    await turns();
    expect(await accounts.find(one.subject)).toBeUndefined();
    expect(await filesWithTraces(world.folder, [one.name, one.email])).toEqual([]);
    // A token that outlives its account reads nothing either.
    expect((await world.request('listStudents', { as: one })).status).toBe(401);
    expect(await problemOf(await ask(other))).toMatchObject({ code: 'last_coordinator' });
    expect((await dataOf(other)).duties).toEqual({ kind: 'last_coordinator' });
  });
});
