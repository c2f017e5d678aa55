import { readablePages } from '../../functions/pages/readable.ts';
import { match } from '../shell/route.ts';

export const isReadable = (path: string): boolean =>
  readablePages.some((one) => match(one, path) !== undefined);

/** Those that have one address each. */
export const fixedPages: readonly string[] = readablePages.filter((path) => !path.includes(':'));
