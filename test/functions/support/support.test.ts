import { afterAll, beforeAll, expect, it } from 'vitest';
import { CompanyId } from '../../../functions/ids.ts';
import { companySupport } from '../../../functions/support/view.ts';
import type { Table } from '../../../functions/table/table.ts';
import { postingContent } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const params = { roundId: world.round.id };
  const { version } = await world.ok('getMyRankList', { as: people.student, params });
  await world.ok('saveMyRankList', {
    as: people.student,
    params,
    body: { choices: [world.first.posting.id] },
    ifMatch: version,
  });
});
afterAll(() => world.stop());

it('shows what a student sees after a reason, which the trail keeps; never what is on a rank list', async () => {
  const params = { studentId: people.student.subject };
  const look = await world.ok('lookAtStudent', {
    as: people.coordinator,
    params,
    body: { reason: 'She wrote that her list is gone.' },
  });
  await world.settle();
  const trail = await world.ok('listAudit', {
    as: people.coordinator,
    query: { entity: people.student.subject },
  });
  expect(trail.items[0]).toMatchObject({
    action: 'support.look',
    by: 'coordinator:coordinator-1',
    reason: 'She wrote that her list is gone.',
  });
  const call = { as: people.coordinator, params: { ...params, lookId: look.id } };
  const seen = await world.ok('getStudentSupport', call);
  expect(seen.applications.map(({ id }) => id)).toEqual([world.application.id]);
  expect(seen.rankLists).toEqual([expect.objectContaining({ roundId: world.round.id, state: 'draft' })]);
  expect(JSON.stringify(seen.rankLists)).not.toContain(world.first.posting.id);
  expect((await world.request('getStudentSupport', { ...call, as: people.approver })).status).toBe(404);
  expect((await world.request('lookAtStudent', { as: people.coordinator, params, body: {} })).status).toBe(
    422,
  );
  world.clock.advance(31 * 60 * 1000);
  const late = await world.request('getStudentSupport', call);
  expect(await late.json()).toMatchObject({ code: 'support_look_over' });
});

it('shows what a company sees, with the letters of each who acts for it', async () => {
  const params = { companyId: world.first.company.id };
  const as = people.coordinator;
  const look = await world.ok('lookAtCompany', {
    as,
    params,
    body: { reason: 'They ask for their letters.' },
  });
  const seen = await world.ok('getCompanySupport', { as, params: { ...params, lookId: look.id } });
  expect(seen.postings).toMatchObject([{ id: world.first.posting.id, applications: { submitted: 2 } }]);
  expect(seen.recruiters[0]?.notices.map(({ letter }) => letter.state)).toEqual(['sent', 'sent']);
});

it('the trail is searched by person, item, kind and days, a page at a time', async () => {
  await world.settle();
  const as = people.coordinator;
  const all = async (query: Record<string, string>) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page: { items: { action: string; by: string }[]; next?: string | undefined } = await world.ok(
        'listAudit',
        { as, query: { limit: '2', ...query, ...(cursor !== undefined && { cursor }) } },
      );
      found.push(...page.items.map(({ action, by }) => `${by} ${action}`));
      cursor = page.next;
    } while (cursor !== undefined);
    return found;
  };
  expect(await all({ by: 'company:company-1' })).toEqual(
    (await all({})).filter((entry) => entry.startsWith('company:company-1 ')),
  );
  expect(await all({ action: 'posting.approved' })).toHaveLength(2);
  expect(await all({ action: 'support' })).toHaveLength(2);
  expect(await all({ action: 'posting', by: 'company:company-1' })).toHaveLength(3);
  expect((await all({ from: '2026-03-20', to: '2026-03-20' })).length).toBeGreaterThan(15);
  expect(await all({ to: '2026-03-19' })).toEqual([]);
  expect(await all({ from: '2026-03-21' })).toEqual([]);
});

it('reads the rounds of a cycle once, however many postings a company has in it', async () => {
  const companyId = world.first.company.id;
  for (const _ of [1, 2])
    await world.ok('createPosting', { as: people.company, params: { companyId }, body: postingContent() });
  const asked: string[] = [];
  const table: Table = {
    get: (key) => world.deps.table.get(key),
    write: (operations) => world.deps.table.write(operations),
    changes: (after, limit) => world.deps.table.changes(after, limit),
    query: (query) => {
      asked.push(query.pk);
      return world.deps.table.query(query);
    },
  };
  const coordinator = { kind: 'coordinator', subject: 'c', email: 'c@example.com', name: 'c' } as const;
  const { postings } = await companySupport(
    { ...world.deps, table },
    CompanyId.parse(companyId),
    coordinator,
  );
  expect(postings).toHaveLength(3);
  expect(asked.filter((pk) => pk.endsWith('#ROUNDS'))).toHaveLength(1);
});
