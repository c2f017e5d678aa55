/**
 * One member of a document: of an opened section `section.key`, else of the document itself (`section` is empty).
 * A document is read as its entries, so that it need never be in memory as a whole.
 */
export interface Entry {
  readonly section: string;
  readonly key: string;
  readonly value: unknown;
}

/** Sections that are read member by member; a nested one is named by its path, as in `certificate.students`. */
export type Sections = ReadonlySet<string>;

/** A value is not an object where an object must be. */
export class NotAnObject extends Error {
  readonly entry: string;
  constructor(entry: string) {
    super(`${entry}: must be an object`);
    this.entry = entry;
  }
}

/** The entries of a document that is in memory. An opened section gives one entry of its own, before its members. */
export function* entriesOf(document: unknown, sections: Sections, path = ''): Generator<Entry> {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new NotAnObject(path === '' ? 'document' : path);
  }
  const members: [string, unknown][] = Object.entries(document);
  for (const [key, value] of members) {
    const inner = path === '' ? key : `${path}.${key}`;
    if (value === undefined) continue;
    if (!sections.has(inner)) {
      yield { section: path, key, value };
      continue;
    }
    yield { section: path, key, value: opened };
    yield* entriesOf(value, sections, inner);
  }
}

/** Stands for the value of an opened section: its members follow. */
export const opened: unique symbol = Symbol('opened');
