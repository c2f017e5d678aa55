import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { OperationName } from '../../../functions/operations.ts';
import type { Post } from '../../../functions/webhook/post.ts';
import { makeKey } from '../../support/partners.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const send = vi.fn<Post['send']>(async () => ({ status: 200, ms: 1 }));
let world: World;
beforeAll(async () => {
  world = await startWorld(undefined, undefined, { check: async () => {}, send });
});
afterAll(() => world.stop());

const told = (): string[] =>
  send.mock.calls.map(([, { body }]) => z.object({ type: z.string() }).parse(JSON.parse(body)).type);
const Refused = z.object({ code: z.string() });

it('a suspended company keeps its own page and notices, and nothing else, until a coordinator lets it go on', async () => {
  const { company, posting } = world.first;
  const params = {
    companyId: company.id,
    postingId: posting.id,
    applicationId: world.application.id,
    email: people.company.email,
  };
  const key = await makeKey(world, { companyId: company.id, scopes: ['applications:read', 'postings:read'] });
  await world.ok('createWebhook', {
    as: people.company,
    body: {
      name: 'Ours',
      url: 'https://receiver.example/hooks',
      types: ['application.state_changed', 'company.state_changed'],
    },
  });
  const move = async (to: string) => {
    const { version } = await world.ok('getCompany', { as: people.coordinator, params });
    await world.ok('moveCompany', {
      as: people.coordinator,
      params,
      body: { to, reason: 'A copy of another company.' },
      ifMatch: version,
    });
    await world.settle();
  };
  const answers = async (name: OperationName, more: object = {}) => {
    const response = await world.request(name, { as: people.company, params, ...more });
    return response.ok ? 'ok' : Refused.parse(await response.json()).code;
  };
  const byKey = { as: undefined, headers: key.headers };
  const reading = ['listApplicants', 'getApplicant', 'listCompanyInterviews', 'listCompanyOffers'] as const;

  await move('suspended');
  for (const name of reading) expect([name, await answers(name)]).toEqual([name, 'company_suspended']);
  expect(await answers('inviteRecruiter', { body: { email: 'more@example.com' } })).toBe('company_suspended');
  expect(
    await answers('moveApplication', {
      body: { to: 'not_selected', reason: 'No.' },
      ifMatch: world.application.version,
    }),
  ).toBe('company_suspended');
  expect(await answers('listApplicants', byKey)).toBe('company_suspended');
  expect(await answers('getPosting', byKey)).toBe('ok');
  for (const name of ['getMe', 'getCompany', 'listRecruiters', 'listNotices', 'getPosting'] as const)
    expect([name, await answers(name)]).toEqual([name, 'ok']);
  expect(await answers('removeRecruiter')).toBe('last_recruiter');

  const { version } = await world.ok('getMyApplication', { as: people.student, params });
  await world.ok('moveApplication', {
    as: people.student,
    params,
    body: { to: 'withdrawn' },
    ifMatch: version,
  });
  await world.settle();
  expect(told()).toEqual(['company.state_changed']);

  await move('verified');
  for (const name of reading) expect([name, await answers(name)]).toEqual([name, 'ok']);
  expect(await answers('listApplicants', byKey)).toBe('ok');
});
