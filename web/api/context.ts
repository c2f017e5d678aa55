import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Call } from './client.ts';
import type { OperationName } from './types.ts';

export const ClientContext = createContext<Call | undefined>(undefined);

/** The typed client: `const call = useClient(); await call('submitX', { … })`, inside `useAction`. */
export function useClient(): Call {
  const call = useContext(ClientContext);
  if (call === undefined) throw new Error('useClient needs a ClientContext above it.');
  return call;
}

/** Answers that are at hand while a page is written as a document; the browser has none. */
export type AtHand = (name: OperationName, request: object) => unknown;
export const AtHandContext = createContext<AtHand | undefined>(undefined);
