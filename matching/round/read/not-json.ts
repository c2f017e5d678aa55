/** The text is not JSON. `at` counts characters from the start of the text. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
  readonly entry: string;
  constructor(entry: string, at: number, reason: string) {
    super(`${entry === '' ? 'document' : entry}: not JSON near character ${at}: ${reason}`);
    this.entry = entry;
  }
}

/** @throws NotJson */
export function parseJson(text: string, entry: string, at: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotJson(entry, at, error instanceof Error ? error.message : String(error));
  }
}
