import { afterEach, beforeEach, expect, it } from 'vitest';
import { wants } from '../../../functions/changes/consumer.ts';
import { consumers } from '../../../functions/changes/consumers.ts';
import { allChanges } from '../../support/table.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const suggested = async (q: string) => (await world.ok('listSuggestions', { query: { q } })).items;
const texts = async (q: string) => (await suggested(q)).map(({ kind, text }) => `${kind} ${text}`);

it('suggests what begins with what was typed, each text once, in both languages', async () => {
  expect(await texts('data an')).toEqual(['title Data Analyst Intern', 'skill Data annotation']);
  expect(await texts('数据分析')).toContain('title 数据分析实习生');
  expect(await texts('ANALYST')).toContain('title Data Analyst Intern');
  expect(await texts('样例')).toEqual(['company 样例科技1', 'company 样例科技2']);
  expect(await suggested('sample technology 2')).toEqual([
    { kind: 'company', text: 'Sample Technology 2', company: world.second.company.id },
  ]);
  expect(await suggested('数据与')).toEqual([
    { kind: 'category', text: '数据与人工智能', category: 'data-ai' },
  ]);
});

it('follows a company that is renamed and postings that close', async () => {
  const { company } = world.first;
  const params = { companyId: company.id };
  const renamed = await world.ok('updateCompany', {
    as: people.company,
    params,
    body: { ...company.content, name: { en: 'Zeppelin Works' } },
    ifMatch: company.version,
  });
  await world.ok('decideCompanyChange', {
    as: people.coordinator,
    params,
    body: { accept: true },
    ifMatch: renamed.version,
  });
  await world.settle();
  expect(await texts('zep')).toEqual(['company Zeppelin Works']);
  expect(await texts('样例')).toEqual(['company 样例科技2']);
  for (const [as, { posting }] of [
    [people.company, world.first],
    [people.otherCompany, world.second],
  ] as const)
    await world.ok('movePosting', {
      as,
      params: { postingId: posting.id },
      body: { to: 'paused' },
      ifMatch: posting.version,
    });
  await world.settle();
  expect(await texts('zep')).toEqual([]);
  expect(await texts('data analyst')).toEqual([]);
});

it('is right when every change is seen again, in the opposite order', async () => {
  const suggest = consumers.find(({ name }) => name === 'suggest');
  const changes = (await allChanges(world.deps.table)).filter((change) => suggest && wants(suggest, change));
  const before = await texts('sample');
  await suggest?.consume(world.deps, changes.toReversed());
  expect(await texts('sample')).toEqual(before);
  expect(before).toHaveLength(2);
});

it.each(['', '   ', '%', '*', '#', '"', '\\', '\u202e', '😀', 'x'.repeat(200)])(
  'finds nothing for %j and says so',
  async (q) => {
    expect(await suggested(q)).toEqual([]);
  },
);

it('refuses what is too long and what it does not know', async () => {
  const status = async (query: Record<string, string>) =>
    (await world.request('listSuggestions', { query })).status;
  expect(await status({ q: 'x'.repeat(201) })).toBe(422);
  expect(await status({})).toBe(422);
  expect(await status({ q: 'x', colour: 'red' })).toBe(422);
});
