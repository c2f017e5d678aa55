import type { CoordinatorActor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import { getCompany } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import type { ExtendedTo } from '../extension/schema.ts';
import { stamp } from '../stamp.ts';
import { getStudent } from '../student/store.ts';
import { commit } from '../table/entity.ts';
import type { supportOperations } from './api.ts';
import { lookUntil, requireLook } from './rules.ts';
import { findLook, supportLooks } from './store.ts';
import { companySupport, studentSupport } from './view.ts';

/** Writes down who looks at whom and why, before anything is shown. */
const open = async (deps: Deps, actor: CoordinatorActor, of: ExtendedTo, reason: string) => {
  const at = deps.clock.now();
  const id = `look_${deps.newId()}`;
  const look = { id, of, by: actor.subject, reason, at };
  await commit(deps.table, [supportLooks.create(look, stamp(actor, 'support.look', at, reason))]);
  return { id, until: lookUntil(look) };
};

export const supportHandlers: Handlers<keyof typeof supportOperations> = {
  findStudentToLookAt: async ({ params, deps }) => {
    const { id } = await getStudent(deps.table, params.studentId);
    return { studentId: id };
  },

  lookAtStudent: async ({ actor, params, body, deps }) => {
    await getStudent(deps.table, params.studentId);
    return open(deps, actor, { kind: 'student', ...params }, body.reason);
  },

  getStudentSupport: async ({ actor, params: { studentId, lookId }, deps, now }) => {
    requireLook(await findLook(deps.table, { kind: 'student', studentId }, lookId), actor, now);
    return studentSupport(deps, studentId, actor);
  },

  lookAtCompany: async ({ actor, params, body, deps }) => {
    await getCompany(deps.table, params.companyId);
    return open(deps, actor, { kind: 'company', ...params }, body.reason);
  },

  getCompanySupport: async ({ actor, params: { companyId, lookId }, deps, now }) => {
    requireLook(await findLook(deps.table, { kind: 'company', companyId }, lookId), actor, now);
    return companySupport(deps, companyId, actor);
  },
};
