import type { Action } from '../audit/actions.ts';
import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import type { Stamp } from '../table/table.ts';

/** How what is removed with a person is signed. */
export const removedForGood = 'rights.erase';

export const systemStamp = ({ clock }: Pick<Deps, 'clock'>, action: Action = removedForGood): Stamp =>
  stamp({ kind: 'system', task: 'rights' }, action, clock.now());
