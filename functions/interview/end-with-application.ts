import { applications } from '../application/store.ts';
import type { Deps } from '../deps.ts';
import type { Item } from '../table/table.ts';
import { releaseInterview } from './commands.ts';

/** Whose application ends needs no interview: the time is free for the next. */
export const endInterviewWith = async (deps: Deps, item: Item): Promise<void> => {
  const { id, state } = applications.parse(item);
  if (state === 'withdrawn' || state === 'not_selected') await releaseInterview(deps, id, state);
};
