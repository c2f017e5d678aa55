import type { CoordinatorActor, RecruiterActor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../errors.ts';
import { type ApplicationId, type CompanyId, type CycleId, partsOfApplicationId } from '../ids.ts';
import { requireOwner, requireVersion } from '../ownership.ts';
import { cycleNow } from '../round/cycle-now.ts';
import { wordsOfOutcome } from './announcements.ts';
import { moveStamp, saveApplication } from './commands.ts';
import type { outcomeOperations } from './outcome-api.ts';
import { moveTimeOf } from './own-time.ts';
import { hasReachedCompany, moveApplication } from './rules.ts';
import type { ApplicationMove } from './schema.ts';
import { findApplication } from './store.ts';

interface Giving {
  deps: Deps;
  actor: RecruiterActor | CoordinatorActor;
  companyId: CompanyId;
  move: ApplicationMove;
  now: string;
  /** Each cycle is read once, however many of its applications get an outcome. */
  cycles: Map<CycleId, Promise<{ cycle: Cycle }>>;
}

/** Gives one application its outcome, by the rules that hold for one alone. */
const giveOne = async (
  giving: Giving,
  { id, version }: { id: ApplicationId; version: number },
): Promise<void> => {
  const { deps, actor, companyId, move, now, cycles } = giving;
  const { student, posting } = partsOfApplicationId(id);
  const application = await findApplication(deps.table, student, posting);
  if (application?.companyId !== companyId || !hasReachedCompany(application)) throw notFound('application');
  requireVersion(application, version, 'application');
  const { cycleId } = application;
  const reading = cycles.get(cycleId) ?? cycleNow(deps.table, cycleId);
  cycles.set(cycleId, reading);
  const { cycle } = await reading;
  const until = await moveTimeOf(deps.table, application, { actor, cycle, now });
  const moved = moveApplication(application, move, { actor, cycle, now, until });
  const by = moveStamp(actor, moved, now, move.reason);
  await saveApplication(deps.table, cycle, application, moved, by);
};

export const outcomeHandlers: Handlers<keyof typeof outcomeOperations> = {
  previewOutcome: async ({ actor, params, query }) => {
    requireOwner(actor, params, 'company');
    return { words: wordsOfOutcome(query.to) };
  },

  giveOutcomes: async ({ actor, params, body, deps, now }) => {
    requireOwner(actor, params, 'company');
    const move = { to: body.to, reason: body.reason };
    const giving = { deps, actor, companyId: params.companyId, move, now, cycles: new Map() };
    const items = [];
    for (const { id, version } of body.applications) {
      try {
        await giveOne(giving, { id, version });
        items.push({ id, done: true });
      } catch (error) {
        // What one application refuses, the others need not wait for.
        if (!(error instanceof DomainError)) throw error;
        items.push({ id, done: false, code: error.code, message: error.message });
      }
    }
    return { items };
  },
};
