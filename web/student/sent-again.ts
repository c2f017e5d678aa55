import type { Result } from '../api/types.ts';

type State = Result<'listMyApplications'>['items'][number]['state'];

/** An application that ended like this can be sent once more. */
const again: readonly State[] = ['unmatched', 'withdrawn', 'not_submitted'];
export const canBeSentAgain = (state: State): boolean => again.includes(state);
