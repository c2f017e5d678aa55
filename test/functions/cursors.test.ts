import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedCursors } from '../../functions/cursors.ts';
import { people, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const page = (query: Record<string, string> = {}) =>
  world.request('searchPostings', { as: people.student, query: { limit: '1', ...query } });
const next = async (): Promise<string> => (await (await page()).json()).next;

it('leads to the next page, whatever its length, as often as one likes', async () => {
  const cursor = await next();
  for (const limit of ['1', '1', '20']) {
    const { items } = await (await page({ cursor, limit })).json();
    expect(items).toHaveLength(1);
  }
});

it('leads nowhere but in the list that it came from: another filter, reader or list refuses it', async () => {
  const cursor = await next();
  const refused = [
    await page({ cursor, sort: 'newest' }),
    await page({ cursor, workMode: 'remote' }),
    await world.request('searchPostings', { as: people.otherStudent, query: { limit: '1', cursor } }),
    await world.request('listAudit', { as: people.coordinator, query: { cursor } }),
    await world.request('listPublicCompanies', { query: { cursor } }),
  ];
  for (const response of refused)
    expect(await response.json()).toMatchObject({ status: 422, code: 'invalid_cursor' });
});

it.each([
  [
    'changed in one bit',
    (bytes: Buffer) => Buffer.from(bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1)),
  ],
  ['without its signature', (bytes: Buffer) => bytes.subarray(16)],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 9)],
  ['with another signature', (bytes: Buffer) => Buffer.concat([Buffer.alloc(16), bytes.subarray(16)])],
])('is refused when it is %s', async (_, change) => {
  const forged = change(Buffer.from(await next(), 'base64url')).toString('base64url');
  const response = await page({ cursor: forged });
  expect(await response.json()).toMatchObject({ status: 422, code: 'invalid_cursor' });
});

it('is refused when it was sealed with an earlier secret', async () => {
  const sealed = await signedCursors(Buffer.alloc(32, 1)).seal('list', 'place');
  expect(await signedCursors(Buffer.alloc(32, 1)).open('list', sealed)).toBe('place');
  await expect(signedCursors(Buffer.alloc(32, 2)).open('list', sealed)).rejects.toThrow(
    /does not belong to this list/,
  );
});
