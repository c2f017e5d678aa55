import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxItemBytes } from '../../../functions/table/table.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('an application cannot be filled up', () => {
  it('by moving it to and fro with the longest reasons', async () => {
    let { version } = world.application;
    const params = { applicationId: world.application.id };
    const move = (to: string) =>
      world.request('moveApplication', {
        as: people.student,
        params,
        body: { to, reason: '中'.repeat(2_000) },
        ifMatch: version,
      });
    let refusal: Response | undefined;
    for (let moves = 0; moves < 60 && refusal === undefined; moves += 1) {
      const response = await move(moves % 2 === 0 ? 'withdrawn' : 'submitted');
      if (response.ok) version += 1;
      else refusal = response;
    }
    expect(await refusal?.json()).toMatchObject({ status: 409, code: 'too_many_moves' });
    const stored = await world.ok('getMyApplication', { as: people.student, params });
    expect(Buffer.byteLength(JSON.stringify(stored))).toBeLessThan(maxItemBytes / 2);
  });

  it('with halves of surrogate pairs, which take six bytes each', async () => {
    const response = await world.request('saveProfile', {
      as: people.otherStudent,
      body: { about: 'a\ud800b' },
      ifMatch: 1,
    });
    expect(await response.json()).toMatchObject({ status: 422, fields: [{ pointer: '/about' }] });
  });
});

describe('answers to nonsense', () => {
  it('name a hundred wrong fields at most', async () => {
    const body = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`field${at}`, 1]));
    const response = await world.request('saveProfile', { as: people.student, body, ifMatch: 1 });
    const { detail, fields } = await response.json();
    expect(detail).toContain('5000 problem');
    expect(fields).toHaveLength(100);
  });

  it.each(['9999-99|', '2026-00|', 'x', '2026-11|x'])('refuse the audit cursor %s', async (cursor) => {
    const response = await world.request('listAudit', { as: people.coordinator, query: { cursor } });
    expect(await response.json()).toMatchObject({ status: 422, code: 'invalid_cursor' });
  });

  it('refuse a student whose subject can be no id', async () => {
    const as = { subject: 'auth0|7', role: 'student', email: 'seven@example.com' } as const;
    expect((await world.request('getMe', { as })).status).toBe(401);
  });
});

it('an Idempotency-Key of one address is not good for another query', async () => {
  const upload = (fileName: string) =>
    world.request('uploadImport', {
      as: people.coordinator,
      params: { cycleId: world.cycle.id },
      query: { fileName },
      body: 'company,title\nA,b\n',
      key: 'once',
    });
  expect((await upload('a.csv')).status).toBe(201);
  expect((await upload('a.csv')).status).toBe(201);
  expect(await (await upload('b.csv')).json()).toMatchObject({ code: 'idempotency_key_reused' });
});
