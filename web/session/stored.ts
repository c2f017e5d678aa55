/** The access token as this tab keeps it; gone when the tab closes. */
export interface StoredToken {
  token: string;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** Proves to the issuer, at the sign-out, who asks for it. */
  idToken?: unknown;
  /** Whose it is. */
  subject?: unknown;
}

const key = 'signed-in';

export function readToken(storage: Storage): StoredToken | undefined {
  try {
    const held: { readonly [K in keyof StoredToken]?: unknown } = Object(
      JSON.parse(storage.getItem(key) ?? 'null'),
    );
    const { token, expiresAt } = held;
    return typeof token === 'string' && typeof expiresAt === 'number'
      ? { ...held, token, expiresAt }
      : undefined;
  } catch {
    return undefined;
  }
}

export const writeToken = (storage: Storage, value: StoredToken): void =>
  storage.setItem(key, JSON.stringify(value));
