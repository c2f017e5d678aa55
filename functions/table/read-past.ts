import type * as z from 'zod';

type Path = readonly PropertyKey[];

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** A value without what lies at a path. */
const without = (value: unknown, [first, ...rest]: Path): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value))
    return value.map((entry, index) => (index === Number(first) ? (without(entry, rest) ?? null) : entry));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]) => {
      if (name !== first) return [[name, entry]];
      return rest.length === 0 ? [] : [[name, without(entry, rest)]];
    }),
  );
};

/**
 * Parses what the record holds, past fields that the schema does not know: while a deployment is under way, and after
 * it was taken back, newer code has written them. Everything else that does not fit is an error as ever.
 */
export const readPast = <T>(schema: z.ZodType<T>, value: Readonly<Record<string, unknown>>): T => {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const unknown = error.issues.flatMap(({ path, ...issue }): Path[] =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [],
  );
  if (error.issues.some(({ code }) => code !== 'unrecognized_keys')) throw error;
  return schema.parse(unknown.reduce<unknown>(without, value));
};
