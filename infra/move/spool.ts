import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { canonicalJson } from '../../matching/round/canonical.ts';
import type { Item, Key } from '../../functions/table/table.ts';

const flushAt = 1 << 16;
const names = Array.from({ length: 256 }, (_, part) => part.toString(16).padStart(2, '0'));
const stateName = 'state.json';

/** How far the items have been read, and from where on changes have to be looked at. */
const Reached = z.object({
  /** Which record they are of. */
  of: z.string(),
  /** The position in its change feed when the reading began. */
  position: z.string().optional(),
  after: z.object({ pk: z.string(), sk: z.string() }).optional(),
  read: z.number().int(),
});
export type Reached = z.infer<typeof Reached>;

const partOf = ({ pk }: Key): string => createHash('sha256').update(pk).digest('hex').slice(0, 2);
const idOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Canonical JSON, but for the body: its keys stay in the order in which every kind of record keeps them. */
const lineOf = ({ body, ...others }: Item): string =>
  `{"body":${JSON.stringify(body)},${canonicalJson(others).slice(1)}\n`;

/**
 * Sorts items that come in no order into 256 parts by the hash of their partition, on disk: memory holds one part at
 * a time. In a folder of its own it outlives its process, and goes on from what was reached.
 */
export class Spool {
  readonly #folder: string;
  readonly #waiting = new Map<string, string>();
  /** What became of items after they were added. */
  readonly #changed = new Map<string, Map<string, Item | undefined>>();

  constructor(folder?: string) {
    this.#folder = folder ?? mkdtempSync(join(tmpdir(), 'programme-'));
    mkdirSync(this.#folder, { recursive: true });
  }

  /** What an earlier process reached, with what it had added by then; undefined when there is nothing to go on with. */
  reached(of: string): Reached | undefined {
    const state = join(this.#folder, stateName);
    const found = existsSync(state) ? Reached.parse(JSON.parse(readFileSync(state, 'utf8'))) : undefined;
    if (found?.of !== of) {
      this.clear();
      return undefined;
    }
    // The process may have ended within a line: what comes behind the state is read again.
    for (const name of readdirSync(this.#folder).filter((part) => names.includes(part))) {
      const text = readFileSync(this.#pathOf(name), 'utf8');
      if (!text.endsWith('\n')) writeFileSync(this.#pathOf(name), text.slice(0, text.lastIndexOf('\n') + 1));
    }
    return found;
  }

  /** Keeps what was added until now for a process that goes on. */
  keep(reached: Reached): void {
    for (const [part, text] of this.#waiting) appendFileSync(this.#pathOf(part), text);
    this.#waiting.clear();
    const state = join(this.#folder, stateName);
    writeFileSync(`${state}.new`, JSON.stringify(reached));
    renameSync(`${state}.new`, state);
  }

  /** One that is added again counts as it was added last. */
  add(item: Item): void {
    const part = partOf(item);
    const text = `${this.#waiting.get(part) ?? ''}${JSON.stringify(item)}\n`;
    this.#waiting.set(part, text.length < flushAt ? text : '');
    if (text.length >= flushAt) appendFileSync(this.#pathOf(part), text);
  }

  /** The item under the key is this one now, or none. */
  replace(key: Key, item: Item | undefined): void {
    const part = partOf(key);
    const changed = this.#changed.get(part) ?? new Map<string, Item | undefined>();
    changed.set(idOf(key), item);
    this.#changed.set(part, changed);
  }

  /** The parts that hold something: their lines in the order of the keys. */
  *parts(): Generator<{ name: string; items: readonly Item[]; text: string }> {
    for (const name of names) {
      const items = this.#itemsOf(name).toSorted((a, b) => compare(a.pk, b.pk) || compare(a.sk, b.sk));
      if (items.length > 0) yield { name, items, text: items.map(lineOf).join('') };
    }
  }

  /** Forgets all that was added. */
  clear(): void {
    for (const name of readdirSync(this.#folder)) rmSync(join(this.#folder, name));
    this.#waiting.clear();
    this.#changed.clear();
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #itemsOf(part: string): Item[] {
    const path = this.#pathOf(part);
    const text = `${existsSync(path) ? readFileSync(path, 'utf8') : ''}${this.#waiting.get(part) ?? ''}`;
    const items = new Map<string, Item>();
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const item: Item = JSON.parse(line);
      items.set(idOf(item), item);
    }
    for (const [id, item] of this.#changed.get(part) ?? []) {
      if (item === undefined) items.delete(id);
      else items.set(id, item);
    }
    return [...items.values()];
  }

  #pathOf(part: string): string {
    return join(this.#folder, part);
  }
}
