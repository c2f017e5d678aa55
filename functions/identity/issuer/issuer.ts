import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { raw } from 'hono/html';
import type { Client, Context } from 'oidc-provider';
import { errors, Provider } from 'oidc-provider';
import type { Clock } from '../../clock/clock.ts';
import type { Table } from '../../table/table.ts';
import type { Accounts } from '../accounts.ts';
import { signInAttempts } from '../attempts.ts';
import type { IssuerKeys } from '../keys.ts';
import type { DemoAccount } from './forms.ts';
import { interactionPages } from './interactions.ts';
import type { Frame, Html } from './layout.ts';
import { messagePage, signOutPage } from './layout.ts';
import { issuerStore } from './store.ts';
import { chooseLang } from './words.ts';

export interface IssuerOptions {
  /** Public URL of the issuer with its path, e.g. `http://localhost:8080/oidc`. */
  issuer: string;
  /** Origins on which the site runs; the first is home. Redirects go to `/signin/callback` and `/` of each. */
  origins: readonly [string, ...string[]];
  /** `aud` of the access tokens: the API's URL. */
  audience: string;
  accounts: Accounts;
  keys: IssuerKeys;
  /** Sessions and grants; better a table of its own, since its change log holds secrets. */
  table: Table;
  clock: Clock;
  demoAccounts?: readonly DemoAccount[];
  onError: (error: unknown) => void;
}

export interface Issuer {
  /** Answers every request at and below the issuer's path. */
  listener: (request: IncomingMessage, response: ServerResponse) => void;
}

const scopes = 'openid profile email';
const apiScope = 'api';
const hour = 3600;
const day = 24 * hour;

/**
 * The embedded OpenID Connect provider: Authorization Code with PKCE for the public client `web`, JWT access tokens
 * (RFC 9068) for the API with the claims `role`, `email` and `name`, refresh tokens that rotate, sign-out.
 */
export function createIssuer(options: IssuerOptions): Issuer {
  const { issuer, origins, audience, accounts, keys, table, clock, demoAccounts = [], onError } = options;
  const base = new URL(issuer).pathname.replace(/\/$/, '');
  const home = `${origins[0]}/`;

  const frameOf = (ctx: Context): Frame => {
    const asked = ctx.oidc.params?.ui_locales;
    const lang = chooseLang(typeof asked === 'string' ? asked : undefined, ctx.get('accept-language'));
    return { lang, base, home };
  };
  const show = async (ctx: Context, page: Html): Promise<void> => {
    ctx.type = 'html';
    ctx.body = String(await page);
  };
  const claimsOf = async (subject: string | undefined) => {
    const account = subject === undefined ? undefined : await accounts.find(subject);
    return account && { role: account.role, email: account.email, name: account.name };
  };

  const provider = new Provider(issuer, {
    adapter: issuerStore({ table, clock }),
    jwks: { keys: keys.signing },
    cookies: {
      keys: keys.cookies,
      long: { httpOnly: true, sameSite: 'lax', path: base },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    clients: [
      {
        client_id: 'web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: origins.map((origin) => `${origin}/signin/callback`),
        post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
      },
    ],
    clientBasedCORS: (_ctx: Context, origin: string, client: Client) =>
      client.redirectUris.some((uri) => new URL(uri).origin === origin),
    claims: { openid: ['sub', 'role'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    extraParams: ['screen_hint'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx: Context, client: Client, token: { clientId: string }) =>
          token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_ctx: Context, _client: Client, oneOf?: string) => oneOf ?? audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx: Context, resource: string) => {
          if (resource !== audience) throw new errors.InvalidTarget();
          return {
            scope: apiScope,
            audience,
            accessTokenTTL: hour,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256' } },
          };
        },
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx: Context, form: string) =>
          show(ctx, signOutPage(frameOf(ctx), raw(form), ctx.oidc.entities.IdTokenHint !== undefined)),
        postLogoutSuccessSource: (ctx: Context) => show(ctx, messagePage(frameOf(ctx), 'signedOut')),
      },
    },
    findAccount: async (_ctx: Context, subject: string) => {
      const claims = await claimsOf(subject);
      return claims && { accountId: subject, claims: () => ({ sub: subject, ...claims }) };
    },
    extraTokenClaims: (_ctx: Context, token: { accountId?: string }) => claimsOf(token.accountId),
    // The site is the issuer's own: signing in is the consent.
    loadExistingGrant: async ({ oidc }: Context) => {
      const {
        client,
        session,
        provider: { Grant },
      } = oidc;
      if (client === undefined || session.accountId === undefined) return undefined;
      const grantId = session.grantIdFor(client.clientId);
      const existing = grantId === undefined ? undefined : await Grant.find(grantId);
      if (existing !== undefined) return existing;
      const grant = new Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(scopes);
      grant.addResourceScope(audience, apiScope);
      await grant.save();
      return grant;
    },
    issueRefreshToken: (_ctx: Context, client: Client) => client.grantTypeAllowed('refresh_token'),
    interactions: { url: (_ctx: Context, { uid }: { uid: string }) => `${base}/interaction/${uid}` },
    renderError: (ctx: Context) => show(ctx, messagePage(frameOf(ctx), 'failed', 'failedHelp')),
    scopes: ['openid', 'offline_access'],
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      IdToken: hour,
      Interaction: hour,
      Grant: 14 * day,
      RefreshToken: 14 * day,
      Session: 14 * day,
    },
  });
  provider.on('server_error', (_ctx, error) => onError(error));

  const attempts = signInAttempts(clock);
  const pages = interactionPages({ provider, accounts, attempts, demoAccounts, base, home });
  const pageListener = getRequestListener(pages.fetch, { overrideGlobalObjects: false });
  const protocolListener = provider.callback();
  const policy = [
    `default-src 'none'`,
    `style-src 'self'`,
    `script-src 'self'`,
    `img-src data:`,
    // A form's redirects count too: sign-in ends at the site.
    `form-action 'self' ${origins.join(' ')}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; ');

  return {
    listener: (request, response) => {
      response.setHeader('content-security-policy', policy);
      response.setHeader('referrer-policy', 'no-referrer');
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('cache-control', 'no-store');
      // The addresses it gives out are the configured issuer's, whatever host a request names.
      request.headers.host = new URL(issuer).host;
      const url = request.url ?? '/';
      const below = url.slice(base.length);
      if (/^\/(interaction\/|pages\.css|sign-out\.js)/.test(below)) {
        pageListener(request, response).catch(onError);
        return;
      }
      Object.assign(request, { originalUrl: url, url: below === '' ? '/' : below });
      protocolListener(request, response).catch(onError);
    },
  };
}
