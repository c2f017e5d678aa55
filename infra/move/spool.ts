import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../../matching/round/canonical.ts';
import type { Item, Key } from '../../functions/table/table.ts';

const flushAt = 1 << 16;
const names = Array.from({ length: 256 }, (_, part) => part.toString(16).padStart(2, '0'));

const partOf = ({ pk }: Key): string => createHash('sha256').update(pk).digest('hex').slice(0, 2);
const idOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Sorts items that come in no order into 256 parts by the hash of their partition, on disk: memory holds one part at
 * a time.
 */
export class Spool {
  readonly #folder = mkdtempSync(join(tmpdir(), 'programme-'));
  readonly #waiting = new Map<string, string>();
  /** What became of items after they were added. */
  readonly #changed = new Map<string, Map<string, Item | undefined>>();

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

  /** The parts that hold something: their lines of canonical JSON, in the order of the keys. */
  *parts(): Generator<{ name: string; items: readonly Item[]; text: string }> {
    for (const name of names) {
      const items = this.#itemsOf(name).toSorted((a, b) => compare(a.pk, b.pk) || compare(a.sk, b.sk));
      if (items.length > 0)
        yield { name, items, text: items.map((item) => `${canonicalJson(item)}\n`).join('') };
    }
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
