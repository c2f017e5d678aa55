import type { Handlers } from '../call.ts';
import { notFound, stale } from '../errors.ts';
import { requireVersion } from '../ownership.ts';
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
    requireNone(await findDeletion(deps.table, studentId));
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
    const operation = deletions.create(deletion, stamp(actor, 'deletion.request', now));
    await commit(deps.table, [operation], () => stale('request'));
    return deletionView({ ...deletion, version: 1 });
  },

  undoDeletion: async ({ actor, version, deps, now }) => {
    const deletion = await findDeletion(deps.table, actor.studentId);
    if (deletion === undefined) throw notFound('request');
    requireVersion(deletion, version, 'request');
    requireNotBegun(deletion);
    await commit(deps.table, [deletions.remove(deletion, stamp(actor, 'deletion.undo', now))]);
  },

  listDeletions: async ({ deps }) => {
    const items: Listed[] = [];
    for await (const deletion of everyDeletion(deps.table))
      items.push({ word: deletion.word, state: stateOf(deletion), at: deletion.dueAt });
    const begun = new Set<string>();
    for await (const { word, begunAt, doneAt } of everyErased(deps.table)) {
      begun.add(word);
      items.push({ word, state: doneAt === undefined ? 'running' : 'done', at: doneAt ?? begunAt });
    }
    return {
      items: items.filter(({ word, state }) => !begun.has(word) || state === 'running' || state === 'done'),
    };
  },
};
