import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook as Receiver } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellWebhooks } from '../../../functions/changes/tell-webhooks.ts';
import { httpsPost } from '../../../functions/webhook/https-post.ts';
import { pausesMs } from '../../../functions/webhook/rules.ts';
import { listenOn } from '../../../infra/local/listen.ts';
import { people, startWorld, type World } from '../../support/world.ts';

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

let world: World;
let server: Server;
let base: string;
let received: Received[] = [];
/** What the receiver answers at a path, unless 204. */
const answers = new Map<string, number | 'never'>();

const answer = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  received.push({ path, headers: request.headers, body: await text(request) });
  const status = answers.get(path) ?? 204;
  if (status !== 'never') response.writeHead(status).end(status >= 400 ? 'ask lin@example.org' : '');
};

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(request.url ?? '', request, response);
  });
  base = `http://127.0.0.1:${await listenOn(server, 0)}`;
  // Time stands still in this world; signatures are of its time.
  world = await startWorld(undefined, undefined, httpsPost({ allowPrivate: true, withinMs: 2_000 }));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await world.stop();
});
beforeEach(() => {
  received = [];
});

const all = ['posting.state_changed', 'application.state_changed', 'offer.answered', 'cycle.phase_changed'];
const hook = (
  as: typeof people.coordinator | typeof people.company | typeof people.otherCompany,
  path: string,
) => world.ok('createWebhook', { as, body: { name: path, url: base + path, types: all } });
const log = async (as: typeof people.coordinator | typeof people.company, webhookId: string) =>
  (await world.ok('listDeliveries', { as, params: { webhookId } })).items;

const movePosting = async (to: string) => {
  const params = { postingId: world.first.posting.id };
  const { version } = await world.ok('getPosting', { as: people.company, params });
  await world.ok('movePosting', {
    as: people.company,
    params,
    body: { to, reason: 'test' },
    ifMatch: version,
  });
  await world.settle();
};
const at = (path: string) => received.filter((one) => one.path === path);
const headersOf = ({ headers }: Received): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
/** By the specification, with the clock of the world: its own check of the time is the library's test. */
const verified = (secret: string, { body, headers }: Received): unknown => {
  const sent = new Date(Number(headers['webhook-timestamp']) * 1000);
  const [signature] = [new Receiver(secret).sign(String(headers['webhook-id']), sent, body)];
  expect(headersOf({ path: '', headers, body })['webhook-signature']?.split(' ')).toContain(signature);
  return JSON.parse(body);
};

