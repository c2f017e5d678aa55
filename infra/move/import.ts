import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../../functions/clock/clock.ts';
import type { Files } from '../../functions/files/files.ts';
import type { Item, Key } from '../../functions/table/table.ts';
import type { WholeTable } from '../../functions/table/whole.ts';
import { canonicalJson } from '../../matching/round/canonical.ts';
import { fill, type Programme, type Report } from './export.ts';
import {
  type Contents,
  hashOf,
  itemsOf,
  Manifest,
  manifestName,
  namesOf,
  type Part,
  type Stored,
} from './manifest.ts';
import { MoveRefused } from './refused.ts';
import { sampleOf } from './sample.ts';
import { importMark, isAccount, isOfProgramme } from './scope.ts';
import { Spool } from './spool.ts';

const Mark = z.object({ sha256: z.string(), done: z.array(z.string()) });
const together = 500;

/**
 * Puts an archive into a place that is empty. Everything is checked before the first item is written; one that was cut
 * off goes on where it was; what has arrived is compared with the manifest: counts, hashes and rankings.
 * @throws MoveRefused naming what is wrong
 */
export async function importProgramme(
  archive: Files,
  target: Programme,
  { clock, report }: { clock: Clock; report: Report },
): Promise<Manifest> {
  const manifest = await readManifest(archive);
  const { contents } = manifest;
  await requireNoOthers(archive, contents);
  for (const part of [...contents.record, ...contents.accounts]) await readPart(archive, part);
  for (const file of contents.files) await requireSame(archive, `files/${file.name}`, file);
  report(`${itemsOf(contents.record)} items and ${contents.files.length} files are whole`);

  const mark = await begin(target, manifest, clock);
  for (const part of contents.record) {
    if (mark.done.has(part.name)) continue;
    await restore(target.record, await readPart(archive, part));
    await mark.add(part.name);
  }
  if (target.accounts === undefined && contents.accounts.length > 0)
    report('The accounts stay behind: this place has an issuer of its own.');
  else for (const part of contents.accounts) await restore(target.accounts, await readPart(archive, part));
  for (const { name } of contents.files) {
    const content = await archive.read(`files/${name}`);
    if (content !== undefined) await target.files.put(name, content);
  }
  report('all is written');

  await requireArrived(target, manifest);
  await mark.remove();
  return manifest;
}

async function readManifest(archive: Files): Promise<Manifest> {
  const content = await archive.read(manifestName);
  if (content === undefined)
    throw new MoveRefused(`There is no ${manifestName}: this is no export, or one that was cut off.`);
  const text = Buffer.concat(await Array.fromAsync(content)).toString();
  const parsed = Manifest.safeParse(json(text));
  if (!parsed.success) throw new MoveRefused(`${manifestName} is damaged: ${z.prettifyError(parsed.error)}`);
  if (hashOf(parsed.data.contents) !== parsed.data.sha256)
    throw new MoveRefused(`${manifestName} was changed: its hash is not that of its contents.`);
  return parsed.data;
}

/** What the manifest does not name was put there by somebody else. */
async function requireNoOthers(archive: Files, contents: Contents): Promise<void> {
  const own = new Set([manifestName, ...namesOf(contents)]);
  const others = (await archive.list()).filter((name) => !own.has(name));
  if (others.length > 0)
    throw new MoveRefused(
      `The archive holds files that were not exported: ${others.slice(0, 5).join(', ')}${others.length > 5 ? `, and ${others.length - 5} more` : ''}. Take them out.`,
    );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The bytes of a file, which have to be those that the manifest names. */
async function requireSame(
  files: Files,
  name: string,
  { bytes, sha256 }: Omit<Stored, 'name'>,
): Promise<void> {
  const content = await files.read(name);
  if (content === undefined) throw new MoveRefused(`${name} is missing.`);
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    length += chunk.byteLength;
  }
  if (length !== bytes || hash.digest('hex') !== sha256)
    throw new MoveRefused(`${name} was changed: its bytes are not those that were exported.`);
}

async function readPart(archive: Files, part: Part): Promise<Item[]> {
  await requireSame(archive, part.name, part);
  const content = (await archive.read(part.name)) ?? [];
  const lines = Buffer.concat(await Array.fromAsync(content))
    .toString()
    .split('\n')
    .slice(0, -1);
  return lines.map((line): Item => JSON.parse(line));
}

async function restore(table: WholeTable | undefined, items: readonly Item[]): Promise<void> {
  for (let at = 0; at < items.length; at += together) await table?.restore(items.slice(at, at + together));
}

/** Marks the record as being filled from this archive; nothing else may be in it. */
async function begin({ record, accounts }: Programme, { sha256 }: Manifest, clock: Clock) {
  const stamp = () => ({ by: 'operator', action: 'import', at: clock.now() });
  const found = await record.get(importMark);
  const known = found && Mark.parse(found.body);
  if (known !== undefined && known.sha256 !== sha256)
    throw new MoveRefused(
      'An import of another archive was begun here and is not done. Go on with that one.',
    );
  if (known === undefined) {
    await requireEmpty(record, isOfProgramme, 'record');
    await requireEmpty(accounts, isAccount, 'issuer');
  }
  const done = new Set(known?.done);
  const save = () =>
    record.write([{ put: { ...importMark, body: { sha256, done: [...done] }, stamp: stamp() } }]);
  await save();
  return {
    done,
    add: async (part: string): Promise<void> => {
      done.add(part);
      await save();
    },
    remove: () => record.write([{ delete: { ...importMark, stamp: stamp() } }]),
  };
}

async function requireEmpty(
  table: WholeTable | undefined,
  isMeant: (key: Key) => boolean,
  name: string,
): Promise<void> {
  if (table === undefined) return;
  for await (const item of table.items())
    if (isMeant(item))
      throw new MoveRefused(
        `The ${name} here is not empty. Import into a new place, so that nothing is mixed up.`,
      );
}

async function requireArrived(target: Programme, { contents }: Manifest): Promise<void> {
  await requireParts(target.record, isOfProgramme, contents.record);
  if (target.accounts !== undefined) await requireParts(target.accounts, isAccount, contents.accounts);
  for (const file of contents.files) await requireSame(target.files, file.name, file);
  if (canonicalJson(await sampleOf(target.record)) !== canonicalJson(contents.sample))
    throw new MoveRefused(
      'Rankings are not as they were exported, although every item is. Nothing may use it yet.',
    );
}

async function requireParts(
  table: WholeTable,
  isMeant: (key: Key) => boolean,
  expected: readonly Part[],
): Promise<void> {
  const spool = new Spool();
  try {
    await fill(spool, table, isMeant);
    const left = new Map(expected.map((part) => [part.name.split('/')[1], part]));
    for (const { name, items, text } of spool.parts()) {
      const part = left.get(`${name}.ndjson`);
      left.delete(`${name}.ndjson`);
      if (part?.items !== items.length || part.sha256 !== createHash('sha256').update(text).digest('hex'))
        throw new MoveRefused(`Part ${name} has not arrived as it was exported.`);
    }
    if (left.size > 0) throw new MoveRefused(`${left.size} parts have not arrived.`);
  } finally {
    spool.remove();
  }
}
