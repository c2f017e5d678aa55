import * as z from 'zod';
import type { Download } from './files/download.ts';
import type { RememberedAnswer } from './idempotency.ts';
import type { Operation } from './operation.ts';

const Versioned = z.looseObject({ version: z.number().int() });

export const isDownload = (result: unknown): result is Download =>
  typeof result === 'object' &&
  result !== null &&
  'name' in result &&
  ('link' in result ||
    ('content' in result &&
      typeof result.content === 'object' &&
      result.content !== null &&
      Symbol.asyncIterator in result.content));

/** Serialises a handler's result by the operation's response schema: what the schema does not name is not sent. */
export const answerOf = (operation: Operation, result: unknown): RememberedAnswer => {
  if (!operation.response) return { status: 204, body: '' };
  const versioned = Versioned.safeParse(result);
  const etag = versioned.success ? `"${versioned.data.version}"` : undefined;
  const body = JSON.stringify(operation.response.parse(result));
  return { status: operation.status ?? 200, body, ...(etag !== undefined && { etag }) };
};
