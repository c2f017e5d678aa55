import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Issuer } from '../../web/session/oidc.ts';
import { completeSignIn } from '../../web/session/complete.ts';
import { Session } from '../../web/session/session.ts';
import { storage } from '../support/storage.ts';

/** An issuer that gives one token and takes the place to come back to. */
function issuer(returnTo: string, renewed?: string, subject?: string): Issuer {
  return {
    begin: () => Promise.resolve(),
    complete: () => Promise.resolve({ token: { token: 'first', expiresAt: 2_000, subject }, returnTo }),
    renew: () => Promise.resolve(renewed === undefined ? undefined : { token: renewed, expiresAt: 3_000 }),
    end: () => Promise.resolve(),
  };
}
const sessionIn = (
  kept: Storage,
  now: number,
  is: Issuer = issuer('/student'),
  channel?: BroadcastChannel,
): Session =>
  new Session({
    storage: kept,
    now: () => now,
    issuer: () => Promise.resolve(is),
    ...(channel && { channel }),
  });

/** Tabs hear each other at once, but for a machine that does other things besides. */
const soon = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 30_000 });

/** A tab of a browser, which hears the other tabs. */
const tabAt = (now: number): Session => {
  const channel = new BroadcastChannel('tabs');
  onTestFinished(() => channel.close());
  return sessionIn(storage(), now, undefined, channel);
};

describe('the sign-in of a tab', () => {
  it('survives a reload until its token expires', async () => {
    const kept = storage();
    expect(sessionIn(kept, 0).state).toBe('out');
    expect(await completeSignIn(sessionIn(kept, 0), kept, 'http://site/signin/callback?code=1')).toBe(
      '/student',
    );
    expect(sessionIn(kept, 1_999).state).toBe('in');
    expect(sessionIn(kept, 1_999).token()).toBe('first');
    expect(sessionIn(kept, 2_000).state).toBe('expired');
  });
  it('never returns to another site', async () => {
    for (const foreign of ['//evil.example', 'https://evil.example', '/\\evil.example'])
      expect(await completeSignIn(sessionIn(storage(), 0, issuer(foreign)), storage(), 'x')).toBe('/');
  });
  it('takes a renewed token, or says that it expired', async () => {
    const kept = storage();
    const renewing = sessionIn(kept, 0, issuer('/', 'second'));
    await completeSignIn(renewing, kept, 'x');
    expect(await renewing.renew()).toBe(true);
    expect(renewing.token()).toBe('second');
    const fading = sessionIn(kept, 0);
    const heard: string[] = [];
    fading.listen(() => heard.push(fading.state));
    expect(await fading.renew()).toBe(false);
    expect(heard).toEqual(['expired']);
  });
  it('leaves nothing at sign-out', async () => {
    const kept = storage();
    const session = sessionIn(kept, 0);
    await completeSignIn(session, kept, 'x');
    await session.end();
    expect([session.state, session.token(), kept.length]).toEqual(['out', undefined, 0]);
  });
  it('is that of the tabs before it, until it has ended there', async () => {
    const before = tabAt(0);
    await completeSignIn(before, storage(), 'x');
    const opened = tabAt(0);
    expect(opened.state).toBe('out');
    await soon(() => expect([opened.state, opened.token()]).toEqual(['in', 'first']));
    await before.end();
    await soon(() => expect(opened.state).toBe('out'));
  });
  it('that has expired is taken up by the same person in another tab, and by nobody else', async () => {
    const expired = async (subject: string) => {
      const kept = storage();
      kept.setItem('signed-in', JSON.stringify({ token: 'old', expiresAt: 2, subject }));
      const channel = new BroadcastChannel('tabs');
      onTestFinished(() => channel.close());
      const session = sessionIn(kept, 1, undefined, channel);
      await session.renew();
      expect(session.state).toBe('expired');
      return session;
    };
    const [mine, others] = [await expired('lin'), await expired('wang')];
    const channel = new BroadcastChannel('tabs');
    onTestFinished(() => channel.close());
    const again = sessionIn(storage(), 1, issuer('/', undefined, 'lin'), channel);
    await completeSignIn(again, storage(), 'x');
    again.share();
    await soon(() => expect([mine.state, mine.token()]).toEqual(['in', 'first']));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([others.state, others.token()]).toEqual(['expired', 'old']);
    // One that expires later asks for it, and does not take again what the server has refused.
    const later = await expired('lin');
    await soon(() => expect([later.state, later.token()]).toEqual(['in', 'first']));
    await later.renew();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(later.state).toBe('expired');
  });
  it.each([
    ['lin', ['typed lin /a b', 'words']],
    ['wang', [null, 'words']],
  ])('that somebody takes over has what they typed themselves alone: %s', async (subject, left) => {
    const kept = storage();
    kept.setItem('signed-in', JSON.stringify({ token: 'old', expiresAt: 0, subject: 'lin' }));
    kept.setItem('typed lin /a b', 'typed lin /a b');
    kept.setItem('other', 'words');
    await completeSignIn(sessionIn(kept, 1, issuer('/', undefined, subject)), kept, 'x');
    expect([kept.getItem('typed lin /a b'), kept.getItem('other')]).toEqual(left);
  });
  it('is not one that has expired in another tab', async () => {
    await completeSignIn(tabAt(0), storage(), 'x');
    const listener = new BroadcastChannel('tabs');
    onTestFinished(() => listener.close());
    const told = new Promise((resolve) => listener.addEventListener('message', resolve));
    const late = tabAt(2_000);
    await told;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(late.state).toBe('out');
  });
});
