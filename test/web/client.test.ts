import { describe, expect, it } from 'vitest';
import { createClient } from '../../web/api/client.ts';
import { ApiProblem } from '../../web/api/problem.ts';

const operations = {
  getPosting: ['get', '/postings/{postingId}'],
  searchPostings: ['get', '/postings'],
  updatePosting: ['put', '/postings/{postingId}'],
  createCompany: ['post', '/companies'],
} as const;

/** A server of one function; it keeps what it was sent. */
function against(answer: (request: Request) => Response, renew = () => Promise.resolve(false)) {
  const seen: Request[] = [];
  let token = 'old';
  const call = createClient({
    operations,
    base: 'http://site/v1',
    token: () => token,
    renew: async () => {
      token = 'new';
      return renew();
    },
    fetch: (input, init) => {
      const request = new Request(input, init);
      seen.push(request);
      return Promise.resolve(answer(request));
    },
  });
  return { call, seen };
}
const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

describe('the typed client', () => {
  it('fills path and query; lists repeat their name', async () => {
    const { call, seen } = against(() => json({}));
    await call('getPosting', { params: { postingId: 'pos_a/b' } });
    await call('searchPostings', { query: { q: 'data', limit: 5 } });
    expect(seen.map(({ url }) => url)).toEqual([
      'http://site/v1/postings/pos_a%2Fb',
      'http://site/v1/postings?q=data&limit=5',
    ]);
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer old');
  });
  it('sends the version that was read', async () => {
    const { call, seen } = against(() => json({}));
    await call('updatePosting', {
      params: { postingId: 'pos_1' },
      body: { content: { title: { en: 'Data analyst' } } },
      ifMatch: 7,
    });
    expect(seen[0]?.headers.get('if-match')).toBe('"7"');
  });
  it('turns problem details into a problem with fields and facts', async () => {
    const body = {
      code: 'invalid_input',
      detail: 'Not valid.',
      fields: [{ pointer: '/title', reason: 'must not be empty' }, 'odd'],
      facts: { count: 3, odd: {} },
    };
    const { call } = against(() => json(body, 422));
    const problem = await call('searchPostings').catch((thrown: unknown) => thrown);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({
      status: 422,
      code: 'invalid_input',
      fields: [{ pointer: '/title', reason: 'must not be empty' }],
      facts: { count: 3 },
    });
  });
  it('reads a gateway’s page as a problem of its status', async () => {
    const { call } = against(() => new Response('<html>', { status: 429 }));
    await expect(call('searchPostings')).rejects.toMatchObject({ status: 429, code: 'throttled' });
  });
  it('repeats once with a renewed token, as the same request', async () => {
    const { call, seen } = against(
      (request) => (request.headers.get('authorization') === 'Bearer new' ? json({}) : json({}, 401)),
      () => Promise.resolve(true),
    );
    await call('searchPostings');
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new']);
  });
});
