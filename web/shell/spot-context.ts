import { createContext } from 'preact';

/** Where in the header one is. */
export const SpotContext = createContext<'bar' | 'menu'>('bar');
