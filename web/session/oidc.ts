import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { User } from 'oidc-client-ts';
import { siteConfig } from './site-config.ts';
import type { StoredToken } from './stored.ts';

/** The issuer's side of a sign-in. Loaded only when someone signs in or out: it is three times the rest of the shell. */
export interface Issuer {
  /** `signUp`: opens the form for a new account. */
  begin: (returnTo: string, signUp?: boolean) => Promise<void>;
  /** Ends the redirect; throws when the issuer refused or the state is unknown. */
  complete: (url: string) => Promise<{ token: StoredToken; returnTo: string }>;
  /** A new token without a page, when the issuer gave a refresh token. */
  renew: () => Promise<StoredToken | undefined>;
  end: (idToken: unknown) => Promise<void>;
}

const tokenOf = (user: User): StoredToken => ({
  token: user.access_token,
  expiresAt: (user.expires_at ?? 0) * 1000,
  idToken: user.id_token,
  subject: user.profile.sub,
});

export async function connectIssuer(): Promise<Issuer> {
  const config = await siteConfig();
  const { audience, signOutParameter } = config;
  const home = `${location.origin}/`;
  const manager = new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: `${location.origin}/signin/callback`,
    post_logout_redirect_uri: home,
    scope: 'openid profile email',
    ...(audience !== undefined && { resource: audience, extraTokenParams: { resource: audience } }),
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  return {
    begin: (returnTo, signUp = false) =>
      manager.signinRedirect({
        state: returnTo,
        ...(signUp && { extraQueryParams: { screen_hint: 'signup' } }),
      }),
    complete: async (url) => {
      const user = await manager.signinCallback(url);
      if (user === undefined) throw new Error('The issuer sent no sign-in.');
      const back = typeof user.state === 'string' ? user.state : '/';
      return { token: tokenOf(user), returnTo: back };
    },
    renew: async () => {
      const user = await manager.getUser();
      if (user?.refresh_token === undefined) return undefined;
      const renewed = await manager.signinSilent();
      return renewed === null ? undefined : tokenOf(renewed);
    },
    end: (idToken) =>
      manager.signoutRedirect({
        ...(typeof idToken === 'string' && { id_token_hint: idToken }),
        ...(signOutParameter !== undefined && { extraQueryParams: { [signOutParameter]: home } }),
      }),
  };
}
