import type { Handlers } from '../call.ts';
import { getCycle } from '../cycle/store.ts';
import { stale } from '../errors.ts';
import { requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { internshipOperations } from './api.ts';
import { changeInternship } from './rules.ts';
import { internshipOf, internshipWrite } from './store.ts';

export const internshipHandlers: Handlers<keyof typeof internshipOperations> = {
  getInternshipSettings: async ({ params, deps }) => {
    const { id } = await getCycle(deps.table, params.cycleId);
    return internshipOf(deps.table, id);
  },

  saveInternshipSettings: async ({ actor, params, body, version, deps, now }) => {
    const { id } = await getCycle(deps.table, params.cycleId);
    const before = await internshipOf(deps.table, id);
    requireVersion(before, version, 'internship settings');
    const after = changeInternship(before, body);
    await commit(deps.table, [internshipWrite(after, stamp(actor, 'internship.save', now))], () =>
      stale('internship settings'),
    );
    return internshipOf(deps.table, id);
  },
};
