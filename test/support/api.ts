import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, importJWK } from 'jose';
import { createApp } from '../../functions/app.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Files } from '../../functions/files/files.ts';
import { newIssuerKeys, publicJwks } from '../../functions/identity/keys.ts';
import { oidcVerifier } from '../../functions/identity/verifier.ts';
import type { OperationName } from '../../functions/operations.ts';
import type { Post } from '../../functions/webhook/post.ts';
import { embeddedPorts } from '../../infra/local/ports.ts';
import type { LocalRecord } from '../../infra/local/record.ts';
import type { SearchEngine } from '../../infra/local/search.ts';
import { testClock } from './clock.ts';
import { type CallOptions, type Person, requestOf } from './request.ts';

const issuer = 'http://localhost/oidc';
const audience = 'http://localhost/v1';

/** The API over the real embedded ports in a folder of its own, with tokens that the real verifier checks. */
export const startApi = async (
  options: { now?: string; engine?: SearchEngine; record?: LocalRecord; post?: Post; files?: Files } = {},
) => {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  const clock = testClock(options.now ?? '2026-03-20T08:00:00.000Z');
  const keys = await newIssuerKeys();
  const [signing] = keys.signing;
  if (signing === undefined) throw new Error('no signing key');
  const key = await importJWK(signing, 'RS256');
  const entries: Parameters<Deps['log']>[0][] = [];
  const ports = embeddedPorts({
    dataDir: folder,
    clock,
    identity: oidcVerifier({ issuer, audience, jwks: publicJwks(keys) }),
    log: (entry) => void entries.push(entry),
    ...(options.engine && { engine: options.engine }),
    ...(options.record && { record: options.record }),
    ...(options.post && { post: options.post }),
    ...(options.files && { files: options.files }),
  });
  const running = await ports.start();
  const app = createApp(ports.deps);

  const tokenOf = ({ subject, role, email, name = subject }: Person): Promise<string> =>
    new SignJWT({ role, email, name })
      .setProtectedHeader({
        alg: 'RS256',
        typ: 'at+jwt',
        ...(signing.kid !== undefined && { kid: signing.kid }),
      })
      .setSubject(subject)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(key);

  const request = async (name: OperationName, call: CallOptions = {}): Promise<Response> => {
    const { path, ...init } = requestOf(name, call);
    if (call.as) init.headers.set('authorization', `Bearer ${await tokenOf(call.as)}`);
    return app.request(path, init);
  };

  return {
    app,
    /** Where the record and the files are. */
    folder,
    deps: ports.deps,
    takePost: ports.takePost,
    clock,
    /** What was logged. */
    entries,
    request,
    tokenOf,
    /** Waits until events and jobs have been worked off. */
    settle: async (): Promise<void> => {
      await running.settled();
    },
    stop: async (): Promise<void> => {
      await running.stop();
      ports.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
