/** The access token as this tab keeps it; gone when the tab closes. */
export interface StoredToken {
  token: string;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** Proves to the issuer, at the sign-out, who asks for it. */
  idToken?: string | undefined;
  /** Whose it is. */
  subject?: string | undefined;
}

const key = 'signed-in';

export function readToken(storage: Storage): StoredToken | undefined {
  try {
    const { token, expiresAt, idToken, subject }: { readonly [K in keyof StoredToken]?: unknown } = Object(
      JSON.parse(storage.getItem(key) ?? 'null'),
    );
    return typeof token === 'string' && typeof expiresAt === 'number'
      ? {
          token,
          expiresAt,
          ...(typeof idToken === 'string' && { idToken }),
          ...(typeof subject === 'string' && { subject }),
        }
      : undefined;
  } catch {
    return undefined;
  }
}

export const writeToken = (storage: Storage, value: StoredToken): void =>
  storage.setItem(key, JSON.stringify(value));

/** What is typed in a form and not saved stands under keys that begin so. */
export const typedPrefix = 'typed ';
export const dropTyped = (storage: Storage): void => {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const one of keys) if (one.startsWith(typedPrefix)) storage.removeItem(one);
};