describe('events', () => {
  it('go, signed, to the programme and to the company that they concern, with ids and states alone', async () => {
    const programme = await hook(people.coordinator, '/programme');
    const own = await hook(people.company, '/own');
    const other = await hook(people.otherCompany, '/other');
    await movePosting('paused');
    const [toProgramme, ...more] = at('/programme');
    const [toOwn] = at('/own');
    if (!toProgramme || !toOwn) throw new Error('nothing came');
    expect([more, at('/other')]).toEqual([[], []]);
    expect(verified(programme.secret, toProgramme)).toEqual({
      type: 'posting.state_changed',
      timestamp: world.clock.now(),
      data: {
        postingId: world.first.posting.id,
        companyId: world.first.company.id,
        cycleId: world.cycle.id,
        state: 'paused',
      },
    });
    verified(own.secret, toOwn);
    expect(toOwn.headers['webhook-id']).toBe(toProgramme.headers['webhook-id']);
    expect(received.map(({ body }) => body).join()).not.toMatch(/@|Posting|Data/);
    const [sent] = await log(people.company, own.id);
    expect(sent).toMatchObject({ state: 'delivered', tries: 1, last: { status: 204 } });
    // Nobody sees another's log.
    const theirs = { as: people.otherCompany, params: { webhookId: own.id } };
    expect((await world.request('listDeliveries', theirs)).status).toBe(404);
    expect((await world.request('listDeliveries', { ...theirs, as: people.coordinator })).status).toBe(404);
    await world.ok('deleteWebhook', { as: people.otherCompany, params: { webhookId: other.id }, ifMatch: 1 });
  });

  it('that are seen again are not sent again', async () => {
    const before = received.length;
    const { changes } = await world.deps.table.changes(undefined, 1_000);
    const told = changes.filter(
      ({ key, stamp }) => key.sk === 'POSTING' && stamp.action === 'posting.paused',
    );
    expect(told.length).toBeGreaterThan(0);
    await tellWebhooks.consume(world.deps, told);
    await world.settle();
    expect(received).toHaveLength(before);
  });

  it('are tried again when they are not taken, then given up, and go again under the same id when asked for', async () => {
    answers.set('/failing', 500);
    const failing = await hook(people.coordinator, '/failing');
    await movePosting('published');
    for (const pause of pausesMs) {
      // The queue holds nothing back for longer than a quarter of an hour, and looks in between.
      for (let ms = 0; ms <= pause; ms += 900_000) {
        world.clock.advance(Math.min(pause, 900_000) + 3_000);
        await world.settle();
      }
    }
    const [dead] = await log(people.coordinator, failing.id);
    expect(dead).toMatchObject({
      state: 'dead',
      tries: pausesMs.length + 1,
      last: { status: 500, answer: 'ask …' },
    });
    expect(at('/failing')).toHaveLength(pausesMs.length + 1);
    answers.delete('/failing');
    await world.ok('replayDelivery', {
      as: people.coordinator,
      params: { webhookId: failing.id, eventId: dead?.eventId ?? '' },
      ifMatch: dead?.version ?? 0,
    });
    await world.settle();
    expect(new Set(at('/failing').map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await log(people.coordinator, failing.id))[0]).toMatchObject({ state: 'delivered', replays: 1 });
    await world.ok('deleteWebhook', {
      as: people.coordinator,
      params: { webhookId: failing.id },
      ifMatch: failing.version,
    });
  });

  it('for an endpoint that never answers hold up neither another endpoint nor a letter nor a job', async () => {
    answers.set('/dead', 'never');
    const slow = await hook(people.company, '/dead');
    const quick = await hook(people.company, '/quick');
    const started = Date.now();
    for (let count = 0; count < 6; count += 1)
      await world.ok('testWebhook', { as: people.company, params: { webhookId: slow.id } });
    await world.ok('testWebhook', { as: people.company, params: { webhookId: quick.id } });
    while (at('/quick').length === 0 && Date.now() - started < 10_000)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(Date.now() - started).toBeLessThan(1_900);
    answers.delete('/dead');
    await world.settle();
    for (const { id, version } of [slow, quick])
      await world.ok('deleteWebhook', { as: people.company, params: { webhookId: id }, ifMatch: version });
  });

  it('are not told of to who began to listen later, nor while paused', async () => {
    world.clock.advance(1_000);
    const late = await hook(people.company, '/late');
    const params = { webhookId: late.id };
    const { version } = await world.ok('updateWebhook', {
      as: people.company,
      params,
      body: { name: 'late', url: `${base}/late`, types: all, paused: true },
      ifMatch: 1,
    });
    await movePosting('paused');
    expect((await world.request('testWebhook', { as: people.company, params })).status).toBe(409);
    await world.ok('updateWebhook', {
      as: people.company,
      params,
      body: { name: 'late', url: `${base}/late`, types: all, paused: false },
      ifMatch: version,
    });
    const { changes } = await world.deps.table.changes(undefined, 1_000);
    await tellWebhooks.consume(
      world.deps,
      changes.filter(({ key, stamp }) => key.sk === 'POSTING' && stamp.at < late.createdAt),
    );
    await world.settle();
    expect(at('/late')).toEqual([]);
  });

  it('that are not yet to be known are not told: a draft, an offer that is staged', async () => {
    const heard = await hook(people.coordinator, '/heard');
    const draft = {
      postingId: world.second.posting.id,
      content: { statement: 'not sent', answers: [] },
      submit: false,
    };
    await world.ok('apply', { as: people.student, body: draft });
    await world.settle();
    expect(at('/heard')).toEqual([]);
    expect(await log(people.coordinator, heard.id)).toEqual([]);
  });
});

describe('a secret', () => {
  it('is shown once and kept out of every answer; the new one signs beside the old for a day', async () => {
    const made = await hook(people.company, '/rotated');
    const params = { webhookId: made.id };
    const next = await world.ok('rotateWebhookSecret', { as: people.company, params, ifMatch: made.version });
    await world.ok('testWebhook', { as: people.company, params });
    await world.settle();
    const [sent] = at('/rotated');
    if (!sent) throw new Error('nothing came');
    for (const { secret } of [made, next]) verified(secret, sent);
    world.clock.advance(25 * 60 * 60 * 1000);
    await world.ok('testWebhook', { as: people.company, params });
    await world.settle();
    expect(at('/rotated')[1]?.headers['webhook-signature']).toMatch(/^v1,\S+$/);
    const listed = JSON.stringify(await world.ok('listWebhooks', { as: people.company }));
    expect(listed).not.toContain('whsec_');
    expect(listed).not.toContain(next.secret);
  });
});
