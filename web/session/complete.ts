import type { Session } from './session.ts';
import { readToken } from './stored.ts';
import { dropTyped } from './typed-keys.ts';

/** The redirect back from the issuer. Resolves with the place to go to, always one of this site. */
export const completeSignIn = async (session: Session, storage: Storage, url: string): Promise<string> => {
  const { token, returnTo } = await (await session.issuer()).complete(url);
  // What somebody else typed here is theirs.
  if (readToken(storage)?.subject !== token.subject) dropTyped(storage);
  session.take(token);
  return /^\/(?![/\\])/.test(returnTo) ? returnTo : '/';
};
