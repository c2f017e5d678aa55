import { existsSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadOf, layAside } from '../../../functions/changes/dead-change.ts';
import { folderFiles } from '../../../functions/files/folder.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import type { Item } from '../../../functions/table/table.ts';
import { exportProgramme, type Programme } from '../../../infra/move/export.ts';
import { importProgramme } from '../../../infra/move/import.ts';
import { embeddedPorts } from '../../../infra/local/ports.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
let root: string;
let places = 0;
const closers: (() => void)[] = [];
const quietly = { clock: { now: () => '2026-03-21T00:00:00.000Z' }, report: () => {} };
const placeIn = (dataDir: string): Programme => {
  const record = openSqliteTable({ file: join(dataDir, 'record.sqlite'), clock: world.clock });
  closers.push(() => record.close());
  return { record, files: folderFiles({ root: join(dataDir, 'files') }) };
};
const newFolder = () => mkdtemp(join(root, `${(places += 1)}-`));
const newPlace = async () => placeIn(await newFolder());
/** A copy of the archive, to be damaged. */
const copied = async (): Promise<string> => {
  const folder = await newFolder();
  await cp(join(root, 'archive'), folder, { recursive: true });
  return folder;
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'move-'));
  world = await startWorld();
  await world.deps.files.put('rounds/one/snapshot.json', Buffer.from('{"of":"a round"}'));
  await world.deps.files.put('incoming/somebody/2999-01-01-4-file', Buffer.from('sent and not used'));
  await exportProgramme(placeIn(world.folder), folderFiles({ root: join(root, 'archive') }), quietly);
});
afterAll(async () => {
  for (const close of closers) close();
  await world.stop();
  await rm(root, { recursive: true });
});

test('what is exported, imported elsewhere and exported again has the same hash', async () => {
  const [target, again] = [await newPlace(), folderFiles({ root: await newFolder() })];
  const { sha256, contents } = await importProgramme(
    folderFiles({ root: join(root, 'archive') }),
    target,
    quietly,
  );
  expect(contents.sample.counts).toEqual({ postings: 2, students: 2 });
  expect(contents.sample.postings[0]?.hits).toHaveLength(2);
  expect(contents.files.map(({ name }) => name)).toEqual(['rounds/one/snapshot.json']);
  expect((await exportProgramme(target, again, quietly)).sha256).toBe(sha256);
});

test('on arrival nothing happens a second time, and what happens next follows', async () => {
  const folder = await newFolder();
  await importProgramme(folderFiles({ root: join(root, 'archive') }), placeIn(folder), quietly);
  const { letters } = await world.deps.mail.received(people.company.email, { limit: 50 });
  expect(letters).not.toEqual([]);
  const ports = embeddedPorts({
    dataDir: folder,
    clock: world.clock,
    identity: world.deps.identity,
    log: () => {},
  });
  const running = await ports.start();
  await running.settled();
  expect(await ports.deps.mail.received(people.company.email, { limit: 50 })).toEqual({ letters });
  const posting = await ports.deps.table.get({ pk: `POSTING#${world.first.posting.id}`, sk: 'POSTING' });
  expect(posting?.version).toBe(world.first.posting.version);
  await running.stop();
  ports.close();
});

