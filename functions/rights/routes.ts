import type { Handlers } from '../call.ts';
import { cycles, everyCycle } from '../cycle/store.ts';
import { notFound, stale } from '../errors.ts';
import { requireVersion } from '../ownership.ts';
import { keptByCycle } from '../retention/rules.ts';
import { keepOn } from '../retention/store.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { rightsOperations } from './api.ts';
import { deletionView, myData } from './my-data.ts';
import { dataPage } from './page.ts';
import { dueAfter, requireAddress, requireNone, requireNotBegun, stateOf } from './rules.ts';
import type { Deletion, ListedDeletion as Listed } from './schema.ts';
import { deletions, everyDeletion, everyErased, findDeletion } from './store.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

export const rightsHandlers: Handlers<keyof typeof rightsOperations> = {
  getMyData: ({ actor, deps, now }) => myData(deps, actor, now),

  getMyDataPage: async ({ actor, query, deps, now }) => ({
    name: 'my-data.html',
    content: bytesOf(dataPage(await myData(deps, actor, now), query.lang)),
  }),

  requestDeletion: async ({ actor, body, deps, now }) => {
    const { studentId, email } = actor;
    requireAddress(body.email, email);
    const before = await findDeletion(deps.table, studentId);
    requireNone(before);
    const { certificates, lang } = body;
    const deletion: Omit<Deletion, 'version'> = {
      studentId,
      email,
      lang,
      certificates,
      word: deps.newId(),
      stage: 'asked',
      names: [],
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
    const deletion = await findDeletion(deps.table, actor.studentId);
    if (deletion === undefined) throw notFound('request');
    requireVersion(deletion, version, 'request');
    requireNotBegun(deletion);
    const by = stamp(actor, 'deletion.undo', now);
    await commit(deps.table, [
      deletions.remove(deletion, by),
      ...(deletion.because === 'retention' ? [await keepOn(deps.table, actor.studentId, by)] : []),
    ]);
  },

  listDeletions: async ({ deps }) => {
    const items: Listed[] = [];
    const due: (string | undefined)[] = [];
    for await (const deletion of everyDeletion(deps.table))
      if (deletion.because === 'retention') due.push(deletion.cycleId);
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
