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
  if (keysIn(value) !== keys) throw new NotJson(entry, at, 'a key stands twice');
  return value;
}

function parsed(text: string, entry: string, at: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotJson(entry, at, error instanceof Error ? error.message : String(error));
  }
}

/** How many keys a value holds, those of what it holds included. */
export function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let found = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') found += keysIn(item);
    return found;
  }
  for (const item of Object.values(value)) found += 1 + keysIn(item);
  return found;
}
