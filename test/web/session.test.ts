import { describe, expect, it } from 'vitest';
import type { Issuer } from '../../web/session/oidc.ts';
import { Session } from '../../web/session/session.ts';

/** A Storage that stores. */
function storage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  };
}

/** An issuer that gives one token and takes the place to come back to. */
function issuer(returnTo: string, renewed?: string): Issuer {
  return {
    begin: () => Promise.resolve(),
    complete: () => Promise.resolve({ token: { token: 'first', expiresAt: 2_000 }, returnTo }),
    renew: () => Promise.resolve(renewed === undefined ? undefined : { token: renewed, expiresAt: 3_000 }),
    end: () => Promise.resolve(),
  };
}
const sessionIn = (kept: Storage, now: number, is: Issuer = issuer('/student')) =>
  new Session({ storage: kept, now: () => now, issuer: () => Promise.resolve(is) });

describe('the sign-in of a tab', () => {
  it('survives a reload until its token expires', async () => {
    const kept = storage();
    expect(sessionIn(kept, 0).state).toBe('out');
    expect(await sessionIn(kept, 0).complete('http://site/signin/callback?code=1')).toBe('/student');
    expect(sessionIn(kept, 1_999).state).toBe('in');
    expect(sessionIn(kept, 1_999).token()).toBe('first');
    expect(sessionIn(kept, 2_000).state).toBe('expired');
  });
  it('never returns to another site', async () => {
    for (const foreign of ['//evil.example', 'https://evil.example', '/\\evil.example'])
      expect(await sessionIn(storage(), 0, issuer(foreign)).complete('x')).toBe('/');
  });
  it('takes a renewed token, or says that it expired', async () => {
    const kept = storage();
    const renewing = sessionIn(kept, 0, issuer('/', 'second'));
    await renewing.complete('x');
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
    await session.complete('x');
    await session.end();
    expect([session.state, session.token(), kept.length]).toEqual(['out', undefined, 0]);
  });
});
