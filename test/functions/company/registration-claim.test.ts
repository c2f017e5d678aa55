import { afterAll, beforeAll, expect, it } from 'vitest';
import { companies } from '../../../functions/company/store.ts';
import { CompanyId } from '../../../functions/ids.ts';
import { companyContent } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const squatter = { subject: 'company-7', role: 'company', email: 'squatter@example.com' } as const;
const owner = { subject: 'company-8', role: 'company', email: 'owner@example.com' } as const;
const third = { subject: 'company-9', role: 'company', email: 'third@example.com' } as const;
type Account = typeof squatter | typeof owner | typeof third;

const register = (as: Account) => world.ok('registerCompany', { as, body: companyContent(7) });
const move = async (as: Account | typeof people.coordinator, companyId: string, to: string) => {
  const params = { companyId };
  const { version } = await world.ok('getCompany', { as: people.coordinator, params });
  const body = { to, reason: 'Not yours.' };
  const response = await world.request('moveCompany', { as, params, body, ifMatch: version });
  return response.ok ? 'ok' : (await response.json()).code;
};
const refused = async (as: Account) => {
  const response = await world.request('registerCompany', { as, body: companyContent(7) });
  return (await response.json()).code;
};

it('a registration number belongs to whoever submits it, until a coordinator rejects that', async () => {
  const [first, second] = [await register(squatter), await register(owner)];
  expect(await move(owner, second.id, 'submitted')).toBe('ok');
  expect(await move(squatter, first.id, 'submitted')).toBe('registration_taken');
  expect(await refused(third)).toBe('registration_taken');
  expect(await move(people.coordinator, second.id, 'rejected')).toBe('ok');
  expect(await move(squatter, first.id, 'submitted')).toBe('ok');
  expect(await refused(third)).toBe('registration_taken');
  expect(await move(people.coordinator, first.id, 'rejected')).toBe('ok');
  const last = await register(third);
  expect(await move(people.coordinator, last.id, 'rejected')).toBe('ok');
});

it('a draft that has claimed one, as drafts did before, keeps it from nobody', async () => {
  const id = CompanyId.parse('com_bbbbbbbbbbbbbbbb');
  const content = companyContent(12);
  const at = world.clock.now();
  const stamp = { by: 'system:test', action: 'test', at };
  const { registration } = content;
  if (registration.kind !== 'cn') throw new Error('not one of China');
  await world.deps.table.write([
    companies.create({ id, state: 'draft', content, createdAt: at }, stamp),
    {
      put: {
        pk: `REGISTRATION#CN#${registration.code}`,
        sk: 'REGISTRATION',
        body: { companyId: id },
        stamp,
      },
      if: { absent: true },
    },
  ]);
  const made = await world.ok('registerCompany', { as: people.newCompany, body: content });
  const { state } = await world.ok('moveCompany', {
    as: people.newCompany,
    params: { companyId: made.id },
    body: { to: 'submitted' },
    ifMatch: made.version,
  });
  expect(state).toBe('submitted');
});
