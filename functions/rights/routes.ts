import type { StudentActor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import { cycles, everyCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { notFound, stale } from '../errors.ts';
import { requireVersion } from '../ownership.ts';
import { keptByCycle } from '../retention/rules.ts';
import { keepOn } from '../retention/store.ts';
import { stamp } from '../stamp.ts';
import { commit, type Unsaved } from '../table/entity.ts';
import type { rightsOperations } from './api.ts';
import { dutiesOf } from './duties.ts';
import { deletionView, studentData } from './my-data.ts';
import { dataPage } from './page.ts';
import {
  dueAfter,
  isByRetention,
  requireAddress,
  requireHandedOver,
  requireNone,
  requireNotBegun,
  stateOf,
} from './rules.ts';
import type { Deletion, ListedDeletion as Listed, MyData, Whose } from './schema.ts';
import { type StaffActor, staffData, whoseOf } from './staff-data.ts';
import { deletions, everyDeletion, everyErased, findDeletion } from './store.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

type PersonActor = StudentActor | StaffActor;
const dataOf = (deps: Deps, actor: PersonActor, now: string): Promise<MyData> =>
  actor.kind === 'student' ? studentData(deps, actor, now) : staffData(deps, actor, now);
const ownerOf = (actor: PersonActor): Whose =>
  actor.kind === 'student' ? { studentId: actor.studentId } : whoseOf(actor);

/** What is asked for, of a student or of somebody else. */
const requestOf = (actor: PersonActor, { certificates }: { certificates: 'keep' | 'remove' }) =>
  actor.kind === 'student'
    ? { studentId: actor.studentId, certificates, names: [] }
    : {
        ...whoseOf(actor),
        names: actor.name.length > 1 ? [actor.name] : [],
        ...('companyId' in actor && { companyId: actor.companyId }),
      };

export const rightsHandlers: Handlers<keyof typeof rightsOperations> = {
  getMyData: ({ actor, deps, now }) => dataOf(deps, actor, now),

  getMyDataPage: async ({ actor, query, deps, now }) => ({
    name: 'my-data.html',
    content: bytesOf(dataPage(await dataOf(deps, actor, now), query.lang)),
  }),

  requestDeletion: async ({ actor, body, deps, now }) => {
    requireAddress(body.email, actor.email);
    const before = await findDeletion(deps.table, ownerOf(actor));
    requireNone(before);
    const { subject, email } = actor;
    if (actor.kind !== 'student')
      requireHandedOver(await dutiesOf(deps, { role: actor.kind, subject, email }));
    const deletion: Unsaved<Deletion> = {
      ...requestOf(actor, body),
      email,
      lang: body.lang,
      word: deps.newId(),
      stage: 'asked',
      requestedAt: now,
      dueAt: dueAfter(body.when, now),
    };
    const by = stamp(actor, 'deletion.request', now);
    const version = before?.version ?? 0;
    const operation =
      before === undefined ? deletions.create(deletion, by) : deletions.update({ ...deletion, version }, by);
    await commit(deps.table, [operation], () => stale('request'));
    return deletionView({ ...deletion, version: version + 1 });
  },

  undoDeletion: async ({ actor, version, deps, now }) => {
    const deletion = await findDeletion(deps.table, ownerOf(actor));
    if (deletion === undefined) throw notFound('request');
    requireVersion(deletion, version, 'request');
    requireNotBegun(deletion);
    const by = stamp(actor, 'deletion.undo', now);
    await commit(deps.table, [
      deletions.remove(deletion, by),
      ...(isByRetention(deletion) ? [await keepOn(deps.table, deletion.studentId, by)] : []),
    ]);
  },

  listDeletions: async ({ deps }) => {
    const items: Listed[] = [];
    const due: (string | undefined)[] = [];
    for await (const deletion of everyDeletion(deps.table))
      if (isByRetention(deletion)) due.push(deletion.cycleId);
      else items.push({ word: deletion.word, state: stateOf(deletion), at: deletion.dueAt });
    const begun = new Set<string>();
    for await (const { word, begunAt, doneAt } of everyErased(deps.table)) {
      begun.add(word);
      items.push({ word, state: doneAt === undefined ? 'running' : 'done', at: doneAt ?? begunAt });
    }
    const all = await Array.fromAsync(cycles.all(deps.table, { ...everyCycle, descending: true }));
    return {
      items: items.filter(({ word, state }) => !begun.has(word) || state === 'running' || state === 'done'),
      cycles: all.map((cycle) => ({
        cycleId: cycle.id,
        name: cycle.name,
        until: keptByCycle(cycle),
        due: due.filter((id) => id === cycle.id).length,
      })),
    };
  },
};
