import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { browserFetch } from './cookie-jar.ts';

const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
});

const TokenResponse = z
  .object({
    access_token: z.string(),
    id_token: z.string(),
    refresh_token: z.string().optional(),
    expires_in: z.number(),
  })
  .transform((tokens) => ({
    accessToken: tokens.access_token,
    idToken: tokens.id_token,
    refreshToken: tokens.refresh_token,
    /** Seconds until the access token expires. */
    expiresIn: tokens.expires_in,
  }));
export type Tokens = z.output<typeof TokenResponse>;

/** The issuer did not sign in: `status` and `page` are what it answered with. */
export class SignInRefused extends Error {
  override name = 'SignInRefused';
  readonly status: number;
  readonly page: string;
  constructor(status: number, page: string) {
    const reason = /class="reason"[^>]*>([^<]*)</.exec(page)?.[1] ?? 'the page gives no reason';
    super(`Sign-in was refused with status ${status}: ${reason}`);
    this.status = status;
    this.page = page;
  }
}

interface Form {
  path: string;
  fields: Record<string, string>;
}

/**
 * Authorization Code with PKCE as the web does it, for the client `web` of the issuer at `${origin}/oidc`:
 * opens the issuer's page, posts `form` there, follows the redirects, exchanges the code.
 */
async function codeFlow(origin: string, { path, fields }: Form): Promise<Tokens> {
  const issuer = `${origin}/oidc`;
  const browse = browserFetch();
  const discovery = Discovery.parse(await (await fetch(`${issuer}/.well-known/openid-configuration`)).json());
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const redirectUri = `${origin}/signin/callback`;
  const authorize = new URL(discovery.authorization_endpoint);
  authorize.search = new URLSearchParams({
    client_id: 'web',
    response_type: 'code',
    scope: 'openid profile email',
    redirect_uri: redirectUri,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

  const follow = async (response: Response, from: URL): Promise<{ url: URL; response: Response }> => {
    const location = response.headers.get('location');
    if (location === null) return { url: from, response };
    const url = new URL(location, from);
    if (url.href.startsWith(redirectUri)) return { url, response };
    return follow(await browse(url), url);
  };

  const page = await follow(await browse(authorize), authorize);
  const action = new URL(`${page.url.pathname}${path}`, page.url);
  const posted = await browse(action, { method: 'POST', body: new URLSearchParams(fields) });
  const end = await follow(posted, action);
  const code = end.url.searchParams.get('code');
  if (code === null) throw new SignInRefused(end.response.status, await end.response.text());
  if (end.url.searchParams.get('state') !== state) throw new Error('The issuer answered with another state');

  const exchanged = await fetch(discovery.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'web',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  });
  if (!exchanged.ok) throw new SignInRefused(exchanged.status, await exchanged.text());
  return TokenResponse.parse(await exchanged.json());
}

/** Signs in on the real sign-in page. Throws `SignInRefused`. */
export const signIn = (origin: string, email: string, password: string): Promise<Tokens> =>
  codeFlow(origin, { path: '', fields: { email, password } });

/** Creates an account on the real sign-up page and is signed in with it. Throws `SignInRefused`. */
export const signUp = (
  origin: string,
  account: { email: string; name: string; role: string; password: string },
): Promise<Tokens> => codeFlow(origin, { path: '/sign-up', fields: account });