describe('is refused, and nothing is written,', () => {
  /** Why an archive is not imported, and how much of it was nevertheless. */
  const refusal = async (folder: string) => {
    const target = await newPlace();
    const why = await importProgramme(folderFiles({ root: folder }), target, quietly).catch(String);
    const left = [...(await Array.fromAsync(target.record.items())), ...(await target.files.list())];
    return { why, left };
  };
  const refused = (why: string) => ({ why: expect.stringContaining(why), left: [] });
  const aPart = async (folder: string): Promise<string> =>
    join(
      folder,
      (await folderFiles({ root: folder }).list()).find((name) => name.startsWith('record/')) ?? '',
    );

  test('an archive of which a part was changed', async () => {
    const folder = await copied();
    const part = await aPart(folder);
    await writeFile(part, (await readFile(part, 'utf8')).replace('"version":1', '"version":2'));
    expect(await refusal(folder)).toEqual(refused('its bytes are not those that were exported'));
  });

  test('an archive of which a part goes on', async () => {
    const folder = await copied();
    await appendFile(await aPart(folder), '{}\n');
    expect(await refusal(folder)).toEqual(refused('its bytes are not those'));
  });

  test('an archive of which a file is missing', async () => {
    const folder = await copied();
    await unlink(join(folder, 'files/rounds/one/snapshot.json'));
    expect(await refusal(folder)).toEqual(refused('files/rounds/one/snapshot.json is missing'));
  });

  test('an archive with a file that was not exported', async () => {
    const folder = await copied();
    await writeFile(join(folder, 'files/rounds/note.txt'), 'mine');
    expect(await refusal(folder)).toEqual(refused('were not exported: files/rounds/note.txt.'));
  });

  test('a manifest that was edited, is none, or is not there', async () => {
    const folder = await copied();
    const manifest = join(folder, 'manifest.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace('"postings": 2', '"postings": 3'));
    expect(await refusal(folder)).toEqual(refused('manifest.json was changed'));
    await writeFile(manifest, '{');
    expect(await refusal(folder)).toEqual(refused('manifest.json is damaged'));
    await unlink(manifest);
    expect(await refusal(folder)).toEqual(refused('There is no manifest.json'));
  });

  test('an export while changes wait for somebody', async () => {
    const folder = await newFolder();
    await importProgramme(folderFiles({ root: join(root, 'archive') }), placeIn(folder), quietly);
    const place = placeIn(folder);
    const posting = await place.record.get({ pk: `POSTING#${world.first.posting.id}`, sk: 'POSTING' });
    if (posting === undefined) throw new Error('no posting');
    await place.record.write([{ put: posting, if: { version: posting.version } }]);
    const archive = folderFiles({ root: await newFolder() });
    await expect(exportProgramme(place, archive, quietly)).rejects.toThrow(
      /1 changes still wait for "index"/,
    );
    expect(await archive.list()).toEqual([]);
  });
});

test('an export is refused when a round names a file that is not there', async () => {
  const place = await newPlace();
  const stamp = { by: 'x', action: 'x', at: 'x' };
  const body = { snapshot: { name: 'rounds/lost.json' } };
  await place.record.restore([{ pk: 'ROUND#1', sk: 'ROUND', version: 3, body, index: {}, stamp }]);
  const exporting = exportProgramme(place, folderFiles({ root: await newFolder() }), quietly);
  await expect(exporting).rejects.toThrow('rounds/lost.json, which is not here');
});

test('an export is refused while a change lies aside', async () => {
  const folder = await newFolder();
  await importProgramme(folderFiles({ root: join(root, 'archive') }), placeIn(folder), quietly);
  const place = placeIn(folder);
  const change = { id: '1', key: { pk: 'X', sk: 'X' }, stamp: { by: 'x', action: 'x', at: 'x' } };
  const failure = { error: new Error('no'), at: '2026-03-20T08:00:00.000Z' };
  await place.record.write([layAside(deadOf('index', change, failure), change.stamp)]);
  const exporting = exportProgramme(place, folderFiles({ root: await newFolder() }), quietly);
  await expect(exporting).rejects.toThrow('npm run dead-letters');
});

test('an export that was cut off goes on where it was, and is the same as one in one go', async () => {
  const folder = await newFolder();
  await importProgramme(folderFiles({ root: join(root, 'archive') }), placeIn(folder), quietly);
  const place = placeIn(folder);
  const { record } = place;
  const [archive, underWay] = [
    folderFiles({ root: await newFolder() }),
    { folder: join(root, 'under-way'), of: folder, every: 10 },
  ];
  const stamp = { by: 'x', action: 'x', at: 'x' };
  await record.write([{ put: { pk: 'AAA', sk: 'old', body: {}, stamp } }]);
  const begunBehind: unknown[] = [];
  const cutOffAfter = (last: number): Programme => ({
    ...place,
    record: {
      ...record,
      items: async function* (after) {
        begunBehind.push(after);
        let read = 0;
        for await (const item of record.items(after)) {
          if ((read += 1) > last) throw new Error('killed');
          yield item;
        }
      },
    },
  });
  const exporting = (last: number) => exportProgramme(cutOffAfter(last), archive, { ...quietly, underWay });
  await expect(exporting(25)).rejects.toThrow('killed');
  // within a line, and with a part that nothing is in by the end
  await appendFile(join(underWay.folder, '00'), '{"pk":"HAL');
  await archive.put('record/zz.ndjson', Buffer.from('{}\n'));
  await record.write([{ put: { pk: 'AAA', sk: 'old', body: { changed: true }, stamp } }]);
  await record.write([{ put: { pk: 'AAA', sk: 'new', body: { z: 1, a: { c: 2, b: 3 } }, stamp } }]);
  const { sha256 } = await exporting(1_000);
  expect(begunBehind).toEqual([undefined, expect.objectContaining({ pk: expect.any(String) })]);
  const inOneGo = folderFiles({ root: await newFolder() });
  expect((await exportProgramme(place, inOneGo, quietly)).sha256).toBe(sha256);
  expect(await archive.list()).toEqual(await inOneGo.list());
  expect(existsSync(underWay.folder)).toBe(false);

  const target = await newPlace();
  await importProgramme(archive, target, quietly);
  expect(JSON.stringify((await target.record.get({ pk: 'AAA', sk: 'new' }))?.body)).toBe(
    '{"z":1,"a":{"c":2,"b":3}}',
  );
});

test('what is left of an export of another record at the same place is not gone on with', async () => {
  const underWay = { folder: join(root, 'of-another'), of: 'here', every: 10 };
  const other = await newPlace();
  const stamp = { by: 'x', action: 'x', at: 'x' };
  await other.record.write(
    Array.from({ length: 30 }, (_, n) => ({ put: { pk: 'AAA', sk: String(n), body: {}, stamp } })),
  );
  const cutOff: Programme = {
    ...other,
    files: { ...other.files, list: () => Promise.reject(new Error('killed')) },
  };
  const archive = folderFiles({ root: await newFolder() });
  await expect(exportProgramme(cutOff, archive, { ...quietly, underWay })).rejects.toThrow('killed');
  const folder = await newFolder();
  await importProgramme(folderFiles({ root: join(root, 'archive') }), placeIn(folder), quietly);
  const { contents } = await exportProgramme(placeIn(folder), archive, { ...quietly, underWay });
  expect(contents.record).toEqual(
    (await importProgramme(folderFiles({ root: join(root, 'archive') }), await newPlace(), quietly)).contents
      .record,
  );
});

test('an import that was cut off goes on, and one of another archive does not', async () => {
  const target = await newPlace();
  const { record } = target;
  let left = 3;
  const failing: Programme = {
    ...target,
    record: {
      ...record,
      restore: async (items: readonly Item[]) => {
        if ((left -= 1) < 0) throw new Error('the power failed');
        await record.restore(items);
      },
    },
  };
  const archive = folderFiles({ root: join(root, 'archive') });
  await expect(importProgramme(archive, failing, quietly)).rejects.toThrow('the power failed');

  const elsewhere = await newPlace();
  await elsewhere.record.write([
    { put: { pk: 'COMPANY#x', sk: 'NOTE', body: {}, stamp: { by: 'x', action: 'x', at: 'x' } } },
  ]);
  const other = folderFiles({ root: await newFolder() });
  await exportProgramme(elsewhere, other, quietly);
  await expect(importProgramme(other, target, quietly)).rejects.toThrow('another archive was begun here');
  await expect(importProgramme(archive, elsewhere, quietly)).rejects.toThrow('is not empty');

  const { sha256 } = await importProgramme(archive, target, quietly);
  const again = folderFiles({ root: await newFolder() });
  expect((await exportProgramme(target, again, quietly)).sha256).toBe(sha256);
});

test('what is written while it is read is in the export, whole', async () => {
  const folder = await newFolder();
  await importProgramme(folderFiles({ root: join(root, 'archive') }), placeIn(folder), quietly);
  const place = placeIn(folder);
  const { record } = place;
  const stamp = { by: 'x', action: 'x', at: 'x' };
  const notes = Array.from({ length: 20 }, (_, n) => ({
    put: { pk: 'NOTES', sk: `note ${n}`, body: { n }, stamp },
  }));
  await record.write(notes);
  let turn = 0;
  const busy: Programme = {
    ...place,
    record: {
      ...record,
      items: async function* () {
        for await (const item of record.items()) {
          yield item;
          if (item.pk !== 'NOTES' || 'turn' in item.body) continue;
          turn += 1;
          // behind the reader, which does not come here again: new, changed and gone
          await record.write([
            { put: { pk: 'AAA', sk: String(turn), body: { turn }, stamp } },
            turn % 2 === 0 ? { delete: { ...item, stamp } } : { put: { ...item, body: { turn } } },
          ]);
        }
      },
    },
  };
  const { sha256 } = await exportProgramme(busy, folderFiles({ root: await newFolder() }), quietly);
  expect(turn).toBe(20);
  const quiet = await exportProgramme(place, folderFiles({ root: await newFolder() }), quietly);
  expect(sha256).toBe(quiet.sha256);
});
