import type { Session } from './session.ts';

/** The redirect back from the issuer. Resolves with the place to go to, always one of this site. */
export const completeSignIn = async (session: Session, url: string): Promise<string> => {
  const { token, returnTo } = await (await session.issuer()).complete(url);
  session.take(token);
  return /^\/(?![/\\])/.test(returnTo) ? returnTo : '/';
};
