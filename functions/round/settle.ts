import type { MatchResult } from '../../matching/round/result.ts';
import { moveStamp, saveApplication } from '../application/commands.ts';
import { enter } from '../application/rules.ts';
import type { Application } from '../application/schema.ts';
import { applications, ofCycleInState } from '../application/store.ts';
import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import { inTurns } from '../in-turns.ts';
import type { Aliases } from './aliases.ts';
import type { Round } from './schema.ts';

const system = { kind: 'system', task: 'publish' } as const;
/** Somebody may change an application while it is settled; it is read again so many times. */
const attempts = 5;

/**
 * After the release: every rankable application of the round's students ends as matched or unmatched. What is settled
 * leaves the list that is worked on, so that running again goes on from there.
 */
export const settleApplications = async (
  deps: Deps,
  round: Pick<Round, 'cycleId'>,
  { result, aliases }: { result: MatchResult; aliases: Aliases },
  safePoint: () => Promise<void>,
): Promise<void> => {
  const cycle = await getCycle(deps.table, round.cycleId);
  const settle = async (application: Application): Promise<void> => {
    const now = deps.clock.now();
    const matched = result.assignment[aliases.aliasOf(application.studentId)] === application.postingId;
    const settled = enter(application, matched ? 'matched' : 'unmatched', system, now);
    await saveApplication(deps.table, cycle, application, settled, moveStamp(system, settled, now));
  };
  for (let attempt = 1; ; attempt += 1) {
    const rankable = await Array.fromAsync(
      applications.all(deps.table, ofCycleInState(cycle.id, 'rankable')),
    );
    const inRound = rankable.filter(({ studentId }) =>
      Object.hasOwn(result.assignment, aliases.aliasOf(studentId)),
    );
    if (inRound.length === 0) return;
    try {
      // One student's applications share a count, and so are settled one after another.
      const byStudent = [...Map.groupBy(inRound, ({ studentId }) => studentId).values()];
      await inTurns(
        byStudent,
        async (own) => {
          for (const application of own) await settle(application);
        },
        safePoint,
      );
      return;
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'stale' || attempt === attempts) throw error;
    }
  }
};
