import { DomainError } from '../../../../functions/errors.ts';
import { roundHandlers } from '../../../../functions/round/routes.ts';
import { WriteConflict } from '../../../../functions/table/table.ts';
import { makeDeps } from '../../../support/deps.ts';
import { callOf, runner } from '../../../support/market.ts';
import { type Play, settle } from '../play.ts';
import { ourRound, round, stepOfRound, students } from './round.ts';
import { roundFacts } from './round-facts.ts';

const most = 500;

/** Whether somebody else was at the same thing: then it is looked at anew. */
const isRace = (error: unknown): boolean =>
  error instanceof WriteConflict || (error instanceof DomainError && error.kind === 'stale');

/** An approved round is published, by whoever else may be at it at the same time. */
export const publish: Play = {
  prepare: async () => {
    const { folder, now } = await round.prepare();
    const deps = await makeDeps({ folder, now });
    do await settle(deps);
    while ((await ourRound(deps)).state !== 'approved' && (await stepOfRound(deps, () => {})));
    await deps.close();
    return { folder, now };
  },
  drive: async (deps, answered) => {
    for (let tries = 1; ; tries += 1)
      try {
        await settle(deps);
        const found = await ourRound(deps);
        if (found.state === 'published') return;
        const { id: roundId, version } = found;
        const resultSha256 = 'result' in found ? found.result.sha256 : '';
        const call = { ...callOf(deps), params: { roundId }, version, actor: runner };
        await roundHandlers.publishRound({ ...call, body: { resultSha256 } });
        answered('publish');
      } catch (error) {
        if (!isRace(error) || tries === most) throw error;
      }
  },
  lost: async () => [],
  facts: async (deps) => {
    // Each publisher asks for it, and it is done once.
    const { audit, jobs: _, ...facts } = await roundFacts(deps, (await ourRound(deps)).id, students);
    const released = Array.isArray(audit)
      ? audit.filter((entry) => String(entry).startsWith('round.published'))
      : [];
    return { ...facts, released };
  },
};
