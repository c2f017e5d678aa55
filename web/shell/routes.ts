import type { LazyPart } from './route.ts';

/** Parts of the frame that not everyone needs. */
export const signedIn: LazyPart = { load: () => import('./signed-in.tsx') };
export const notFound: LazyPart = { load: () => import('./not-found.tsx') };
export const forbidden: LazyPart = { load: () => import('./forbidden.tsx') };
export const signInFirst: LazyPart = { load: () => import('./sign-in-first.tsx') };
export const mailboxLink: LazyPart = { load: () => import('./mailbox-link.tsx') };
export const signInAgain: LazyPart = { load: () => import('./sign-in-again.tsx') };
