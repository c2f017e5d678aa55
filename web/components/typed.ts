type Fields = Readonly<Record<string, unknown>>;

/** Fields of a form in which something was typed that is not saved: what they began with, and what they became. */
export interface Typed {
  from: Fields;
  to: Fields;
}

/** As the server will keep it: blanks around a text are nobody's words. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.trim() : part));
const same = (one: unknown, other: unknown): boolean => written(one) === written(other);
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);
const isOfKind = (value: unknown, like: unknown): boolean =>
  value === undefined || like === undefined || kindOf(value) === kindOf(like);

const fieldsOf = (values: object): Fields => Object.fromEntries(Object.entries(values));
const of = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, fields[name]]));

/** What of `values` differs from what is stored; undefined where nothing does. */
export const typedIn = <T extends object>(stored: T, values: T): Typed | undefined => {
  const [from, to] = [fieldsOf(stored), fieldsOf(values)];
  const names = Object.keys(to).filter((name) => !same(from[name], to[name]));
  return names.length === 0 ? undefined : { from: of(from, names), to: of(to, names) };
};

/**
 * What was typed, laid over what is stored now: fields that nobody typed in are as they were stored meanwhile. Undefined
 * where that changes nothing. `clash`: a field that was typed in was also changed by somebody else.
 */
export const typedOver = <T extends object>(
  stored: T,
  { from, to }: Typed,
): { values: T; clash: boolean } | undefined => {
  const now = fieldsOf(stored);
  // An earlier version of the form may have had other fields.
  const names = Object.keys(to).filter(
    (name) => name in now && isOfKind(to[name], now[name]) && !same(now[name], to[name]),
  );
  if (names.length === 0) return undefined;
  return {
    values: Object.assign({ ...stored }, of(to, names)),
    clash: names.some((name) => !same(from[name], now[name])),
  };
};

const emptied = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? undefined]));
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A field that was emptied is `undefined`, which JSON does not know. */
export const textOf = (typed: Typed): string =>
  JSON.stringify(typed, (_, value: unknown) => (value === undefined ? null : value));

/** What `textOf` wrote; undefined where it is not that. */
export const typedFrom = (text: string | null): Typed | undefined => {
  try {
    const { from, to }: { readonly [K in keyof Typed]?: unknown } = Object(JSON.parse(text ?? 'null'));
    return isFields(from) && isFields(to) ? { from: emptied(from), to: emptied(to) } : undefined;
  } catch {
    return undefined;
  }
};
