import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostInAMinute } from '../../../functions/api-key/rules.ts';
import { operationsOfScope } from '../../../functions/api-key/operations-of-scope.ts';
import { operationNames, operations, type OperationName } from '../../../functions/operations.ts';
import { makeKey } from '../../support/partners.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

type Headers = Record<string, string>;
const asked = async (name: OperationName, headers: Headers, params: Record<string, string> = {}) => {
  const response = await world.request(name, { headers, params });
  const body: unknown = await response.json();
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return { status: response.status, code };
};
const ofCompany = (scopes: readonly string[]) =>
  makeKey(world, { scopes, companyId: world.first.company.id });

describe('a key', () => {
  it('changes nothing: every operation that a scope names only reads', () => {
    const named = Object.values(operationsOfScope).flat();
    expect(named.filter((name) => operations[name].method !== 'get')).toEqual([]);
  });

  it('may call what its scopes name and nothing else, public reading included', async () => {
    const { headers } = await makeKey(world, { scopes: ['figures:read'] });
    const cycle = { cycleId: world.cycle.id };
    expect(await asked('getFigures', headers, cycle)).toMatchObject({ status: 200 });
    const wide = { ...cycle, postingId: world.first.posting.id, companyId: world.first.company.id };
    const named: readonly OperationName[] = operationsOfScope['figures:read'];
    for (const name of operationNames.filter((one) => !named.includes(one))) {
      // There are more operations than a key may be used for in a minute.
      world.clock.advance(1_000);
      expect({ name, ...(await asked(name, headers, wide)) }).toEqual({
        name,
        status: 403,
        code: 'key_scope_missing',
      });
    }
  });

  it("reads its own company's applications, and of others nothing", async () => {
    const { headers } = await ofCompany(['applications:read', 'offers:read']);
    const own = { postingId: world.first.posting.id, companyId: world.first.company.id };
    const other = { postingId: world.second.posting.id, companyId: world.second.company.id };
    for (const name of ['listApplicants', 'listCompanyPostings', 'listCompanyOffers'] as const) {
      expect({ name, ...(await asked(name, headers, own)) }).toMatchObject({ name, status: 200 });
      expect({ name, ...(await asked(name, headers, other)) }).toMatchObject({ name, status: 404 });
    }
  });

  it('of a company reads no figures of the programme, and none of the programme a company', async () => {
    const make = (body: object) =>
      world.request('createApiKey', {
        as: people.coordinator,
        body: { name: 'x', expiresAt: '2026-06-01T00:00:00Z', ...body },
      });
    expect((await make({ scopes: ['applications:read'] })).status).toBe(422);
    const companyId = world.first.company.id;
    expect((await make({ scopes: ['figures:read'], companyId })).status).toBe(422);
    expect((await make({ scopes: ['postings:read'], companyId: 'com_0000000000000000' })).status).toBe(404);
  });

  it('is refused when it is wrong, revoked or over', async () => {
    const key = await makeKey(world);
    const almost = { authorization: `Bearer ${key.key.slice(0, -1)}${key.key.endsWith('a') ? 'b' : 'a'}` };
    expect(await asked('getTaxonomy', almost)).toEqual({ status: 401, code: 'key_unknown' });
    expect(await asked('getTaxonomy', { authorization: 'Bearer key_x' })).toEqual({
      status: 401,
      code: 'key_unknown',
    });
    await world.ok('revokeApiKey', {
      as: people.coordinator,
      params: { keyId: key.id },
      ifMatch: key.version,
    });
    expect(await asked('getTaxonomy', key.headers)).toEqual({ status: 401, code: 'key_revoked' });
    const short = await makeKey(world, { expiresAt: '2026-03-20T09:00:00.000Z' });
    expect(await asked('getTaxonomy', short.headers)).toMatchObject({ status: 200 });
    world.clock.advance(60 * 60 * 1000);
    expect(await asked('getTaxonomy', short.headers)).toEqual({ status: 401, code: 'key_expired' });
  });

  it('is told once, and kept as a hash', async () => {
    const key = await makeKey(world);
    await asked('getTaxonomy', key.headers);
    const { items } = await world.ok('listApiKeys', { as: people.coordinator });
    expect(items.find(({ id }) => id === key.id)).toMatchObject({
      state: 'active',
      lastUsedAt: world.clock.now(),
    });
    const { changes } = await world.deps.table.changes(undefined, 1_000);
    const secret = key.key.slice(key.id.length + 1);
    expect(JSON.stringify([items, changes])).not.toContain(secret);
  });

  it('lets all in who come at once within what a minute allows', async () => {
    const { headers } = await makeKey(world);
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => (await asked('getTaxonomy', headers)).status),
    );
    expect(statuses).toEqual(statuses.map(() => 200));
  });

  it('is used so often in a minute and not more, also at once', async () => {
    const { headers } = await makeKey(world);
    const statuses: number[] = [];
    for (let round = 0; round < 16; round += 1)
      statuses.push(
        ...(await Promise.all(
          Array.from({ length: 10 }, async () => (await asked('getTaxonomy', headers)).status),
        )),
      );
    const taken = statuses.filter((status) => status === 200).length;
    expect(taken).toBeLessThanOrEqual(mostInAMinute);
    expect(taken).toBeGreaterThan(mostInAMinute / 2);
    expect(statuses.every((status) => status === 200 || status === 429)).toBe(true);
    world.clock.advance(60_000);
    expect(await asked('getTaxonomy', headers)).toMatchObject({ status: 200 });
  });
});
