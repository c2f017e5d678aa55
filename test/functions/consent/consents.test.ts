import { afterAll, beforeAll, expect, it } from 'vitest';
import { changedConsents } from '../../../functions/consent/rules.ts';
import { consents } from '../../../functions/changes/note-consents.ts';
import { wants } from '../../../functions/changes/consumer.ts';
import { profile } from '../../support/samples.ts';
import { allChanges } from '../../support/table.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('tells what was given and taken back, and a newer version as given', () => {
  expect(changedConsents({}, { privacy: '1', ranking: '' })).toEqual([
    { to: 'privacy', given: true, words: '1' },
    { to: 'ranking', given: true },
  ]);
  expect(changedConsents({ privacy: '1', ranking: '' }, { privacy: '2' })).toEqual([
    { to: 'privacy', given: true, words: '2' },
    { to: 'ranking', given: false },
  ]);
  expect(changedConsents({ surveys: '1' }, { surveys: '1' })).toEqual([]);
});

it('keeps it with the student, once, and shows it on the page and in the export', async () => {
  const as = people.student;
  const ranked = profile();
  const save = async (ranking: boolean) => {
    world.clock.advance(60_000);
    const { version } = await world.ok('getProfile', { as });
    const body = { ...ranked, consents: { ...ranked.consents, ranking } };
    await world.ok('saveProfile', { as, body, ifMatch: version });
    await world.settle();
  };
  await save(false);
  await save(true);
  for (const change of await allChanges(world.deps.table))
    if (wants(consents, change)) await consents.consume(world.deps, [change]);
  const { consentHistory } = await world.ok('getMyData', { as });
  expect(consentHistory.map(({ to, given }) => `${to} ${given}`)).toEqual([
    'ranking true',
    'ranking false',
    expect.stringMatching(/true$/),
    expect.stringMatching(/true$/),
  ]);
  expect(consentHistory.find(({ to }) => to === 'privacy')?.words).toBe(ranked.consents.privacy);
  const page = await world.request('getMyDataPage', { as, query: { lang: 'en' } });
  expect(await page.text()).toContain('<li>ranking · withdrawn · ');
});
