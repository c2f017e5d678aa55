import { createContext } from 'preact';

/** Where the reader is: the route's parameters, and how many pages were opened before this one. */
export interface Place {
  params: Readonly<Record<string, string>>;
  visit: number;
}

export const PlaceContext = createContext<Place>({ params: {}, visit: 0 });
