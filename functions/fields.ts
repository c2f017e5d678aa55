import type * as z from 'zod';

/** A path into a value as an RFC 6901 JSON pointer. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What is still missing from a draft, as JSON pointers; empty when it is complete. */
export const missingFields = (schema: z.ZodType, draft: unknown): string[] => {
  const parsed = schema.safeParse(draft);
  return parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => pointer(issue.path)))];
};
