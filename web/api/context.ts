import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Call } from './client.ts';

export const ClientContext = createContext<Call | undefined>(undefined);

/** The typed client: `const call = useClient(); await call('submitX', { … })`, inside `useAction`. */
export function useClient(): Call {
  const call = useContext(ClientContext);
  if (call === undefined) throw new Error('useClient needs a ClientContext above it.');
  return call;
}
