/**
 * One member of a document: of an opened section `section.key`, else of the document itself (`section` is empty). The
 * key of a list's member is its index. A document is read as its entries, so that it need never be in memory as a whole.
 */
export interface Entry {
  readonly section: string;
  readonly key: string;
  readonly value: unknown;
}

/** Sections that are read member by member; a nested one is named by its path, as in `certificate.students`. */
export type Sections = Readonly<Record<string, 'object' | 'list'>>;

/** Stands for the value of an opened section: its members follow. */
export const opened: unique symbol = Symbol('opened');

/** The path of a member, as faults name it. */
export function pathOf(section: string, key: string, kind: 'object' | 'list' = 'object'): string {
  if (kind === 'list') return `${section}[${key}]`;
  return section === '' ? key : `${section}.${key}`;
}

/** A section is not of its kind. */
export class WrongKind extends Error {
  override readonly name = 'WrongKind';
  readonly entry: string;
  readonly reason: string;
  constructor(path: string, kind: 'object' | 'list') {
    const [entry, reason] = [
      path === '' ? 'document' : path,
      `must be ${kind === 'list' ? 'a list' : 'an object'}`,
    ];
    super(`${entry}: ${reason}`);
    this.entry = entry;
    this.reason = reason;
  }
}

/** The entries of a document that is in memory. An opened section gives one entry of its own, before its members. */
export function* entriesOf(document: unknown, sections: Sections, path = ''): Generator<Entry> {
  const kind = path === '' ? 'object' : sections[path];
  for (const [key, value] of membersOf(document, path, kind ?? 'object')) {
    const inner = pathOf(path, key);
    if (value === undefined) continue;
    if (kind === 'list' || !Object.hasOwn(sections, inner)) {
      yield { section: path, key, value };
      continue;
    }
    yield { section: path, key, value: opened };
    yield* entriesOf(value, sections, inner);
  }
}

function membersOf(value: unknown, path: string, kind: 'object' | 'list'): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== (kind === 'list')) {
    throw new WrongKind(path, kind);
  }
  return Object.entries(value);
}
