import * as z from 'zod';
import { readPast } from './table/read-past.ts';

/** The fields that a schema names, in whichever variant; undefined when it is of another kind. */
const fieldsOf = (schema: z.ZodType): ReadonlySet<string> | undefined => {
  if (schema instanceof z.ZodObject) return new Set(Object.keys(schema.shape));
  if (!(schema instanceof z.ZodUnion)) return undefined;
  const all = new Set<string>();
  for (const option of schema.options) {
    const fields = option instanceof z.ZodType ? fieldsOf(option) : undefined;
    if (fields === undefined) return undefined;
    for (const field of fields) all.add(field);
  }
  return all;
};

/**
 * Parses what is kept, together with the fields that the schema does not know: a newer version of this code has written
 * them, and what this version writes back must not lose them.
 */
export const parseKept = <T extends object>(
  schema: z.ZodType<T>,
  kept: Readonly<Record<string, unknown>>,
): T => {
  const parsed = readPast(schema, kept);
  const known = fieldsOf(schema);
  if (known === undefined) return parsed;
  const others = Object.entries(kept).filter(([field]) => !known.has(field));
  return others.length === 0 ? parsed : Object.assign(parsed, Object.fromEntries(others));
};
