import { actorName } from '../actor.ts';
import type { Handlers } from '../call.ts';
import { findCompany, getCompany, publicCompany } from '../company/store.ts';
import { getCycle } from '../cycle/store.ts';
import { notFound } from '../errors.ts';
import { requireVersion } from '../ownership.ts';
import { roundOfCycle } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import { findStudent, getStudent, nameOf } from '../student/store.ts';
import { commit } from '../table/entity.ts';
import type { Table } from '../table/table.ts';
import type { extensionOperations } from './api.ts';
import { requireGrantable } from './rules.ts';
import type { ExtendedTo, Extension } from './schema.ts';
import { extensions, extensionsOf, extensionsOfCycle, findExtension } from './store.ts';

/** Nobody is given time who is not there. */
const requirePerson = async (table: Table, to: ExtendedTo): Promise<void> => {
  await (to.kind === 'student' ? getStudent(table, to.studentId) : getCompany(table, to.companyId));
};

const view = async (table: Table, extension: Extension) => {
  const { to } = extension;
  if (to.kind === 'student') {
    const student = await findStudent(table, to.studentId);
    return { ...extension, name: student ? nameOf(student) : '—' };
  }
  const company = await findCompany(table, to.companyId);
  const name = company && publicCompany(company).name;
  return { ...extension, name: name?.zh ?? name?.en ?? '—' };
};

const getExtension = async (table: Table, to: ExtendedTo, cycleId: string, step: Extension['step']) => {
  const found = await findExtension(table, to, cycleId, step);
  if (found === undefined) throw notFound('extension');
  return found;
};

export const extensionHandlers: Handlers<keyof typeof extensionOperations> = {
  listExtensions: async ({ params, query, deps }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    const page = await extensionsOfCycle(deps.table, cycle.id, query);
    return { ...page, items: await Promise.all(page.items.map((one) => view(deps.table, one))) };
  },

  grantExtension: async ({ actor, params, body, deps, now }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    await requirePerson(deps.table, body.to);
    requireGrantable(body, { cycle, round: await roundOfCycle(deps.table, cycle.id), now });
    const before = await findExtension(deps.table, body.to, cycle.id, body.step);
    const granted = { ...body, cycleId: cycle.id, grantedAt: now, grantedBy: actorName(actor) };
    const by = stamp(actor, 'extension.grant', now, body.reason);
    await commit(deps.table, [
      before === undefined
        ? extensions.create(granted, by)
        : extensions.update({ ...granted, version: before.version }, by),
    ]);
    return view(deps.table, await getExtension(deps.table, body.to, cycle.id, body.step));
  },

  takeBackExtension: async ({ actor, params, body, version, deps, now }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    const extension = await getExtension(deps.table, body.to, cycle.id, body.step);
    requireVersion(extension, version, 'extension');
    const by = stamp(actor, 'extension.take_back', now, body.reason);
    await commit(deps.table, [extensions.update({ ...extension, until: now }, by)]);
    return view(deps.table, await getExtension(deps.table, body.to, cycle.id, body.step));
  },

  listMyExtensions: async ({ actor, deps }) => ({
    items: await extensionsOf(
      deps.table,
      actor.kind === 'student'
        ? { kind: 'student', studentId: actor.studentId }
        : { kind: 'company', companyId: actor.companyId },
    ),
  }),
};
