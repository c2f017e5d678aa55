import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { connect } from '../../../functions/search/open-search/connection.ts';
import { listenOn } from '../../../infra/local/listen.ts';

afterEach(() => vi.unstubAllEnvs());

it('signs what it asks of a managed domain, and nothing else', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const port = await listenOn(server, 0);
  for (const connection of [
    connect(`http://127.0.0.1:${port}`, { signedFor: 'eu-central-1' }),
    connect(`http://127.0.0.1:${port}`),
  ]) {
    await connection.ask({ method: 'POST', path: '/_bulk', body: '{}\n' });
    await connection.close();
  }
  await new Promise((resolve) => server.close(resolve));
  expect(seen.map(({ authorization }) => authorization)).toEqual([
    expect.stringMatching(
      /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-central-1\/es\/aws4_request, SignedHeaders=[^,]*host[^,]*, Signature=[0-9a-f]{64}$/,
    ),
    undefined,
  ]);
});
