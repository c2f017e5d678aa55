/**
 * What a browser keeps for whoever opened a page before and has no line now: the site's own files and the one document
 * that is the same for everybody. Documents come from the network whenever there is one, so that nobody stays with an
 * old version; what is asked of the API goes by here untouched, and nothing of it is kept.
 */

interface Offline {
  /** Changes with every file of the site. */
  version: string;
  /** Where the files of this build are, each or a folder of them. */
  files: readonly string[];
  /** Those that every page needs. */
  first: readonly string[];
  /** Set when the site is to keep nothing any more: whoever has this worker gets rid of it, and of what it kept. */
  off: boolean;
}

interface Lasting extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Asked extends Lasting {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}

declare const registration: ServiceWorkerRegistration;
declare const skipWaiting: () => Promise<void>;
declare const clients: { claim: () => Promise<void> };

const { version, files, first, off }: Offline = JSON.parse(OFFLINE);
const name = `site-${version}`;
const shell = '/index.html';

const isOurs = (path: string): boolean =>
  files.some((file) => (file.endsWith('/') ? path.startsWith(file) : path === file));

/** Pages have no dot in their last step. What is said to the API and to the sign-in is nobody else's. */
const isPage = (path: string): boolean => !/^\/(v1|oidc)(\/|$)|\.[^/]*$/.test(path);

const install = async (): Promise<void> => {
  if (!off) {
    const document = await fetch(new Request(shell, { cache: 'no-cache' }));
    const text = await document.clone().text();
    // While a deployment is under way the document may be of another build: the browser tries again later.
    if (!document.ok || !first.every((file) => text.includes(file)))
      throw new Error('The document is of another build.');
    const cache = await caches.open(name);
    await cache.addAll(first);
    await cache.put(shell, document);
  }
  await skipWaiting();
};

const keep = async (paths: readonly string[]): Promise<void> => {
  const cache = await caches.open(name);
  await Promise.all(
    paths.filter(isOurs).map(async (path) => {
      if ((await cache.match(path, { ignoreVary: true })) === undefined) await cache.add(path);
    }),
  );
};

/** What an older version kept and this one has too is taken over; all else goes. */
const activate = async (): Promise<void> => {
  const cache = await caches.open(name);
  for (const old of await caches.keys()) {
    if (old === name) continue;
    const before = await caches.open(old);
    for (const request of await before.keys()) {
      const kept = isOurs(new URL(request.url).pathname) && !off && (await before.match(request));
      // What finds no room comes from the network again.
      if (kept) await cache.put(request, kept).catch(() => undefined);
    }
    await caches.delete(old);
  }
  if (!off) return clients.claim();
  await caches.delete(name);
  await registration.unregister();
};

/** A browser that has no room, or whose storage is broken, has the network. */
const keptFor = (request: Request): Promise<Response | undefined> =>
  caches.match(request, { cacheName: name, ignoreVary: true }).catch(() => undefined);

const store = async (request: Request, answer: Response): Promise<void> => {
  const cache = await caches.open(name);
  await cache.put(request, answer);
};

const fromCache = async (event: Asked, path: string): Promise<Response> => {
  const { request } = event;
  const kept = await keptFor(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok && isOurs(path)) event.waitUntil(store(request, answer.clone()).catch(() => undefined));
  return answer;
};

const fromNetwork = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(shell, { cacheName: name });
    if (kept === undefined) throw error;
    return kept;
  }
};

const answerTo = (event: Asked): Promise<Response> | undefined => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (off || request.method !== 'GET' || origin !== location.origin) return undefined;
  if (pathname.startsWith('/assets/')) return fromCache(event, pathname);
  return request.mode === 'navigate' && isPage(pathname) ? fromNetwork(request) : undefined;
};

const isLasting = (event: Event): event is Lasting => 'waitUntil' in event;
const isAsked = (event: Event): event is Asked => 'respondWith' in event;

addEventListener('install', (event) => isLasting(event) && event.waitUntil(install()));
addEventListener('activate', (event) => isLasting(event) && event.waitUntil(activate()));
addEventListener('message', (event: MessageEvent<readonly string[]>) => {
  if (isLasting(event) && !off) event.waitUntil(keep(event.data));
});
addEventListener('fetch', (event) => {
  if (!isAsked(event)) return;
  const answer = answerTo(event);
  if (answer !== undefined) event.respondWith(answer);
});
