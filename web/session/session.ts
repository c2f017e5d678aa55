import type { Issuer } from './oidc.ts';
import { readToken, type StoredToken, writeToken } from './stored.ts';

/** `expired`: there was a token and the server no longer takes it. */
export type SignIn = 'out' | 'in' | 'expired';

export interface SessionDeps {
  storage: Storage;
  now: () => number;
  issuer: () => Promise<Issuer>;
  /** Where the tabs of this browser tell each other of sign-ins and sign-outs. */
  channel?: BroadcastChannel;
}

/** Somebody signed out; a tab began without a sign-in; here is one for whoever has none. */
type Told = 'out' | 'wanted' | StoredToken;

/** Holds this tab's sign-in. Listeners hear every change of `state`. */
export class Session {
  readonly #deps: SessionDeps;
  /** Where one signs in and out; rejects where it cannot be reached. */
  readonly issuer: SessionDeps['issuer'];
  readonly #listeners = new Set<() => void>();
  #state: SignIn;
  #token: string | undefined;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.issuer = deps.issuer;
    const stored = readToken(deps.storage);
    this.#token = stored?.token;
    this.#state = stored === undefined ? 'out' : stored.expiresAt > deps.now() ? 'in' : 'expired';
    deps.channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => this.#hear(data));
    // A link opened in a tab of its own is the same person's: the tabs before it know who that is.
    if (this.#state !== 'in') this.#tell('wanted');
  }

  #hear(told: Told): void {
    if (told === 'out') this.#forget();
    else if (told === 'wanted') {
      if (this.#state === 'in') this.share();
    } else if (this.#state !== 'in' && told.token !== this.#token && told.expiresAt > this.#deps.now()) {
      // A tab whose sign-in has expired still shows its person's page, which is nobody else's to go on with.
      const mine = readToken(this.#deps.storage) ?? told;
      if (mine.subject === told.subject) this.take(told);
    }
  }

  take(token: StoredToken): void {
    writeToken(this.#deps.storage, token);
    this.#token = token.token;
    this.#change('in');
  }

  #forget(): void {
    // What was typed and not saved goes, too.
    this.#deps.storage.clear();
    this.#token = undefined;
    this.#change('out');
  }

  #tell(told: Told): void {
    this.#deps.channel?.postMessage(told);
  }

  /** Gives this tab's sign-in to those that have none, or one that has expired. */
  share(): void {
    const token = readToken(this.#deps.storage);
    if (token !== undefined) this.#tell(token);
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
    (await this.issuer()).begin(returnTo, signUp);

  /** After a 401: true when there is a new token; otherwise the state becomes `expired`. */
  readonly renew = async (): Promise<boolean> => {
    const token = await this.issuer()
      .then((issuer) => issuer.renew())
      .catch(() => undefined);
    if (token === undefined) {
      this.#change('expired');
      this.#tell('wanted');
      return false;
    }
    this.take(token);
    return true;
  };

  /** Forgets what this tab holds of the person, then leaves for the issuer's sign-out. */
  readonly end = async (): Promise<void> => {
    const held = readToken(this.#deps.storage);
    this.#forget();
    this.#tell('out');
    await (await this.issuer()).end(held?.idToken);
  };

  #change(state: SignIn): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
