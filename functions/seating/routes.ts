import type { Handlers } from '../call.ts';
import { getCompany } from '../company/store.ts';
import { getCycle } from '../cycle/store.ts';
import { requireOwner, requireVersion } from '../ownership.ts';
import { roundOfCycle } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import type { seatingOperations } from './api.ts';
import { isOpen, requirePossible, seatingFrozen } from './rules.ts';
import { postingsInCycle, saveSeating, seatingOf } from './store.ts';
import { seatingView } from './view.ts';

export const seatingHandlers: Handlers<keyof typeof seatingOperations> = {
  getSeating: async ({ actor, params, deps, now }) => {
    requireOwner(actor, params, 'company');
    const { id: companyId } = await getCompany(deps.table, params.companyId);
    const cycle = await getCycle(deps.table, params.cycleId);
    const [seating, postings, round] = await Promise.all([
      seatingOf(deps.table, companyId, cycle.id),
      postingsInCycle(deps.table, companyId, cycle.id),
      roundOfCycle(deps.table, cycle.id),
    ]);
    return seatingView(seating, postings, isOpen(round, cycle, now));
  },

  saveSeating: async ({ actor, params, body, version, deps, now }) => {
    requireOwner(actor, params, 'company');
    const { companyId } = params;
    const cycle = await getCycle(deps.table, params.cycleId);
    const round = await roundOfCycle(deps.table, cycle.id);
    const seating = await seatingOf(deps.table, companyId, cycle.id);
    requireVersion(seating, version, 'seating plan');
    if (round === undefined || !isOpen(round, cycle, now)) throw seatingFrozen();
    const postings = await postingsInCycle(deps.table, companyId, cycle.id);
    requirePossible(body, new Map(postings.map(({ id, content }) => [id, content.capacity ?? 0])));
    await saveSeating(deps.table, { ...seating, ...body }, round, stamp(actor, 'seating.save', now));
    return seatingView(await seatingOf(deps.table, companyId, cycle.id), postings, true);
  },
};
