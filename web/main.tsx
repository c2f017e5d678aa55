import { render } from 'preact';
import { LocationProvider } from './shell/location.tsx';
import { createClient } from './api/client.ts';
import { operationMap } from './api/operation-map.ts';
import { ClientContext } from './api/context.ts';
import { bringWords } from './i18n/dictionary.ts';
import { chooseLang } from './i18n/lang.ts';
import { LangProvider, storedLang } from './i18n/use-lang.tsx';
import { shellWords } from './i18n/sources.ts';
import { Session } from './session/session.ts';
import { SessionProvider } from './session/use-session.tsx';
import { CycleProvider } from './shell/cycle.tsx';
import { bringPart } from './shell/later.tsx';
import { menu } from './shell/routes.ts';
import { Shell } from './shell/shell.tsx';
import { bringPage } from './shell/use-page.ts';

const session = new Session({
  storage: sessionStorage,
  now: Date.now,
  channel: new BroadcastChannel('session'),
  issuer: async () => (await import('./session/oidc.ts')).connectIssuer(),
});
const call = createClient({
  fetch: (...request) => fetch(...request),
  base: '/v1',
  operations: operationMap,
  token: session.token,
  renew: session.renew,
});

const lang = chooseLang(storedLang(), navigator.languages);
// What the first page needs is asked for at once, so that it waits for one answer of the line and not for three.
const known = session.state === 'in';
const [first] = await Promise.all([
  bringPage(location.pathname, lang, 0),
  bringWords(lang, shellWords),
  ...(known ? [bringPart(menu, lang).catch(() => undefined)] : []),
]);
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app.');
root.textContent = '';
render(
  <LocationProvider>
    <LangProvider initial={lang}>
      <ClientContext.Provider value={call}>
        <SessionProvider session={session}>
          <CycleProvider>
            <Shell first={first} />
          </CycleProvider>
        </SessionProvider>
      </ClientContext.Provider>
    </LangProvider>
  </LocationProvider>,
  root,
);
