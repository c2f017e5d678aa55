export type Content = AsyncIterable<Uint8Array> | Uint8Array;

/** What is to be stored, chunk by chunk. */
export async function* bytesIn(content: Content): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/** Documents too large or too raw for the record: imports, snapshots, results. Written once whole, never half. */
export interface Files {
  /** Stores the bytes under `name` (slash-separated segments of [A-Za-z0-9._-]); visible only when complete and durable. */
  put(name: string, content: Content): Promise<{ bytes: number; sha256: string }>;
  /** The bytes as a stream, or undefined when there is no such file. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  remove(name: string): Promise<void>;
  /** The names of all files that are complete, in their order. */
  list(): Promise<string[]>;
}
