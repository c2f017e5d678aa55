/** The text is not JSON. `at` counts characters from the start of the text. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
  readonly entry: string;
  readonly reason: string;
  constructor(entry: string, at: number, reason: string) {
    const sentence = `not JSON near character ${at}: ${reason}`;
    super(`${entry === '' ? 'document' : entry}: ${sentence}`);
    this.entry = entry;
    this.reason = sentence;
  }
}

/**
 * Parses a text that has so many keys. A key that stands twice in one object is refused: readers differ in which they
 * take, and what was signed must mean one thing.
 * @throws NotJson
 */
export function parseJson(text: string, keys: number, { entry, at }: { entry: string; at: number }): unknown {
  const value = parsed(text, entry, at);
  const found = keysIn(value);
  if (Number.isNaN(found)) throw new NotJson(entry, at, `lists stand in lists more than ${deepest} deep`);
  if (found !== keys) throw new NotJson(entry, at, 'a key stands twice');
  return value;
}

function parsed(text: string, entry: string, at: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotJson(entry, at, error instanceof Error ? error.message : String(error));
  }
}

/** No document has more; what has is meant to exhaust whoever reads it. */
const deepest = 100;

/** How many keys a value holds, those of what it holds included; NaN for what is too deep to be read. */
export function keysIn(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > deepest) return NaN;
  let found = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') found += keysIn(item, depth + 1);
    return found;
  }
  for (const item of Object.values(value)) found += 1 + keysIn(item, depth + 1);
  return found;
}
