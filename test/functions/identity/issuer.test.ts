import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicJwks } from '../../../functions/identity/keys.ts';
import { maxAttempts } from '../../../functions/identity/attempts.ts';
import { oidcVerifier } from '../../../functions/identity/verifier.ts';
import { browserFetch } from '../../../infra/local/cookie-jar.ts';
import { signIn, SignInRefused, signUp } from '../../../infra/local/sign-in.ts';
import type { RunningIssuer } from '../../support/issuer.ts';
import { startIssuer } from '../../support/issuer.ts';

const password = 'correct horse battery';
const coordinator = { email: 'chen@example.org', name: '陈<协调>', role: 'coordinator', password } as const;

let running: RunningIssuer;
beforeAll(async () => {
  running = await startIssuer({ demoAccounts: [coordinator] });
});
afterAll(() => running.stop());

const identityOf = (accessToken: string) => {
  const { issuer, audience, keys } = running;
  return oidcVerifier({ issuer, audience, jwks: publicJwks(keys) }).verify(accessToken);
};
const refusal = async (attempt: Promise<unknown>): Promise<SignInRefused> => {
  const error: unknown = await attempt.catch((reason: unknown) => reason);
  if (!(error instanceof SignInRefused)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
};
const challenge = {
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
};
const authorizeUrl = (change: Record<string, string> = {}): string => {
  const base = {
    client_id: 'web',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: `${running.origin}/signin/callback`,
  };
  return `${running.issuer}/auth?${new URLSearchParams({ ...base, ...change })}`;
};
/** Opens the sign-in page in a browser of its own. */
async function openPage(change: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const browse = browserFetch();
  const started = await browse(authorizeUrl({ ...challenge, ...change }), { headers });
  let url = new URL(started.headers.get('location') ?? '', running.origin);
  let page = await browse(url, { headers });
  if (page.status === 303) {
    url = new URL(page.headers.get('location') ?? '', url);
    page = await browse(url, { headers });
  }
  return { browse, url, page, text: await page.text() };
}

test('anyone signs up as a student, a company or a referrer and can sign in again', async () => {
  for (const role of ['student', 'company', 'referrer']) {
    const account = { email: `${role}@example.org`, name: '新人', role, password };
    const first = await identityOf((await signUp(running.origin, account)).accessToken);
    expect(first).toMatchObject({ email: account.email, name: '新人', role });
    const again = await identityOf((await signIn(running.origin, account.email, password)).accessToken);
    expect(again).toEqual(first);
  }
});

test('nobody signs up as a coordinator, whatever is posted', async () => {
  const eve = { email: 'eve@example.org', name: 'Eve', role: 'coordinator', password };
  const refused = await refusal(signUp(running.origin, eve));
  expect(refused.status).toBe(422);
  expect(refused.page).toContain('Choose what you are signing up as.');
  await refusal(signIn(running.origin, eve.email, password));
});

test('an address that has an account is not taken over', async () => {
  const refused = await refusal(signUp(running.origin, { ...coordinator, role: 'student' }));
  expect(refused.page).toContain('has an account');
  expect(await running.accounts.authenticate(coordinator.email, password)).toMatchObject({
    role: 'coordinator',
  });
});

test('a wrong password is refused with a way to mend it, and shown back safely', async () => {
  const refused = await refusal(signIn(running.origin, '"><script>alert(1)</script>', 'wrong password'));
  expect(refused.status).toBe(422);
  expect(refused.page).toContain('<title>Error: Sign in');
  expect(refused.page).toContain('<h1>Sign in</h1>');
  expect(refused.page).toContain('role="alert"');
  expect(refused.page).toContain('<a href="#password">The email address or the password is not right');
  expect(refused.page).not.toContain('<script>alert');
  expect(refused.page).not.toContain('wrong password');
});

test('after too many tries even the right password has to wait', async () => {
  const account = { email: 'guessed@example.org', name: 'G', role: 'student', password } as const;
  await running.accounts.create(account);
  for (let at = 0; at < maxAttempts; at += 1)
    await refusal(signIn(running.origin, account.email, 'wrong password'));
  const refused = await refusal(signIn(running.origin, 'Guessed@example.org', password));
  expect(refused.page).toContain('Too many attempts');
});

test('a demo account is one press', async () => {
  const { browse, url, text } = await openPage();
  expect(text).toContain('陈&lt;协调&gt;');
  const pressed = await browse(url, {
    method: 'POST',
    body: new URLSearchParams({ demo: coordinator.email }),
  });
  const resumed = await browse(new URL(pressed.headers.get('location') ?? '', url));
  expect(resumed.headers.get('location')).toMatch(/\/signin\/callback\?code=/);
});

test('PKCE with S256 is required, and only registered sites get a code', async () => {
  const without = await fetch(authorizeUrl(), { redirect: 'manual' });
  expect(without.headers.get('location')).toContain('error=invalid_request');
  const plain = { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' };
  const weak = await fetch(authorizeUrl(plain), { redirect: 'manual' });
  expect(weak.headers.get('location')).toContain('error=invalid_request');
  const elsewhere = { ...challenge, redirect_uri: 'https://elsewhere.example/signin/callback' };
  const foreign = await fetch(authorizeUrl(elsewhere), { redirect: 'manual' });
  expect(foreign.status).toBe(400);
  expect(foreign.headers.get('location')).toBeNull();
  expect(await foreign.text()).toContain('You are not signed in');
});

test('a resource other than the API is refused', async () => {
  const other = await fetch(authorizeUrl({ ...challenge, resource: 'https://elsewhere.example' }), {
    redirect: 'manual',
  });
  expect(other.headers.get('location')).toContain('error=invalid_target');
});

test('pages are in the language asked for, load nothing from outside and run no inline script', async () => {
  const { page, text } = await openPage({ ui_locales: 'zh-CN' }, { 'accept-language': 'en' });
  expect(text).toContain('<html lang="zh-Hans">');
  expect(text).toContain('<h1>登录</h1>');
  expect((await openPage({}, { 'accept-language': 'zh-CN,en;q=0.5' })).text).toContain('lang="zh-Hans"');
  expect((await openPage({}, { 'accept-language': 'fr' })).text).toContain('<h1>Sign in</h1>');
  expect(text.match(/(?:src|href)="(?!\/oidc\/|#|data:,|http:\/\/localhost)[^"]*"/g)).toBeNull();
  expect(text).not.toMatch(/<script|<style| on\w+=| style=/);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  const css = await fetch(`${running.issuer}/pages.css`);
  expect(css.headers.get('content-type')).toContain('text/css');
});

test.each([
  ['signup', '<h1>注册账号</h1>', ['typed@example.org', '新人 &amp; Co', 'company" checked']],
  ['', '<h1>登录</h1>', ['typed@example.org']],
])('another language keeps what was typed but the password: %s', async (hint, heading, kept) => {
  const typed = { role: 'company', name: '新人 & Co', email: 'typed@example.org', password };
  const { browse, url, text } = await openPage({ screen_hint: hint });
  const [, action = '', name = ''] = /formaction="([^"]*)"\s+name="([^"]*)"/.exec(text) ?? [];
  const body = new URLSearchParams({ ...typed, [name]: 'yes' });
  const answer = await browse(new URL(action, url), { method: 'POST', body });
  expect(answer.status).toBe(200);
  const page = (await answer.text()).replaceAll(/\s+/g, ' ');
  for (const part of [heading, ...kept.map((value) => `value="${value}`)]) expect(page).toContain(part);
  expect(page).not.toContain(password);
  expect(await running.accounts.authenticate(typed.email, password)).toBeUndefined();
});

test('Enter in a field sends its form, whatever stands before it', async () => {
  const { text } = await openPage();
  expect(/<button form="typed"[^>]*>/.exec(text)?.[0]).not.toContain('formaction');
});

test('the site can send a newcomer straight to the sign-up page', async () => {
  const { url, text } = await openPage({ screen_hint: 'signup' });
  expect(url.pathname).toMatch(/\/sign-up$/);
  expect(text).toContain('<h1>Create an account</h1>');
});

test('a sign-in page from another browser, or one long gone, says that it has expired', async () => {
  const { url } = await openPage();
  for (const request of [
    fetch(url),
    fetch(url, { method: 'POST', body: new URLSearchParams({ demo: coordinator.email }) }),
  ]) {
    const answer = await request;
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('This page has expired');
  }
});

test('going back tells the site that nobody signed in', async () => {
  const { browse, url } = await openPage();
  const cancelled = await browse(`${url.href}/cancel`, { method: 'POST' });
  const resumed = await browse(new URL(cancelled.headers.get('location') ?? '', url));
  expect(resumed.headers.get('location')).toContain('error=access_denied');
});
