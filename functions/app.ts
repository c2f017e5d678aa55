import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { authenticate, authorize, recordFor, refuseRemoved } from './authenticate.ts';
import { pagesOf } from './cursors.ts';
import type { Deps } from './deps.ts';
import { Unusable } from './errors.ts';
import type { Download } from './files/download.ts';
import { loaded } from './handlers.ts';
import { OnceOnly, Repeated } from './idempotency.ts';
import type { RememberedAnswer } from './idempotency.ts';
import { openOnce } from './open-once.ts';
import type { OperationName } from './operations.ts';
import { routes } from './paths.ts';
import { problem, problemOf, type Problem } from './problem.ts';
import { idempotencyKey, readRequest, type RawRequest } from './request.ts';
import { answerOf, isDownload } from './answer.ts';

const retryAfterSeconds: Readonly<Record<number, string>> = { 429: '60', 503: '5' };

const respondProblem = (body: Problem, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });

const respond = (answer: RememberedAnswer): Response =>
  new Response(answer.body === '' ? null : answer.body, {
    status: answer.status,
    headers: {
      ...(answer.body !== '' && { 'content-type': 'application/json' }),
      ...(answer.etag && { etag: answer.etag }),
    },
  });

const streamOf = (content: AsyncIterable<Uint8Array>): ReadableStream => {
  const chunks = content[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    // A reader who leaves early must not leave the file open.
    cancel: async () => void (await chunks.return?.()),
  });
};

const respondDownload = (download: Download, type = ''): Response =>
  'link' in download
    ? new Response(null, { status: 303, headers: { location: download.link } })
    : new Response(streamOf(download.content), {
        headers: {
          'content-type': type,
          'content-disposition': `attachment; filename="${download.name}"`,
        },
      });

/** One request to its answer: who, may they, is it well formed, was it done before, do it. */
const carryOut = async (deps: Deps, name: OperationName, request: RawRequest): Promise<Response> => {
  const actor = await authenticate(deps, request.header('authorization'));
  authorize(name, actor);
  const now = deps.clock.now();
  const { operation, handle: typed } = await loaded(name);
  // Of coordinators the token alone says what they may read.
  if (operation.method !== 'get' || actor.kind === 'coordinator') await refuseRemoved(deps, actor);
  const { input, text } = await readRequest(operation, request);
  const handle = typed as unknown as (call: object) => Promise<unknown>; // oxlint-disable-line -- the table is checked name by name in handlers.ts
  const { params, query } = input;
  const pages = pagesOf(deps.cursors, { operation: name, params, query, body: text, actor });
  const call = { ...input, query: await pages.query(), actor, now };
  const key = operation.method === 'post' ? idempotencyKey(request) : undefined;
  const tableOf = (table: Deps['table']) => (operation.method === 'post' ? recordFor(actor, table) : table);
  if (key === undefined) {
    const result = await handle({ ...call, deps: { ...deps, table: await tableOf(deps.table) } });
    return isDownload(result)
      ? respondDownload(result, operation.download)
      : respond(answerOf(operation, await pages.answer(result)));
  }
  const once = new OnceOnly(
    deps.table,
    actor,
    key,
    { operation: name, path: request.path, query: request.query, body: text },
    now,
  );
  try {
    const earlier = await once.remembered();
    if (earlier) return respond(earlier);
    const result = await handle({ ...call, deps: { ...deps, table: await tableOf(once.table) } });
    const answer = answerOf(operation, await pages.answer(result));
    if (!operation.shownOnce) await once.remember(answer);
    return respond(answer);
  } catch (error) {
    if (error instanceof Repeated) return respond(error.answer);
    throw error;
  }
};

/** What somebody is told of an error; one that nobody expected is logged. */
const refusalOf = (deps: Deps, error: unknown): Response => {
  const body = problemOf(error);
  if (body.status === 500 || error instanceof Unusable) {
    const stack = error instanceof Error ? error.stack : undefined;
    deps.log({ level: 'error', event: 'unexpected_error', error: stack ?? String(error) });
  }
  const retryAfter = retryAfterSeconds[body.status];
  return respondProblem(body, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
};

/** The HTTP API of the product, below /v1, over whatever ports a deployment supplies. */
export const createApp = (deps: Deps): Hono => {
  const app = new Hono();
  // A list of postings is a sixth as long when it is compressed, which a slow line notices.
  app.use(compress());
  app.use(secureHeaders());
  // The same address answers each reader differently: no browser may show one person's answer to the next.
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  const methods = new Map<string, string[]>();
  for (const { name, method, path } of routes) {
    const route = `/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    methods.set(route, [...(methods.get(route) ?? []), method]);
    app.on(method, route, async (c) => {
      const begun = performance.now();
      const answer = await carryOut(deps, name, {
        path: c.req.path,
        header: (header) => c.req.header(header),
        params: c.req.param(),
        query: c.req.query(),
        body: c.req.raw.body,
      }).catch((error: unknown) => refusalOf(deps, error));
      deps.answered?.({ operation: name, status: answer.status, ms: performance.now() - begun });
      return answer;
    });
  }
  // Few ask for it, and making it takes as long as the rest of the start.
  const document = openOnce(async () => JSON.stringify((await import('./openapi.ts')).openApiDocument()));
  app.get('/v1/openapi.json', async (c) =>
    c.body(await document(), 200, { 'content-type': 'application/json' }),
  );
  for (const [route, allowed] of methods)
    app.all(route, (c) =>
      respondProblem(
        problem(405, 'method_not_allowed', `${c.req.method} is not possible here; ${allowed.join(', ')} is.`),
        { allow: allowed.join(', ') },
      ),
    );
  app.notFound((c) =>
    respondProblem(problem(404, 'no_such_route', `There is nothing at ${c.req.path}. See /v1/openapi.json.`)),
  );
  app.onError((error) => refusalOf(deps, error));
  return app;
};
