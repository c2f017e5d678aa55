import { options, render } from 'preact';
import { LocationProvider, pathOf } from './shell/location.tsx';
import { type Call, createClient } from './api/client.ts';
import { operationMap } from './api/operation-map.ts';
import { ClientContext } from './api/context.ts';
import { bringWords } from './i18n/dictionary.ts';
import { answersIn, closeEarly, earlyAnswer } from './early/answers.ts';
import { langOfReader } from './i18n/lang.ts';
import { LangProvider } from './i18n/use-lang.tsx';
import { shellWords } from './i18n/sources.ts';
import { Session } from './session/session.ts';
import { SessionProvider } from './session/use-session.tsx';
import { CycleProvider } from './shell/cycle.tsx';
import { awaited, quiet } from './shell/awaited.ts';
import { Shell } from './shell/shell.tsx';
import { bringPage } from './shell/use-page.ts';

/** For how long what the page shows at first may be waited for, in milliseconds. */
const patience = 4000;

/** Draws the page of this address, and shows it once it is whole. */
export async function start(): Promise<void> {
  const session = new Session({
    storage: sessionStorage,
    now: Date.now,
    channel: new BroadcastChannel('session'),
    issuer: async () => (await import('./session/oidc.ts')).connectIssuer(),
  });
  const client = createClient({
    fetch: async (url, init) => {
      const early = typeof url === 'string' && init?.method === 'GET' ? await earlyAnswer(url) : undefined;
      return early?.ok === true ? early : fetch(url, init);
    },
    base: '/v1',
    operations: operationMap,
    token: session.token,
    renew: session.renew,
  });
  // What is only said to the server, nobody waits for.
  const call: Call = (name, ...rest) =>
    operationMap[name]?.[0] === 'get' ? awaited(client(name, ...rest)) : client(name, ...rest);

  if (session.state === 'out') answersIn(document);
  // What was asked before is not for whoever turns out to be signed in.
  session.listen(closeEarly);
  const lang = langOfReader();
  const [first] = await Promise.all([
    bringPage(pathOf(location.pathname), lang, 0),
    bringWords(lang, shellWords),
  ]);
  const root = document.getElementById('app');
  if (root === null) throw new Error('index.html has no #app.');
  // Nobody sees what is drawn until it is whole, so each step may follow at once.
  Object.assign(options, { requestAnimationFrame: (step: () => void) => setTimeout(step) });
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
  await quiet(patience);
  Object.assign(options, { requestAnimationFrame: undefined });
  closeEarly();
  // In one frame, so that nothing moves under the reader's eyes.
  document.getElementById('first')?.remove();
  root.hidden = false;
}
