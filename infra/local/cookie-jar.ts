/** Fetches as one browser would, as far as cookies go: keeps them by name and path, follows no redirect by itself. */
export function browserFetch(): (url: string | URL, init?: RequestInit) => Promise<Response> {
  const jar = new Map<string, { name: string; value: string; path: string }>();

  const keep = (setCookie: string): void => {
    const [pair = '', ...attributes] = setCookie.split(/;\s*/);
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const gone = value === '' || attributes.some((attribute) => /^expires=Thu, 01 Jan 1970/i.test(attribute));
    if (gone) jar.delete(`${path} ${name}`);
    else jar.set(`${path} ${name}`, { name, value, path });
  };

  return async (url, init = {}) => {
    const { pathname } = new URL(url);
    const cookie = [...jar.values()]
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    response.headers.getSetCookie().forEach(keep);
    return response;
  };
}
