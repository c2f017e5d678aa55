import type { StudentActor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import { cycles, everyCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { notFound, stale } from '../errors.ts';
import type { CycleId } from '../ids.ts';
import { requireVersion } from '../ownership.ts';
import { keptByCycle } from '../retention/rules.ts';
import { keepOn } from '../retention/store.ts';
import { stamp } from '../stamp.ts';
import type { Unsaved } from '../table/entity.ts';
import { takeTurns } from '../table/take-turns.ts';
import type { rightsOperations } from './api.ts';
import { dueOf, oneFewerDue } from './due.ts';
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
import { askedDeletions, deletions, findDeletion, latestErased } from './store.ts';

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
    const { subject, email } = actor;
    const asked: Unsaved<Deletion> = {
      ...requestOf(actor, body),
      email,
      lang: body.lang,
      word: deps.newId(),
      stage: 'asked',
      requestedAt: now,
      dueAt: dueAfter(body.when, now),
    };
    const by = stamp(actor, 'deletion.request', now);
    // The clock may ask in their place at the same moment, or count others: their own request holds.
    const answered = await takeTurns(
      async () => {
        const before = await findDeletion(deps.table, ownerOf(actor));
        requireNone(before);
        if (actor.kind !== 'student')
          requireHandedOver(await dutiesOf(deps, { role: actor.kind, subject, email }));
        const deletion = { ...asked, version: before?.version ?? 0 };
        await deps.table.write([
          before === undefined ? deletions.create(asked, by) : deletions.update(deletion, by),
          ...(await oneFewerDue(deps.table, before, by)),
        ]);
        return { ...deletion, version: deletion.version + 1 };
      },
      () => stale('request'),
    );
    return deletionView(answered);
  },

  undoDeletion: async ({ actor, version, deps, now }) => {
    const by = stamp(actor, 'deletion.undo', now);
    await takeTurns(
      async () => {
        const deletion = await findDeletion(deps.table, ownerOf(actor));
        if (deletion === undefined) throw notFound('request');
        requireVersion(deletion, version, 'request');
        requireNotBegun(deletion);
        await deps.table.write([
          deletions.remove(deletion, by),
          ...(await oneFewerDue(deps.table, deletion, by)),
          ...(isByRetention(deletion) ? [await keepOn(deps.table, deletion.studentId, by)] : []),
        ]);
      },
      () => stale('request'),
    );
  },

  listDeletions: async ({ deps }) => {
    const items: Listed[] = [];
    for await (const deletion of askedDeletions(deps.table))
      items.push({ word: deletion.word, state: stateOf(deletion), at: deletion.dueAt });
    const erased = await latestErased(deps.table);
    // The list of requests may lag behind their beginning.
    const begun = new Set(erased.map(({ word }) => word));
    const all = await Array.fromAsync(cycles.all(deps.table, { ...everyCycle, descending: true }));
    const counted = async (cycleId?: CycleId) => (await dueOf(deps.table, cycleId)).count;
    return {
      items: [
        ...items.filter(({ word }) => !begun.has(word)),
        ...erased.map(({ word, begunAt, doneAt }): Listed => ({
          word,
          state: doneAt === undefined ? 'running' : 'done',
          at: doneAt ?? begunAt,
        })),
      ],
      cycles: await Promise.all(
        all.map(async (cycle) => ({
          cycleId: cycle.id,
          name: cycle.name,
          until: keptByCycle(cycle),
          due: await counted(cycle.id),
        })),
      ),
      unusedDue: await counted(),
    };
  },
};
