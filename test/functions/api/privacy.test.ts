import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinCompany } from '../../support/join-company.ts';
import type { Person } from '../../support/request.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('an application that was never submitted', () => {
  it('does not exist for the company, neither as a draft nor once it is withdrawn', async () => {
    const draft = await world.ok('apply', {
      as: people.student,
      body: {
        postingId: world.second.posting.id,
        content: { statement: 'not sent', answers: [] },
        submit: false,
      },
    });
    const params = { applicationId: draft.id };
    const companySees = async (version: number) => ({
      read: (await world.request('getApplicant', { as: people.otherCompany, params })).status,
      moved: (
        await world.request('moveApplication', {
          as: people.otherCompany,
          params,
          body: { to: 'reviewing' },
          ifMatch: version,
        })
      ).status,
      listed: (
        await world.ok('listApplicants', {
          as: people.otherCompany,
          params: { postingId: world.second.posting.id },
        })
      ).total,
    });
    const nothing = { read: 404, moved: 404, listed: 0 };
    expect(await companySees(draft.version)).toEqual(nothing);
    expect(await companySees(draft.version + 1)).toEqual(nothing);
    const gone = await world.ok('moveApplication', {
      as: people.student,
      params,
      body: { to: 'withdrawn' },
      ifMatch: draft.version,
    });
    expect(await companySees(gone.version)).toEqual(nothing);
  });
});

describe('the recruiters of a company', () => {
  const stranger = { subject: 'company-9', role: 'company', email: 'stranger@example.com' } as const;
  const leave = (as: Person, email: string) =>
    world.request('removeRecruiter', {
      as,
      params: { companyId: world.first.company.id, email },
    });

  it('may leave, but for the last one', async () => {
    expect(await (await leave(people.company, people.company.email)).json()).toMatchObject({
      status: 409,
      code: 'last_recruiter',
    });
    await joinCompany(world, {
      inviter: people.company,
      as: { ...stranger, email: 'Stranger@Example.com' },
      companyId: world.first.company.id,
    });
    expect((await leave(stranger, stranger.email)).status).toBe(204);
    expect((await world.ok('getMe', { as: stranger })).company).toBeUndefined();
  });

  it('never all leave at once', async () => {
    await joinCompany(world, {
      inviter: people.company,
      as: stranger,
      companyId: world.first.company.id,
    });
    const both = await Promise.all([
      leave(stranger, stranger.email),
      leave(people.company, people.company.email),
    ]);
    expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
  });
});

it('the reason for a move of a posting is for the company and coordinators alone', async () => {
  const params = { postingId: world.second.posting.id };
  const reason = 'Fraud is suspected: the company asks for a deposit.';
  const { version } = await world.ok('getPosting', { params });
  await world.ok('movePosting', {
    as: people.coordinator,
    params,
    body: { to: 'paused', reason },
    ifMatch: version,
  });
  for (const as of [people.otherCompany, people.coordinator])
    expect(await world.ok('getPosting', { as, params })).toMatchObject({ reason, pausedBy: 'coordinator' });
  const { items } = await world.ok('listCyclePostings', {
    as: people.coordinator,
    params: { cycleId: world.cycle.id },
  });
  expect(items.find(({ id }) => id === params.postingId)).toMatchObject({ reason });
  for (const as of [undefined, people.student, people.company]) {
    const seen = await world.ok('getPosting', { ...(as && { as }), params });
    expect(seen.state).toBe('paused');
    expect(seen).not.toHaveProperty('reason');
    expect(seen).not.toHaveProperty('pausedBy');
  }
});

it('a verified company keeps the legal name that was verified', async () => {
  const { company } = world.second;
  const response = await world.request('updateCompany', {
    as: people.otherCompany,
    params: { companyId: company.id },
    body: { ...company.content, legalName: 'Another Name Ltd' },
    ifMatch: company.version,
  });
  expect(await response.json()).toMatchObject({ status: 409, code: 'registration_verified' });
});
