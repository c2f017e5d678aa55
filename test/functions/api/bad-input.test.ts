import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { companyContent, cycleSettings, postingContent, profile } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const Problem = z.object({
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  fields: z.array(z.object({ pointer: z.string(), reason: z.string() })),
});

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return Problem.parse(await response.json());
};
const post = async (content: unknown) =>
  problemOf(
    await world.request('createPosting', {
      as: people.company,
      params: { companyId: world.first.company.id },
      body: content,
    }),
  );
const postingsOf = async () =>
  (
    await world.ok('listCompanyPostings', {
      as: people.company,
      params: { companyId: world.first.company.id },
    })
  ).items.length;

describe('bad input is a 4xx that names the field, and stores nothing', () => {
  const cases: [what: string, content: unknown, pointer: string][] = [
    ['a wrong type', { ...postingContent(), capacity: '3' }, '/capacity'],
    ['an unknown field', { ...postingContent(), salary: 3 }, '/salary'],
    [
      'an unknown field deep inside',
      { ...postingContent(), hours: { min: 1, max: 2, average: 1 } },
      '/hours/average',
    ],
    ['a negative number of seats', { ...postingContent(), capacity: -1 }, '/capacity'],
    ['half a seat', { ...postingContent(), capacity: 1.5 }, '/capacity'],
    [
      'an end before the start',
      { ...postingContent(), startsOn: '2026-08-01', endsOn: '2026-07-01' },
      '/endsOn',
    ],
    ['a day that does not exist', { ...postingContent(), startsOn: '2026-02-30' }, '/startsOn'],
    ['a zone that does not exist', { ...postingContent(), zone: 'Asia/Atlantis' }, '/zone'],
    ['an offset for a zone', { ...postingContent(), zone: '+08:00' }, '/zone'],
    ['hours upside down', { ...postingContent(), hours: { min: 40, max: 20 } }, '/hours/max'],
    [
      'core hours upside down',
      { ...postingContent(), coreHours: { from: '18:00', to: '09:00' } },
      '/coreHours/to',
    ],
    ['a category that does not exist', { ...postingContent(), category: 'alchemy' }, '/category'],
    [
      'a repeated skill',
      { ...postingContent(), skills: { required: ['sql', 'sql'], preferred: [] } },
      '/skills/required',
    ],
    ['no title in any language', { ...postingContent(), title: {} }, '/title'],
    ['a control character', { ...postingContent(), title: { en: 'a\u0000b' } }, '/title/en'],
    ['a list for an object', [], ''],
  ];
  it.each(cases)('%s', async (_what, content, pointer) => {
    const before = await postingsOf();
    const problem = await post(content);
    expect(problem).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(problem.fields.map((field) => field.pointer)).toContain(pointer);
    expect(await postingsOf()).toBe(before);
  });

  it('a text of a megabyte', async () => {
    const problem = await post({ ...postingContent(), description: { en: 'x'.repeat(1_000_000) } });
    expect(problem).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  it('a text over its limit names the field', async () => {
    const problem = await post({ ...postingContent(), description: { en: 'x'.repeat(10_000) } });
    expect(problem.fields).toEqual([
      { pointer: '/description/en', reason: 'must have at most 8000 characters' },
    ]);
  });

  it('what is not JSON, not UTF-8, not declared as JSON', async () => {
    const send = async (body: BodyInit, type = 'application/json') =>
      problemOf(
        await world.app.request(`/v1/companies/${world.first.company.id}/postings`, {
          method: 'POST',
          body,
          headers: { authorization: `Bearer ${await world.tokenOf(people.company)}`, 'content-type': type },
        }),
      );
    expect(await send('{"title":')).toMatchObject({ status: 422, code: 'not_json' });
    expect(await send(new Uint8Array([0x7b, 0xff, 0x7d]))).toMatchObject({ status: 422, code: 'not_utf8' });
    expect(await send('{}', 'text/plain')).toMatchObject({ status: 415, code: 'unsupported_type' });
  });

  it('dates of a cycle out of order', async () => {
    const settings = cycleSettings();
    settings.windows.ranking.to = '2026-05-01T00:00:00.000Z';
    const problem = await problemOf(
      await world.request('createCycle', { as: people.coordinator, body: settings }),
    );
    expect(problem.fields.map(({ pointer }) => pointer)).toContain('/windows/ranking/to');
  });

  it('a registration number whose check character does not fit, or that is taken', async () => {
    const register = async (code: string) =>
      problemOf(
        await world.request('registerCompany', {
          as: people.newCompany,
          body: { ...companyContent(3), registration: { kind: 'cn', code } },
        }),
      );
    expect((await register('91350100M000100Y44')).fields).toMatchObject([{ pointer: '/registration/code' }]);
    const { registration } = companyContent(1);
    expect(await register(registration.kind === 'cn' ? registration.code : '')).toMatchObject({
      status: 409,
      code: 'registration_taken',
    });
  });

  it('a profile with an unknown protected field', async () => {
    const problem = await problemOf(
      await world.request('saveProfile', {
        as: people.student,
        body: { ...profile(), gender: 'x' },
        ifMatch: 1,
      }),
    );
    expect(problem.fields).toEqual([{ pointer: '/gender', reason: 'is not a known field' }]);
  });

  it('an id, a cursor, a limit and a query that nobody made', async () => {
    const get = async (path: string) => (await world.app.request(`/v1${path}`)).status;
    expect(await get('/postings/nonsense')).toBe(404);
    expect(await get('/postings?cursor=zzz')).toBe(422);
    expect(await get('/postings?limit=0')).toBe(422);
    expect(await get('/postings?colour=red')).toBe(422);
    expect(await get('/public-companies?cursor=zzz')).toBe(422);
  });

  it.each([-1, 11, 'NaN', null])('a weight of %j, by name', async (skills) => {
    const { weights, ...settings } = cycleSettings();
    const params = { cycleId: world.cycle.id };
    const as = people.coordinator;
    const problem = { status: 422, fields: [{ pointer: '/weights/skills' }] };
    const changed = { ...weights, skills };
    const body = { ...settings, weights: changed };
    const saved = await world.request('updateCycle', { as, params, body, ifMatch: world.cycle.version });
    expect(await problemOf(saved)).toMatchObject(problem);
    const preview = { studentId: people.student.subject, weights: changed };
    const previewed = await world.request('previewWeights', { as, params, body: preview });
    expect(await problemOf(previewed)).toMatchObject(problem);
  });

  it('words to search for that are too many', async () => {
    const q = 'x'.repeat(10_000);
    expect(await problemOf(await world.request('searchPostings', { query: { q } }))).toMatchObject({
      status: 422,
      fields: [{ pointer: '/query/q' }],
    });
    for (const odd of ['*', 'AND OR NOT', '🚀', '\u202eabc', '"', '\\', '数'])
      expect((await world.request('searchPostings', { query: { q: odd } })).status).toBe(200);
  });

  it('a route or a method that does not exist', async () => {
    expect((await world.app.request('/v1/nothing')).status).toBe(404);
    const response = await world.app.request('/v1/health', { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
  });

  it('a token that is not valid, also where none is needed', async () => {
    const response = await world.app.request('/v1/postings', { headers: { authorization: 'Bearer a.b.c' } });
    expect(await problemOf(response)).toMatchObject({ status: 401, code: 'invalid_token' });
  });
});

describe('nothing is lost between two writers', () => {
  it('refuses the second with 412 and keeps the first', async () => {
    const params = { companyId: world.first.company.id };
    const company = await world.ok('getCompany', { as: people.company, params });
    const write = (about: string) =>
      world.request('updateCompany', {
        as: people.company,
        params,
        body: { ...company.content, about: { en: about } },
        ifMatch: company.version,
      });
    const statuses = (await Promise.all([write('first'), write('second')])).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 412]);
    const after = await world.ok('getCompany', { as: people.company, params });
    expect(after.version).toBe(company.version + 1);
  });

  it('asks for the version when it is missing', async () => {
    const response = await world.request('saveProfile', { as: people.student, body: profile() });
    expect(await problemOf(response)).toMatchObject({ status: 422, code: 'version_needed' });
  });

  it('answers in full whatever version a client says it has, and lets no browser keep the answer', async () => {
    for (const as of [people.student, people.otherStudent]) {
      const response = await world.request('getMyRankList', {
        as,
        params: { roundId: world.round.id },
        headers: { 'if-none-match': '"0"' },
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('an Idempotency-Key makes a POST happen once', () => {
  const create = (key: string, title: string) =>
    world.request('createPosting', {
      as: people.company,
      params: { companyId: world.first.company.id },
      body: { title: { en: title } },
      key,
    });

  it('answers a repeat like the first and stores once', async () => {
    const before = await postingsOf();
    const first = await create('key-1', 'once');
    const second = await create('key-1', 'once');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.text()).toBe(await first.text());
    expect(await postingsOf()).toBe(before + 1);
  });

  it('stores once when both arrive at the same moment', async () => {
    const before = await postingsOf();
    const answers = await Promise.all(Array.from({ length: 8 }, () => create('key-2', 'at once')));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect(await postingsOf()).toBe(before + 1);
  });

  it('refuses the key for another request', async () => {
    await create('key-3', 'this');
    expect(await problemOf(await create('key-3', 'that'))).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
  });

  it('lets a refused request be mended and sent again under its key', async () => {
    expect(
      (
        await world.request('createPosting', {
          as: people.company,
          params: { companyId: world.first.company.id },
          body: {},
          key: 'key-4',
        })
      ).status,
    ).toBe(422);
    expect((await create('key-4', 'mended')).status).toBe(201);
  });
});
