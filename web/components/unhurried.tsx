import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { ClientContext, UnhurriedContext, useClient } from '../api/context.ts';

/** The page is shown without what is read in here; a place of the same height stands for it until it comes. */
export function Unhurried(props: { children: ComponentChildren }) {
  const hurried = useClient();
  return (
    <ClientContext.Provider value={useContext(UnhurriedContext) ?? hurried}>
      {props.children}
    </ClientContext.Provider>
  );
}
