import type { Verb } from '../audit/actions.ts';
import { cycles, everyCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { evaluations, evaluationsOf } from '../evaluation/store.ts';
import { parseKept } from '../parse-kept.ts';
import { stamp } from '../stamp.ts';
import type { Item, Table } from '../table/table.ts';
import { WriteConflict } from '../table/table.ts';
import { checkInFrom, dueAt, endOf } from './rules.ts';
import { Placement } from './schema.ts';
import { findPlacement, placements, placementsDue } from './store.ts';

const clock = { kind: 'system', task: 'clock' } as const;
const followUp = { kind: 'system', task: 'follow-up' } as const;

/** Both finals are written, or somebody was excused from writing. */
const finalsAreIn = async (table: Table, placement: Placement): Promise<boolean> => {
  const all = await Array.fromAsync(evaluationsOf(table, placement));
  const finals = all.filter(({ kind }) => kind === 'final');
  return finals.length > 0 && finals.every(({ state }) => state === 'submitted' || state === 'excused');
};

interface Step {
  placement: Placement;
  action: `placement.${Verb<'placement'>}`;
}

const completed = (placement: Extract<Placement, { state: 'active' | 'extended' }>, now: string): Step => {
  const { extension: _, passedOn: __, ...rest } = placement;
  return { placement: { ...rest, state: 'completed', completedAt: now }, action: 'placement.completed' };
};

/** The next step that has fallen due, if there is one. */
const stepOf = async (table: Table, placement: Placement, now: string): Promise<Step | undefined> => {
  switch (placement.state) {
    case 'confirmed':
      return { placement: { ...placement, state: 'onboarding' }, action: 'placement.onboarding' };
    case 'onboarding':
      return {
        placement: parseKept(Placement, { ...placement, state: 'active', startedAt: now }),
        action: 'placement.active',
      };
    case 'active':
    case 'extended': {
      if (placement.checkInAskedAt === undefined && checkInFrom(placement) < endOf(placement))
        return { placement: { ...placement, checkInAskedAt: now }, action: 'placement.check_in_asked' };
      if (await finalsAreIn(table, placement)) return completed(placement, now);
      return { placement: { ...placement, passedOn: placement.endsOn }, action: 'placement.passed' };
    }
    case 'completed':
    case 'terminated':
      return undefined;
  }
};

/** Takes one placement as far as its time has come, each step by itself, so that each is told of. */
const advance = async (deps: Deps, found: Placement): Promise<void> => {
  const now = deps.clock.now();
  const key = { pk: `STUDENT#${found.studentId}`, sk: `PLACEMENT#${found.roundId}` };
  for (;;) {
    // The index may lag behind: the item decides.
    const placement = await placements.get(deps.table, key);
    const due = placement && dueAt(placement);
    if (placement === undefined || due === undefined || due > now) return;
    const step = await stepOf(deps.table, placement, now);
    if (step === undefined) return;
    await deps.table.write([placements.update(step.placement, stamp(clock, step.action, now))]);
  }
};

/** An internship whose last day has passed is completed by the last of its finals, or by a final that nobody has to write. */
export const completeWith = async (deps: Deps, item: Item): Promise<void> => {
  const { placementId, kind } = evaluations.parse(item);
  if (kind !== 'final') return;
  const now = deps.clock.now();
  const placement = await findPlacement(deps.table, placementId);
  // One whose last day the clock has not seen pass is completed by the clock.
  if (placement?.state !== 'active' && placement?.state !== 'extended') return;
  if (placement.passedOn !== placement.endsOn || !(await finalsAreIn(deps.table, placement))) return;
  const step = completed(placement, now);
  await deps.table.write([placements.update(step.placement, stamp(followUp, step.action, now))]);
};

/** What falls due of internships. One that fails is tried again at the next turn and holds up no other. */
export const advancePlacements = async (deps: Deps): Promise<void> => {
  const failures: unknown[] = [];
  for await (const { id } of cycles.all(deps.table, everyCycle))
    for await (const placement of placementsDue(deps.table, id, deps.clock.now())) {
      try {
        await advance(deps, placement);
      } catch (error) {
        // Somebody changed it at the same moment: by the next turn it shows what is due then.
        if (!(error instanceof WriteConflict)) failures.push(error);
      }
    }
  if (failures.length > 0) throw new AggregateError(failures, 'Internships could not be moved on');
};
