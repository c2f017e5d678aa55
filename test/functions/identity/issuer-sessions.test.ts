import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { publicJwks } from '../../../functions/identity/keys.ts';
import { oidcVerifier } from '../../../functions/identity/verifier.ts';
import { browserFetch } from '../../../infra/local/cookie-jar.ts';
import { signIn } from '../../../infra/local/sign-in.ts';
import type { RunningIssuer } from '../../support/issuer.ts';
import { startIssuer } from '../../support/issuer.ts';

const password = 'correct horse battery';
const student = { email: 'lin@example.org', name: '林晓', role: 'student', password } as const;
const Refreshed = z.object({ access_token: z.string(), refresh_token: z.string() });

let running: RunningIssuer;
beforeAll(async () => {
  running = await startIssuer({ demoAccounts: [student] });
});
afterAll(() => running.stop());

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${running.issuer}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });
const refresh = (token: string) =>
  post('/token', { grant_type: 'refresh_token', client_id: 'web', refresh_token: token });

test('a refresh token gives a new access token and a new refresh token, once', async () => {
  const { refreshToken = '' } = await signIn(running.origin, student.email, password);
  const answer = await refresh(refreshToken);
  const tokens = Refreshed.parse(await answer.json());
  const { issuer, audience, keys } = running;
  const identity = await oidcVerifier({ issuer, audience, jwks: publicJwks(keys) }).verify(
    tokens.access_token,
  );
  expect(identity).toMatchObject({ email: student.email, role: 'student' });

  // A token used twice was stolen from someone: the whole family ends (RFC 9700, section 4.14.2).
  expect((await refresh(refreshToken)).status).toBe(400);
  expect((await refresh(tokens.refresh_token)).status).toBe(400);
});

test('a revoked refresh token is dead', async () => {
  const { refreshToken = '' } = await signIn(running.origin, student.email, password);
  const revoked = await post('/token/revocation', { client_id: 'web', token: refreshToken });
  expect(revoked.status).toBe(200);
  expect((await refresh(refreshToken)).status).toBe(400);
});

test('the ID token names the person for the site, never the password', async () => {
  const { idToken } = await signIn(running.origin, student.email, password);
  const { email, name, role } = student;
  expect(decodeJwt(idToken)).toMatchObject({ aud: 'web', email, name, role });
  expect(idToken).not.toContain(Buffer.from(password).toString('base64url'));
});

test('the token endpoint answers scripts of the site only', async () => {
  const fields = {
    grant_type: 'authorization_code',
    client_id: 'web',
    code: 'x',
    code_verifier: 'x'.repeat(43),
  };
  const own = await post('/token', fields, { origin: running.origin });
  expect(own.headers.get('access-control-allow-origin')).toBe(running.origin);
  const foreign = await post('/token', fields, { origin: 'https://elsewhere.example' });
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
});

test('an issuer that starts again with the same keys and table goes on: tokens and refresh tokens hold', async () => {
  const { accessToken, refreshToken = '' } = await signIn(running.origin, student.email, password);
  await running.restart();
  const { issuer, audience, keys } = running;
  expect(await oidcVerifier({ issuer, audience, jwks: publicJwks(keys) }).verify(accessToken)).toBeDefined();
  expect((await refresh(refreshToken)).status).toBe(200);
});

test('a browser that is signed in gets a code at once, until it signs out', async () => {
  const browse = browserFetch();
  const authorize = `${running.issuer}/auth?${new URLSearchParams({
    client_id: 'web',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: `${running.origin}/signin/callback`,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })}`;
  const next = async (answer: Response): Promise<URL> => {
    await answer.arrayBuffer();
    return new URL(answer.headers.get('location') ?? '', running.origin);
  };
  const page = await next(await browse(authorize));
  const pressed = await browse(page, { method: 'POST', body: new URLSearchParams({ demo: student.email }) });
  await next(await browse(await next(pressed)));
  expect((await next(await browse(authorize))).searchParams.get('code')).toBeTruthy();

  const { idToken } = await signIn(running.origin, student.email, password);
  const home = `${running.origin}/`;
  const ending = new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: home });
  const question = await (await browse(`${running.issuer}/session/end?${ending}`)).text();
  expect(question).toContain('<script src="/oidc/sign-out.js"></script>');
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(question)?.[1] ?? '';
  const action = /action="([^"]+)"/.exec(question)?.[1] ?? '';
  const answer = new URLSearchParams({ xsrf, logout: 'yes' });
  expect((await next(await browse(action, { method: 'POST', body: answer }))).href).toBe(home);
  expect((await next(await browse(authorize))).pathname).toContain('/oidc/interaction/');
});
