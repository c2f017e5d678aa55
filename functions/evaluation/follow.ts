import type { Deps } from '../deps.ts';
import { extensions, findExtension } from '../extension/store.ts';
import { readerOf } from '../placement/parties.ts';
import { type Placement, Side } from '../placement/schema.ts';
import { findPlacement, ofCompany, placements, placementsOfStudent } from '../placement/store.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Item, Table } from '../table/table.ts';
import { evaluationOf, evaluationTransitions, excuse, movedTo, windowOf } from './rules.ts';
import { EvaluationKind } from './schema.ts';
import { evaluations, evaluationsOf } from './store.ts';

const system = { kind: 'system', task: 'follow-up' } as const;

/** Until when a side was given more time for the evaluations of a placement's cycle. */
const ownTimeOf = async (table: Table, placement: Placement, side: Side): Promise<string | undefined> =>
  (await findExtension(table, readerOf(placement, side), placement.cycleId, 'evaluation'))?.until;

/** The placement as it is, however long ago the change was that is followed. */
const asItIs = ({ table }: Deps, item: Item): Promise<Placement | undefined> =>
  findPlacement(table, placements.parse(item).id);

/** A confirmed placement has four evaluations to come; those that are there stay as they are. */
export const scheduleEvaluations = async (deps: Deps, item: Item): Promise<void> => {
  const placement = await asItIs(deps, item);
  if (placement === undefined || placement.state === 'terminated') return;
  const by = stamp(system, 'evaluation.scheduled', deps.clock.now());
  const made = Side.options.map(async (side) => {
    const until = await ownTimeOf(deps.table, placement, side);
    return EvaluationKind.options.map((kind) =>
      evaluations.create(evaluationOf(placement, kind, side, until), by),
    );
  });
  await writeIndependent(deps.table, (await Promise.all(made)).flat());
};

/** Puts those evaluations of a placement into their windows that nobody has submitted. */
const reschedule = async (deps: Deps, placement: Placement): Promise<void> => {
  const now = deps.clock.now();
  const by = stamp(system, 'evaluation.rescheduled', now);
  for await (const evaluation of evaluationsOf(deps.table, placement)) {
    const until = await ownTimeOf(deps.table, placement, evaluation.side);
    const moved = movedTo(evaluation, windowOf(evaluation.kind, placement, until), now);
    if (moved) await deps.table.write([evaluations.update(moved, by)]);
  }
};

/** A later last day moves the final evaluations. */
export const rescheduleFinals = async (deps: Deps, item: Item): Promise<void> => {
  const placement = await asItIs(deps, item);
  if (placement) await reschedule(deps, placement);
};

/** More time for evaluations, or its end, moves those of whoever it was given to. */
export const rescheduleOwn = async (deps: Deps, item: Item): Promise<void> => {
  const { to, step, cycleId } = extensions.parse(item);
  if (step !== 'evaluation') return;
  const theirs =
    to.kind === 'student'
      ? placementsOfStudent(deps.table, to.studentId)
      : placements.all(deps.table, ofCompany(to.companyId));
  for await (const placement of theirs) if (placement.cycleId === cycleId) await reschedule(deps, placement);
};

/** Of a placement that ended early nothing more has to be written. */
export const excuseEvaluations = async (deps: Deps, item: Item): Promise<void> => {
  const placement = placements.parse(item);
  if (placement.state !== 'terminated') return;
  const now = deps.clock.now();
  // A sign that the cut would halve goes whole: half of one is no text.
  const reason = `实习提前结束。The internship ended early. ${placement.reason}`
    .slice(0, 2_000)
    .replace(/[\uD800-\uDBFF]$/, '');
  for await (const evaluation of evaluationsOf(deps.table, placement))
    if (evaluationTransitions[evaluation.state].includes('excused'))
      await deps.table.write([
        evaluations.update(excuse(evaluation, reason, now), stamp(system, 'evaluation.excused', now, reason)),
      ]);
};
