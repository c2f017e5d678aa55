import type { Resource } from './use-resource.ts';

/**
 * What a page's address names. When nothing has that name, or no name can be so, the page is not there, and the shell
 * says so in its place.
 */
export const orNoPage = <T>(named: Resource<T>): Resource<T> => {
  if (named.data === undefined && named.problem?.code === 'not_found') throw named.problem;
  return named;
};
