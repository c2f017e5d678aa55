import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Deps } from '../../../functions/deps.ts';
import { getCycle } from '../../../functions/cycle/store.ts';
import { JobId, StudentId } from '../../../functions/ids.ts';
import { jobs } from '../../../functions/job/store.ts';
import type { Letter } from '../../../functions/mail/mail.ts';
import { eraseDue } from '../../../functions/rights/erase.ts';
import { erasePerson } from '../../../functions/rights/erase-person.ts';
import { deletions, latestErased, findDeletion } from '../../../functions/rights/store.ts';
import { freezeRound } from '../../../functions/round/freeze.ts';
import { storedInstance } from '../../../functions/round/run.ts';
import { getRound, rounds, roundsNow } from '../../../functions/round/store.ts';
import { WriteConflict } from '../../../functions/table/table.ts';
import { everyItem } from '../../../functions/table/every.ts';
import { acceptingPost } from '../../../infra/local/access-patterns/accepting-post.ts';
import { makeDeps } from '../../support/deps.ts';
import { filesWithTraces, goner, useEverything } from '../../support/everything.ts';
import { startWorld } from '../../support/world.ts';

const now = '2026-03-21T08:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'interrupted-'));

beforeAll(async () => {
  const world = await startWorld(undefined, undefined, acceptingPost);
  try {
    await useEverything(world);
    const studentId = StudentId.parse(goner.subject);
    const { email } = goner;
    const request = { studentId, email, lang: 'en', word: 'deletedword', certificates: 'remove' } as const;
    const by = { by: 'test', action: 'test', at: now };
    const asked = { ...request, requestedAt: now, dueAt: now, stage: 'asked' } as const;
    await world.deps.table.write([deletions.create({ ...asked, names: [] }, by)]);
    await world.settle();
    await world.deps.remains.clean();
    cpSync(world.folder, folder, { recursive: true });
  } finally {
    await world.stop();
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

class Killed extends Error {}

/** Dies when so many calls that change something have been done: no call after that reaches a port. */
const dyingAfter = (deps: Deps, calls: number) => {
  let done = 0;
  const alive = (): void => {
    if (done >= calls) throw new Killed();
  };
  const changing =
    <Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      alive();
      const result = await ask(...args);
      done += 1;
      alive();
      return result;
    };
  const { table, remains, files, mail } = deps;
  const dying: Deps = {
    ...deps,
    table: {
      get: async (key) => (alive(), table.get(key)),
      query: async (query) => (alive(), table.query(query)),
      changes: async (after, limit) => (alive(), table.changes(after, limit)),
      write: changing((operations) => table.write(operations)),
    },
    remains: {
      takeOut: changing((keys) => remains.takeOut(keys)),
      forget: changing((one, seen) => remains.forget(one, seen)),
      clean: changing(() => remains.clean()),
    },
    files: { ...files, remove: changing((name) => files.remove(name)) },
    mail: { send: changing((letter) => mail.send(letter)) },
    accounts: { remove: changing(async () => {}), coordinators: async () => [] },
  };
  return { dying, done: () => done };
};

/** Turns of the clock and the jobs that they ask for, worked on here. */
const erase = async (deps: Deps): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) {
    await eraseDue(deps);
    for await (const item of everyItem(deps.table, { index: 'gsi1', pk: 'JOBS' })) {
      const { payload, ...job } = jobs.parse(item);
      if (payload.kind !== 'erase_person') continue;
      const decide = (table: Deps['table'], operations: Parameters<Deps['table']['write']>[0]) =>
        table.write(operations);
      await erasePerson(deps, payload, async () => {}, { ...job, done: 0, decide });
    }
  }
};

/** Lets a removal die after some calls, then begins again. Answers what is found of the person then, and how many calls it took. */
const interruptedAfter = async (calls: number) => {
  const copy = mkdtempSync(join(tmpdir(), 'interrupted-'));
  cpSync(folder, copy, { recursive: true });
  const deps = await makeDeps({ now, folder: copy });
  const sent: string[] = [];
  const mail = { send: async ({ id }: Letter) => void sent.push(id) };
  try {
    const { dying, done } = dyingAfter({ ...deps, mail }, calls);
    await erase(dying).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    await erase({ ...deps, mail });
    const states = await latestErased(deps.table);
    const left = await findDeletion(deps.table, { studentId: StudentId.parse(goner.subject) });
    return { found: await filesWithTraces(copy), states, left, calls: done(), letters: new Set(sent).size };
  } finally {
    await deps.close();
    rmSync(copy, { recursive: true });
  }
};

it('goes on wherever it was cut off, and leaves nothing', async () => {
  const whole = await interruptedAfter(Infinity);
  expect(whole.calls).toBeGreaterThan(30);
  for (let calls = 1; calls < whole.calls; calls += 1) {
    const { found, states, left, letters } = await interruptedAfter(calls);
    expect({ calls, found, left, letters }).toEqual({ calls, found: [], left: undefined, letters: 1 });
    expect(states).toMatchObject([{ word: 'deletedword', doneAt: now }]);
  }
}, 300_000);

it('is decided once: taken back or begun, and out of every freeze that comes after', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'interrupted-'));
  cpSync(folder, copy, { recursive: true });
  const deps = await makeDeps({ now, folder: copy });
  const by = { by: 'test', action: 'test', at: now };
  try {
    const asked = await findDeletion(deps.table, { studentId: StudentId.parse(goner.subject) });
    const cycle = await getCycle(deps.table, 'current');
    const [round] = await roundsNow(deps.table, cycle.id);
    if (asked === undefined || round === undefined) throw new Error('nothing was played');
    // Somebody takes it back between what the clock read and what it writes.
    let struck = false;
    const late: Deps['table'] = {
      ...deps.table,
      write: async (operations) => {
        if (!struck) await deps.table.write([deletions.remove(asked, by)]);
        struck = true;
        await deps.table.write(operations);
      },
    };
    await eraseDue({ ...deps, table: late });
    expect(await latestErased(deps.table)).toEqual([]);
    expect(await findDeletion(deps.table, { studentId: StudentId.parse(goner.subject) })).toBeUndefined();

    const { version: _, ...again } = asked;
    await deps.table.write([deletions.create(again, by)]);
    await eraseDue(deps);
    const begun = await findDeletion(deps.table, { studentId: StudentId.parse(goner.subject) });
    expect(begun?.stage).toBe('begun');
    await expect(deps.table.write([deletions.remove(asked, by)])).rejects.toThrow(WriteConflict);

    await deps.table.write([
      rounds.update({ ...round, state: 'frozen', frozen: { at: now, by: 'test' } }, by),
    ]);
    const task = { id: JobId.parse('job_0000000000000001'), requestedBy: 'test', createdAt: now, done: 0 };
    await freezeRound(deps, { kind: 'freeze_round', roundId: round.id }, async () => {}, {
      ...task,
      decide: (table, operations) => table.write(operations),
    });
    const frozen = await getRound(deps.table, round.id);
    if (!('snapshot' in frozen) || frozen.snapshot === undefined) throw new Error('nothing was frozen');
    const { students } = await storedInstance(deps, frozen.snapshot);
    const list = await deps.table.get({ pk: `STUDENT#${goner.subject}`, sk: `RANKLIST#${round.id}` });
    // The list is there until the job takes it out; the snapshot has none of it, under no name.
    expect(list?.body.state).toBe('certified');
    expect(Object.values(students).flat()).toEqual([]);
  } finally {
    await deps.close();
    rmSync(copy, { recursive: true });
  }
});
