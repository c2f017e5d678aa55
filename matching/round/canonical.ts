import { byId } from './order.ts';

/**
 * JSON with one spelling, after the JSON Canonicalization Scheme (RFC 8785): keys sorted by UTF-16 code units, no
 * white space, numbers as ECMAScript prints them. Properties that are undefined are left out, as JSON does.
 * @throws TypeError on what JSON cannot carry: other undefined values, functions, NaN, infinities, lone surrogates
 */
export function canonicalJson(value: unknown): string {
  return canonicalParts(value).toArray().join('');
}

/** The same text in small pieces, so that a document longer than one string can be hashed or written as a stream. */
export function* canonicalParts(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    yield '[';
    for (const [index, item] of items.entries()) {
      if (index > 0) yield ',';
      yield* canonicalParts(item);
    }
    yield ']';
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    yield '{';
    for (const [index, [key, item]] of entries.toSorted(([a], [b]) => byId(a, b)).entries()) {
      yield `${index > 0 ? ',' : ''}${scalar(key)}:`;
      yield* canonicalParts(item);
    }
    yield '}';
  } else {
    yield scalar(value);
  }
}

function scalar(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  throw new TypeError(
    `canonical JSON cannot carry a value of type ${typeof value} or text that is not well formed`,
  );
}
