import type { Issuer } from './oidc.ts';
import { dropToken, readToken, writeToken } from './stored.ts';

/** `expired`: there was a token and the server no longer takes it. */
export type SignIn = 'out' | 'in' | 'expired';

export interface SessionDeps {
  storage: Storage;
  now: () => number;
  issuer: () => Promise<Issuer>;
}

/** Holds this tab's sign-in. Listeners hear every change of `state`. */
export class Session {
  readonly #deps: SessionDeps;
  readonly #listeners = new Set<() => void>();
  #state: SignIn;
  #token: string | undefined;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    const stored = readToken(deps.storage);
    this.#token = stored?.token;
    this.#state = stored === undefined ? 'out' : stored.expiresAt > deps.now() ? 'in' : 'expired';
  }

  get state(): SignIn {
    return this.#state;
  }

  readonly token = (): string | undefined => this.#token;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Leaves for the issuer; the person comes back to `returnTo`. */
  readonly begin = async (returnTo: string, signUp = false): Promise<void> =>
    (await this.#deps.issuer()).begin(returnTo, signUp);

  /** The redirect back. Resolves with the place to go to, always one of this site. */
  async complete(url: string): Promise<string> {
    const { token, returnTo } = await (await this.#deps.issuer()).complete(url);
    writeToken(this.#deps.storage, token);
    this.#token = token.token;
    this.#change('in');
    return /^\/(?![/\\])/.test(returnTo) ? returnTo : '/';
  }

  /** After a 401: true when there is a new token; otherwise the state becomes `expired`. */
  readonly renew = async (): Promise<boolean> => {
    const token = await this.#deps
      .issuer()
      .then((issuer) => issuer.renew())
      .catch(() => undefined);
    if (token === undefined) {
      this.#change('expired');
      return false;
    }
    writeToken(this.#deps.storage, token);
    this.#token = token.token;
    return true;
  };

  /** Forgets what this tab holds of the person, then leaves for the issuer's sign-out. */
  readonly end = async (): Promise<void> => {
    dropToken(this.#deps.storage);
    this.#token = undefined;
    this.#change('out');
    await (await this.#deps.issuer()).end();
  };

  #change(state: SignIn): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
