import type { CycleId, RoundId } from '../../../functions/ids.ts';
import type { Random } from '../seed/random.ts';
import type { Season } from '../seed/season.ts';
import type { Cast } from './cast.ts';
import type { Caller } from './client.ts';
import type { Progress } from './progress.ts';

/** What every scene of a played cycle works with. */
export interface Stage {
  cast: Cast;
  /** Runs the cycle. */
  coordinator: Caller;
  /** Approves what the first coordinator ran. */
  approver: Caller;
  cycleId: CycleId;
  roundId: RoundId;
  /** Live applications a student may have. */
  applicationCap: number;
  season: Season;
  /** From it comes all chance. */
  seed: string;
  random: Random;
  progress: Progress;
  /** What is not as it should be, in sentences; empty at the end of a good cycle. */
  faults: string[];
}
