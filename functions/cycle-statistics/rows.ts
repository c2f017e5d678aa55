import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type * as z from 'zod';
import type { Files } from '../files/files.ts';
import { rowsFile } from './store.ts';

/** The rows of a long table, as the last count left them; none before the first. */
export async function* rowsOf<T>(
  files: Files,
  { cycleId, of }: { cycleId: string; of: 'companies' | 'postings' },
  schema: z.ZodType<T>,
): AsyncGenerator<T> {
  const content = await files.read(rowsFile(cycleId, of));
  if (content === undefined) return;
  for await (const line of createInterface({ input: Readable.from(content), crlfDelay: Infinity }))
    yield schema.parse(JSON.parse(line));
}
