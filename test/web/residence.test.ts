import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { ClientContext } from '../../web/api/context.ts';
import { Session } from '../../web/session/session.ts';
import { SessionProvider } from '../../web/session/use-session.tsx';
import { ResidencePart } from '../../web/student/part-residence.tsx';
import { storage } from '../support/storage.ts';

const home = { country: 'CA', zone: 'America/Vancouver' };
const stay = { country: 'CN', zone: 'Asia/Shanghai', from: '2026-06-20', to: '2026-08-28' };

const never = () => Promise.reject(new Error('Nothing is asked of a server.'));
const session = new Session({ storage: storage(), now: () => 0, issuer: never });

it('the usual home stands first and each stay has its dates, in whatever order they are kept', () => {
  const page = (residences: (typeof home)[]) => {
    const part = h(ResidencePart, {
      profile: { residences },
      consentedAt: undefined,
      save: () => undefined,
      pending: false,
      problem: undefined,
    });
    const signedOut = h(SessionProvider, { session, children: part });
    return renderToString(h(ClientContext.Provider, { value: never, children: signedOut }));
  };
  expect(page([stay, home])).toContain(`value="${stay.from}"`);
  expect(page([stay, home])).toBe(page([home, stay]));
});
