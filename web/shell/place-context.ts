import { createContext } from 'preact';

/** Where the reader is: the route's parameters, how many pages were opened before this one, and its path. */
export interface Place {
  params: Readonly<Record<string, string>>;
  visit: number;
  /** The path of the page that is shown; absent outside the pages. */
  path?: string;
}

export const PlaceContext = createContext<Place>({ params: {}, visit: 0 });
