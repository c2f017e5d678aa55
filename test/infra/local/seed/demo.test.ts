import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationTransitions, isLive } from '../../../../functions/application/rules.ts';
import type { Application } from '../../../../functions/application/schema.ts';
import { applications, getUsed, ofStudent } from '../../../../functions/application/store.ts';
import { signerFrom } from '../../../../functions/certificate/signer.ts';
import { isUnifiedSocialCreditCode } from '../../../../functions/company/registration.ts';
import type { Company } from '../../../../functions/company/schema.ts';
import { companyOfRecruiter } from '../../../../functions/company/recruiters.ts';
import { allCompanies } from '../../../../functions/company/store.ts';
import type { Cycle } from '../../../../functions/cycle/schema.ts';
import { currentCycle, cycles } from '../../../../functions/cycle/store.ts';
import type { Deps } from '../../../../functions/deps.ts';
import { type Accounts, accountsIn } from '../../../../functions/identity/accounts.ts';
import type { Posting } from '../../../../functions/posting/schema.ts';
import { ofCycle, postings } from '../../../../functions/posting/store.ts';
import { meets } from '../../../../functions/seating/condition.ts';
import { inForce } from '../../../../functions/seating/in-force.ts';
import { requirePossible } from '../../../../functions/seating/rules.ts';
import { seatingOf } from '../../../../functions/seating/store.ts';
import { Profile, type Student } from '../../../../functions/student/schema.ts';
import { students } from '../../../../functions/student/store.ts';
import { openSqliteTable } from '../../../../functions/table/sqlite.ts';
import type { Table } from '../../../../functions/table/table.ts';
import { roundsOfCycle } from '../../../../functions/round/store.ts';
import { storedInstance, storedResult } from '../../../../functions/round/run.ts';
import { verify } from '../../../../matching/round/verify.ts';
import { embeddedPorts } from '../../../../infra/local/ports.ts';
import { demoAccounts } from '../../../../infra/local/seed/accounts.ts';
import { seedDemo } from '../../../../infra/local/seed/demo.ts';
import { allChanges } from '../../../support/table.ts';

const today = '2026-04-06';
const clock = { now: () => '2026-04-06T02:00:00.000Z' };

const logged: string[] = [];
const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of opened) await end();
});

const seeded = async (): Promise<{ deps: Deps; table: Table; accounts: Accounts }> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'seed-'));
  const identity = { verify: async () => undefined };
  const ports = embeddedPorts({ dataDir, clock, identity, log: ({ event }) => logged.push(event) });
  // The key of a deployment is its own; that of a certificate would tell one record from the other.
  const signer = async () => signerFrom(Buffer.from('the signing secret of the tests'));
  const deps = { ...ports.deps, signer };
  const accounts = accountsIn({ table: openSqliteTable({ file: ':memory:', clock }), clock, cost: 2 ** 10 });
  await seedDemo(deps, accounts, { today });
  opened.push(async () => {
    ports.close();
    await rm(dataDir, { recursive: true });
  });
  return { deps, table: deps.table, accounts };
};

const fingerprint = async (table: Table): Promise<string> => {
  const hash = createHash('sha256');
  for (const { key, after, stamp } of await allChanges(table))
    hash.update(JSON.stringify([key, after, stamp]));
  return hash.digest('hex');
};

let deps: Deps;
let table: Table;
let accounts: Accounts;
let cycle: Cycle;
let companies: Company[];
let offered: Posting[];
let everyone: Student[];
let applied: Application[];
beforeAll(async () => {
  ({ deps, table, accounts } = await seeded());
  cycle = await currentCycle(table);
  companies = await Array.fromAsync(allCompanies(table));
  offered = await Array.fromAsync(postings.all(table, ofCycle(cycle.id)));
  everyone = await Array.fromAsync(students.all(table, { index: 'gsi1', pk: 'STUDENTS' }));
  const lists = everyone.map(({ id }) => Array.fromAsync(applications.all(table, ofStudent(id))));
  applied = (await Promise.all(lists)).flat().filter(({ cycleId }) => cycleId === cycle.id);
});

test('is of the size of a real programme', () => {
  expect(companies).toHaveLength(76);
  expect(offered.length).toBeGreaterThanOrEqual(130);
  expect(offered.length).toBeLessThanOrEqual(180);
  expect(applied.length).toBeGreaterThanOrEqual(750);
  expect(applied.length).toBeLessThanOrEqual(1_050);
  expect(new Set(offered.map(({ content }) => content.category)).size).toBe(14);
  const majors = new Set(everyone.flatMap(({ profile }) => profile.majors ?? []));
  expect(majors.size).toBeGreaterThanOrEqual(30);
  const countries = new Set(everyone.flatMap(({ profile }) => profile.residences?.at(-1)?.country ?? []));
  expect(countries.size).toBeGreaterThanOrEqual(18);
});

test('is in the applying phase, which ends in nine days at 18:00 in Shanghai', () => {
  expect(cycle.phase).toBe('applying');
  expect(cycle.windows.applying).toEqual({
    from: '2026-03-16T01:00:00.000Z',
    to: '2026-04-15T10:00:00.000Z',
  });
});

test('leaves work for everyone', () => {
  const states = (list: readonly { state: string }[]) => Object.groupBy(list, ({ state }) => state);
  expect(Object.keys(states(companies))).toEqual(
    expect.arrayContaining(['draft', 'submitted', 'needs_info', 'verified']),
  );
  expect(Object.keys(states(offered))).toEqual(
    expect.arrayContaining(['draft', 'submitted', 'changes_requested', 'approved', 'published']),
  );
  expect(Object.keys(states(applied))).toEqual(
    expect.arrayContaining([
      'draft',
      'submitted',
      'reviewing',
      'shortlisted',
      'interviewing',
      'rankable',
      'not_selected',
    ]),
  );
});

