import type { Search } from '../search.ts';
import { connect } from './connection.ts';
import { namesWith } from './indexes.ts';
import { openSearch } from './open-search.ts';

/** The indexes of a deployment, wherever their aliases point. `signedFor` is the region of a managed domain. */
export const connectedSearch = (
  url: string,
  { withinMs, ...options }: { signedFor?: string; withinMs: number },
): Search => openSearch({ connection: connect(url, options), nameOf: namesWith('').alias, withinMs });
