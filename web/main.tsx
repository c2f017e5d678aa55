import { render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { createClient } from './api/client.ts';
import { ClientContext } from './api/context.ts';
import { loadArea } from './i18n/areas.ts';
import { chooseLang } from './i18n/lang.ts';
import { LangProvider, storedLang } from './i18n/use-lang.tsx';
import { sectionOf } from './routes.ts';
import { Session } from './session/session.ts';
import { SessionProvider } from './session/use-session.tsx';
import { CycleProvider } from './shell/cycle.tsx';
import { Shell } from './shell/shell.tsx';

const session = new Session({
  storage: sessionStorage,
  now: Date.now,
  issuer: async () => (await import('./session/oidc.ts')).connectIssuer(),
});
const call = createClient({
  fetch: (...request) => fetch(...request),
  base: '/v1',
  operations: OPERATIONS,
  token: session.token,
  renew: session.renew,
});

const lang = chooseLang(storedLang(), navigator.languages);
await Promise.all([loadArea(lang, 'shared'), loadArea(lang, sectionOf(location.pathname).area)]);
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app.');
root.textContent = '';
render(
  <LocationProvider>
    <LangProvider initial={lang}>
      <ClientContext.Provider value={call}>
        <SessionProvider session={session}>
          <CycleProvider>
            <Shell />
          </CycleProvider>
        </SessionProvider>
      </ClientContext.Provider>
    </LangProvider>
  </LocationProvider>,
  root,
);
