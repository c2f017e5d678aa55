import { type Entry, pathOf } from './entries.ts';
import { Follower } from './follower.ts';
import { keysIn, NotJson, parseJson } from './not-json.ts';

/** The key of a member as it is written, for faults. */
const written = /^\s*"((?:[^"\\]|\\[^])*)"/;

/** Where some members stand: they are the `first` and the following of their section, from character `at` on. */
interface Stretch {
  readonly section: string;
  readonly kind: 'object' | 'list';
  readonly first: number;
  /** By the commas between them. */
  readonly count: number;
  /** How many keys the text has, by its colons. */
  readonly keys: number;
  readonly at: number;
}

/**
 * The entries of members that are written one after another, commas between them. A key that is given twice gives two
 * entries: whoever receives them says whether that is a fault.
 * @throws NotJson naming the member
 */
export function membersOf(text: string, stretch: Stretch): Iterable<Entry> {
  const all = parsed(text, stretch.kind);
  // fewer when a key is given twice, and when a comma stands where no member is
  if (all?.length !== stretch.count || !hasAllKeys(all, stretch)) return oneByOne(text, stretch);
  return all.map(([key, value], index) => entry(stretch, index, key, value));
}

function hasAllKeys(all: readonly [string, unknown][], { kind, keys }: Stretch): boolean {
  const own = kind === 'object' ? all.length : 0;
  return keys === own + all.reduce((sum, [, value]) => sum + keysIn(value), 0);
}

function parsed(text: string, kind: 'object' | 'list'): [string, unknown][] | undefined {
  try {
    return Object.entries(JSON.parse(kind === 'list' ? `[${text}]` : `{${text}}`));
  } catch {
    return undefined;
  }
}

function* oneByOne(text: string, stretch: Stretch): Generator<Entry> {
  const follower = new Follower();
  for (let [from, index] = [0, 0]; from <= text.length; index += 1) {
    const before = follower.keys;
    const found = follower.next(text, from);
    const end = found === -1 ? text.length : found;
    const member = text.slice(from, end);
    const at = stretch.at + from;
    const key = stretch.kind === 'list' ? String(stretch.first + index) : written.exec(member)?.[1];
    const path = key === undefined ? stretch.section : pathOf(stretch.section, key, stretch.kind);
    const whole = stretch.kind === 'list' ? `[${member}]` : `{${member}}`;
    const value = parseJson(whole, follower.keys - before, { entry: path, at });
    const entries: [string, unknown][] = Object.entries(value ?? {});
    const [one] = entries;
    if (one === undefined) throw new NotJson(stretch.section, at, 'a comma stands where a member must be');
    yield entry(stretch, index, ...one);
    from = end + 1;
  }
}

function entry({ section, kind, first }: Stretch, index: number, key: string, value: unknown): Entry {
  return { section, key: kind === 'list' ? String(first + index) : key, value };
}
