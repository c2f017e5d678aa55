import type { Issuer } from './oidc.ts';
import { dropToken, readToken, type StoredToken, writeToken } from './stored.ts';

/** `expired`: there was a token and the server no longer takes it. */
export type SignIn = 'out' | 'in' | 'expired';

export interface SessionDeps {
  storage: Storage;
  now: () => number;
  issuer: () => Promise<Issuer>;
  /** Where the tabs of this browser tell each other of sign-ins and sign-outs. */
  channel?: BroadcastChannel;
}

/** `token`: somebody signed in again for a tab whose sign-in had expired. */
type Told = { is: 'out' } | { is: 'again'; token: StoredToken };

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
    deps.channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => this.#hear(data));
  }

  #hear(told: Told): void {
    if (told.is === 'out' && this.#state !== 'out') this.#forget();
    if (told.is === 'again' && this.#state === 'expired') this.#take(told.token);
  }

  #take(token: StoredToken): void {
    writeToken(this.#deps.storage, token);
    this.#token = token.token;
    this.#change('in');
  }

  #forget(): void {
    dropToken(this.#deps.storage);
    this.#token = undefined;
    this.#change('out');
  }

  #tell(told: Told): void {
    this.#deps.channel?.postMessage(told);
  }

  /** Gives this tab's new sign-in to those whose sign-in has expired. */
  readonly share = (): void => {
    const token = readToken(this.#deps.storage);
    if (token !== undefined) this.#tell({ is: 'again', token });
  };

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
    this.#take(token);
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
    this.#forget();
    this.#tell({ is: 'out' });
    await (await this.#deps.issuer()).end();
  };

  #change(state: SignIn): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
