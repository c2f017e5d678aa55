export type Content = AsyncIterable<Uint8Array> | Uint8Array;

/** What is to be stored, chunk by chunk. */
export async function* bytesIn(content: Content): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/** Addresses from which files are got past the API. */
export interface Links {
  /** Files of more bytes are got so. */
  aboveBytes: number;
  /** Gives the file to whoever has the address, for some minutes, under the name and as the type that are said. */
  to(file: string, as: { name: string; type: string }): Promise<string>;
}

/** A file that somebody is about to send past the API. */
export interface OfferedFile {
  key: string;
  type: string;
  size: number;
  /** In hexadecimal digits. */
  sha256: string;
}

/** How long an offer is good for. */
export const offerMs = 5 * 60 * 1000;

/** Addresses to which files are sent past the API. */
export interface Offers {
  /** Takes that one file alone from whoever sends it as a form of these fields, and refuses another size, type or content. */
  to(file: OfferedFile, now: string): Promise<{ url: string; fields: Record<string, string>; until: string }>;
  /** Whether the store itself removes what has come in so and was not used. */
  forgets: boolean;
}

/** Documents too large or too raw for the record: imports, snapshots, results. Written once whole, never half. */
export interface Files {
  /** Stores the bytes under `name` (slash-separated segments of [A-Za-z0-9._-]); visible only when complete and durable. */
  put(name: string, content: Content): Promise<{ bytes: number; sha256: string }>;
  /** The bytes as a stream, or undefined when there is no such file. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  remove(name: string): Promise<void>;
  /** The names of all files that are complete, in their order; of those below a folder if one is named. */
  list(under?: string): Promise<string[]>;
  /** Present where an answer cannot hold every file. */
  links?: Links;
  /** Present where files can be sent past the API. */
  offers?: Offers;
}
