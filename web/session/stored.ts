/** The access token as this tab keeps it; gone when the tab closes. */
export interface StoredToken {
  token: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

const key = 'signed-in';

export function readToken(storage: Storage): StoredToken | undefined {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (typeof value !== 'object' || value === null || !('token' in value) || !('expiresAt' in value))
      return undefined;
    const { token, expiresAt } = value;
    return typeof token === 'string' && typeof expiresAt === 'number' ? { token, expiresAt } : undefined;
  } catch {
    return undefined;
  }
}

export const writeToken = (storage: Storage, value: StoredToken): void =>
  storage.setItem(key, JSON.stringify(value));
export const dropToken = (storage: Storage): void => storage.removeItem(key);
