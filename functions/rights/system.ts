import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import type { Stamp } from '../table/table.ts';

export const systemStamp = ({ clock }: Pick<Deps, 'clock'>, action = 'rights.erase'): Stamp =>
  stamp({ kind: 'system', task: 'rights' }, action, clock.now());
