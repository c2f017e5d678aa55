import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyContent } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('a company is found by words of its names and by its registration number', async () => {
  const content = companyContent(7);
  const as = { subject: 'company-7', role: 'company', email: 'seven@example.com' } as const;
  const { id } = await world.ok('registerCompany', { as, body: content });
  if (content.registration.kind !== 'cn') throw new Error('not one of China');
  const found = async (q: string) => {
    const { items } = await world.ok('listCompanies', { as: people.coordinator, query: { q } });
    return items.map((company) => company.id);
  };
  expect(await found(content.registration.code.toLowerCase())).toEqual([id]);
  expect(await found(content.registration.code.slice(-6))).toContain(id);
  expect(await found(content.legalName)).toEqual([id]);
  expect(await found('no such company')).toEqual([]);
  const asked = { as: people.coordinator, query: { q: content.legalName, proposed: 'true' } } as const;
  expect((await world.ok('listCompanies', asked)).items).toEqual([]);
  // What kind of number it is names nobody.
  expect(await found('cn')).toEqual([]);
});
