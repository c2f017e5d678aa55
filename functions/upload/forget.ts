import type { Deps } from '../deps.ts';
import { incoming } from './place.ts';
import { isOver } from './rules.ts';

/** Removes files that nobody has used in time, where the store does not do so itself. */
export const forgetUploads = async ({ files, clock }: Deps): Promise<void> => {
  if (files.offers === undefined || files.offers.forgets) return;
  const now = clock.now();
  for (const name of await files.list(incoming))
    if (isOver(name.split('/').at(-1) ?? '', now)) await files.remove(name);
};
