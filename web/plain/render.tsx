import { renderToString } from 'preact-render-to-string';
import { addressOf, type Call } from '../api/client.ts';
import { type AtHand, AtHandContext, ClientContext } from '../api/context.ts';
import { operationMap } from '../api/operation-map.ts';
import { bringWords } from '../i18n/dictionary.ts';
import { writeIn } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';
import { LangProvider } from '../i18n/use-lang.tsx';
import { shellWords } from '../i18n/sources.ts';
import { Session } from '../session/session.ts';
import { SessionProvider } from '../session/use-session.tsx';
import { CycleProvider } from '../shell/cycle.tsx';
import { LocationProvider, pathOf } from '../shell/location.tsx';
import { Shell } from '../shell/shell.tsx';
import { bringPage } from '../shell/use-page.ts';

/** What the API answered. */
export interface Answered {
  status: number;
  body: unknown;
}

/** Asks the API as nobody in particular: `ask('/v1/postings')`. */
export type Ask = (url: string) => Promise<Answered>;

/** How often what came may make a page ask for more. */
const rounds = 5;

const nothing: Storage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  clear: () => undefined,
};

const nobodyCalls: Call = () => Promise.reject(new Error('A document asks nothing by itself.'));

const zoneIn = (cycle: unknown): string =>
  typeof cycle === 'object' && cycle !== null && 'zone' in cycle && typeof cycle.zone === 'string'
    ? cycle.zone
    : 'Asia/Shanghai';

/** A page as a visitor without a script sees it, with every answer that it shows; undefined where what it is about is not there. */
export const renderPage = async (
  url: string,
  lang: Lang,
  ask: Ask,
): Promise<{ html: string; answers: ReadonlyMap<string, unknown> } | undefined> => {
  const path = pathOf(url);
  const [first] = await Promise.all([bringPage(path, lang, 0), bringWords(lang, shellWords)]);
  if (first.state === 'unreachable') throw new Error(`The parts of ${path} cannot be brought.`);
  const session = new Session({
    storage: nothing,
    now: Date.now,
    issuer: () => Promise.reject(new Error('A document signs nobody in.')),
  });
  const answers = new Map<string, unknown>();
  const refused = new Set<string>();
  for (let round = 0; ; round += 1) {
    const wanted = new Set<string>();
    const atHand: AtHand = (name, request) => {
      const address = `/v1${addressOf(operationMap[name]?.[1] ?? '', request)}`;
      if (!answers.has(address) && !refused.has(address)) wanted.add(address);
      return answers.get(address);
    };
    writeIn(zoneIn(answers.get('/v1/cycles/current')));
    const html = renderToString(
      <LocationProvider at={url}>
        <LangProvider initial={lang}>
          <ClientContext.Provider value={nobodyCalls}>
            <AtHandContext.Provider value={atHand}>
              <SessionProvider session={session}>
                <CycleProvider>
                  <Shell first={first} />
                </CycleProvider>
              </SessionProvider>
            </AtHandContext.Provider>
          </ClientContext.Provider>
        </LangProvider>
      </LocationProvider>,
    );
    if (wanted.size === 0 || round === rounds) return { html, answers };
    for (const [address, answer] of await Promise.all(
      [...wanted].map(async (one): Promise<[string, Answered]> => [one, await ask(one)]),
    )) {
      if (answer.status === 200) answers.set(address, answer.body);
      else refused.add(address);
      if (answer.status === 404 && address !== '/v1/cycles/current') return undefined;
    }
  }
};
