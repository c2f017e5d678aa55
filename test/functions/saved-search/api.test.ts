import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { savedSearchCap } from '../../../functions/saved-search/rules.ts';
import type { Person } from '../../support/request.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const Problem = z.object({
  status: z.number(),
  code: z.string(),
  fields: z.array(z.object({ pointer: z.string() })),
});
const problemOf = async (response: Response) => Problem.parse(await response.json());

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const search = (more: object = {}) => ({
  name: 'Data, remote',
  conditions: { category: ['data-ai'], workMode: ['remote'] },
  digest: true,
  lang: 'en',
  ...more,
});
const list = (as: Person) => world.ok('listSavedSearches', { as });
const save = (as: Person, more: object = {}) => world.ok('saveSearch', { as, body: search(more) });
const paramsOf = (id: string) => ({ savedSearchId: id });
beforeEach(async () => {
  for (const as of [people.student, people.otherStudent])
    for (const { id, version } of (await list(as)).items)
      await world.ok('deleteSavedSearch', { as, params: paramsOf(id), ifMatch: version });
});

describe('a saved search', () => {
  it('is saved, listed, renamed and deleted', async () => {
    const made = await save(people.student, { name: '  Data, remote ' });
    expect(made).toMatchObject({ name: 'Data, remote', digest: true, version: 1 });
    expect(await list(people.student)).toMatchObject({ cap: savedSearchCap, items: [made] });
    const changed = await world.ok('updateSavedSearch', {
      as: people.student,
      params: paramsOf(made.id),
      body: { name: 'Remote data work', digest: false, lang: 'zh' },
      ifMatch: 1,
    });
    expect(changed).toEqual({ ...made, name: 'Remote data work', digest: false, version: 2 });
    await world.ok('deleteSavedSearch', { as: people.student, params: paramsOf(made.id), ifMatch: 2 });
    expect((await list(people.student)).items).toEqual([]);
  });

  it("is its owner's alone", async () => {
    const { id } = await save(people.student);
    expect((await list(people.otherStudent)).items).toEqual([]);
    const other = { as: people.otherStudent, params: paramsOf(id), ifMatch: 1 };
    const body = { name: 'mine', digest: false, lang: 'en' };
    expect((await world.request('updateSavedSearch', { ...other, body })).status).toBe(404);
    expect((await world.request('deleteSavedSearch', other)).status).toBe(404);
    expect((await list(people.student)).items).toHaveLength(1);
  });

  it('is changed at the version that was read, or not at all', async () => {
    const { id } = await save(people.student);
    const call = { as: people.student, params: paramsOf(id), ifMatch: 7 };
    const body = { name: 'late', digest: true, lang: 'en' };
    expect((await world.request('updateSavedSearch', { ...call, body })).status).toBe(412);
    expect((await world.request('deleteSavedSearch', call)).status).toBe(412);
    const bare = await world.request('deleteSavedSearch', { as: people.student, params: paramsOf(id) });
    expect(await problemOf(bare)).toMatchObject({ status: 422, code: 'version_needed' });
  });

  it('is not saved twice, and once under an Idempotency-Key', async () => {
    const post = (key: string) => world.request('saveSearch', { as: people.student, body: search(), key });
    const answers = [await post('save-1'), await post('save-1')];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await answers[0]?.json()).toEqual(await answers[1]?.json());
    expect(await problemOf(await post('save-2'))).toMatchObject({
      status: 409,
      code: 'search_already_saved',
    });
    expect((await list(people.student)).items).toHaveLength(1);
  });

  it('has no place above the cap, also when two come at once', async () => {
    for (let number = 1; number < savedSearchCap; number += 1)
      await save(people.student, { conditions: { q: `word ${number}` } });
    const last = await Promise.all(
      ['one', 'two'].map((q) =>
        world.request('saveSearch', { as: people.student, body: search({ conditions: { q } }) }),
      ),
    );
    expect(last.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await list(people.student)).items).toHaveLength(savedSearchCap);
    const above = await world.request('saveSearch', { as: people.student, body: search() });
    expect(await problemOf(above)).toMatchObject({ status: 409, code: 'saved_search_cap' });
  });
});

describe('bad input names its field, and stores nothing', () => {
  it.each([
    ['no name', { name: ' ' }, '/name'],
    ['a name of two lines', { name: 'a\nb' }, '/name'],
    ['a name too long', { name: 'x'.repeat(81) }, '/name'],
    ['an unpaired surrogate', { conditions: { q: '\ud800' } }, '/conditions/q'],
    ['words of nothing', { conditions: { q: '' } }, '/conditions/q'],
    ['words too long', { conditions: { q: 'x'.repeat(201) } }, '/conditions/q'],
    ['a category that does not exist', { conditions: { category: ['alchemy'] } }, '/conditions/category/0'],
    ['a repeated work mode', { conditions: { workMode: ['remote', 'remote'] } }, '/conditions/workMode'],
    ['an empty list', { conditions: { major: [] } }, '/conditions/major'],
    ['a company by its name', { conditions: { company: ['Acme'] } }, '/conditions/company/0'],
    ['an overlap of more than half a day', { conditions: { overlap: 13 } }, '/conditions/overlap'],
    ['a condition that is none', { conditions: { salary: 3 } }, '/conditions/salary'],
    ['no conditions', { conditions: undefined }, '/conditions'],
    ['a digest that is neither on nor off', { digest: 'yes' }, '/digest'],
    ['a language without letters', { lang: 'fr' }, '/lang'],
    ['an unknown field', { studentId: 'student-2' }, '/studentId'],
  ])('%s', async (_what, more, pointer) => {
    const response = await world.request('saveSearch', { as: people.student, body: search(more) });
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(problem.fields.map((field) => field.pointer)).toContain(pointer);
    expect((await list(people.student)).items).toEqual([]);
  });
});