test('has registration numbers that check out, each once', () => {
  const codes = companies.flatMap(({ content: { registration } }) =>
    registration?.kind === 'cn' ? registration.code : [],
  );
  expect(codes).toHaveLength(74);
  expect(codes.every(isUnifiedSocialCreditCode)).toBe(true);
  expect(new Set(codes).size).toBe(codes.length);
});

test('has applications only to published postings, at most eight live ones a student, counted', async () => {
  const published = new Map(
    offered.flatMap((posting) => (posting.state === 'published' ? [[posting.id, posting]] : [])),
  );
  for (const application of applied) {
    const posting = published.get(application.postingId);
    if (posting === undefined) throw new Error(`${application.id} is to a posting that is not published`);
    expect(application.content.answers).toHaveLength(posting.content.questions.length);
  }
  for (const { id } of everyone) {
    const own = applied.filter(({ studentId }) => studentId === id);
    const live = own.filter(({ state }) => isLive(state)).length;
    expect((await getUsed(table, id, cycle.id))?.used ?? 0).toBe(live);
    expect(live).toBeLessThanOrEqual(cycle.applicationCap);
  }
});

test('has histories that the rules allow, in order, none in the future', () => {
  for (const { history, state } of applied) {
    expect(history.at(-1)?.state).toBe(state);
    for (const [index, step] of history.entries()) {
      const before = history[index - 1];
      expect(step.at < clock.now() && step.at >= cycle.windows.applying.from).toBe(true);
      if (before === undefined) continue;
      expect(applicationTransitions[before.state]).toContain(step.state);
      expect(before.at < step.at).toBe(true);
    }
  }
});

test('only complete profiles have applied', () => {
  const complete = new Set(
    everyone.filter(({ profile }) => Profile.safeParse(profile).success).map(({ id }) => id),
  );
  expect(complete.size).toBe(everyone.length - 1);
  expect(applied.filter(({ studentId }) => !complete.has(studentId))).toEqual([]);
});

test('the demonstration accounts can sign in and find what they are told', async () => {
  const subjects = demoAccounts.map(
    async ({ email, password }) => (await accounts.authenticate(email, password))?.subject,
  );
  expect(await Promise.all(subjects)).toEqual(demoAccounts.map(({ subject }) => subject));
  const lin = applied.filter(({ studentId }) => studentId === 'demo-student-lin-xiaoyu');
  expect(lin.map(({ state }) => state).toSorted()).toEqual(['rankable', 'shortlisted', 'submitted']);
  const wutong = await companyOfRecruiter(table, 'hr@wutong.demo.example');
  const own = applied.filter(({ companyId }) => companyId === wutong);
  expect(offered.filter(({ companyId }) => companyId === wutong)).toHaveLength(4);
  expect(own.length).toBeGreaterThanOrEqual(20);
  expect(own.some(({ state }) => state === 'submitted')).toBe(true);
  expect(await companyOfRecruiter(table, 'new@demo.example')).toBeUndefined();
});

test('the demonstration’s company shares, reserves and passes on seats, and nothing is odd about it', async () => {
  const companyId = await companyOfRecruiter(table, 'hr@wutong.demo.example');
  if (companyId === undefined) throw new Error('there is no such company');
  const seating = await seatingOf(table, companyId, cycle.id);
  const own = offered.filter((posting) => posting.companyId === companyId);
  expect([seating.groups, seating.reserves, seating.transfers].map((list) => list.length)).toEqual([1, 1, 1]);
  const seats = new Map<string, number>(own.map(({ id, content }) => [id, content.capacity ?? 0]));
  expect(() => requirePossible(seating, seats)).not.toThrow();
  expect(inForce(seating, seats).oddities).toEqual([]);
  const lin = everyone.find(({ id }) => id === 'demo-student-lin-xiaoyu');
  expect(seating.reserves.map(({ condition }) => meets(condition, lin?.profile ?? {}))).toEqual([true]);
});

test('the year before ended with a published match that anyone can verify', async () => {
  const { items } = await cycles.list(table, { index: 'gsi1', pk: 'CYCLES' });
  const archived = items.find(({ phase }) => phase === 'archived');
  if (archived === undefined) throw new Error('there is no archived cycle');
  const published = (await roundsOfCycle(table, archived.id)).items.filter(
    (round) => round.state === 'published',
  );
  expect(published.map(({ kind }) => kind)).toEqual(['supplementary', 'main']);
  for (const round of published) {
    expect(round.computed.by).not.toBe(round.approved.by);
    const [instance, result] = await Promise.all([
      storedInstance(deps, round.snapshot),
      storedResult(deps, round.result),
    ]);
    expect(verify(instance, result, `sha256:${round.snapshot.sha256}`)).toEqual([]);
    expect(round.result.matched).toBeGreaterThanOrEqual(round.kind === 'main' ? 30 : 1);
    expect(round.published.at < cycle.windows.posting.from).toBe(true);
  }
  const ended = await Array.fromAsync(postings.all(table, ofCycle(archived.id)));
  expect(new Set(ended.map(({ state }) => state))).toEqual(new Set(['filled', 'unfilled']));
  expect(ended).toHaveLength(20);
  expect(logged).toEqual([]);
});

test('no two descriptions are the same, and texts come in both languages', () => {
  const texts = offered.map(({ content }) => content.description?.zh ?? '');
  expect(new Set(texts).size).toBe(texts.length);
  expect(
    offered.every(({ content }) => content.title.zh && content.title.en && content.description?.en),
  ).toBe(true);
});

test('the same day gives the same record', async () => {
  expect(await fingerprint((await seeded()).table)).toBe(await fingerprint(table));
});
