import type { Facts } from './play.ts';

/** The entries of one list that the other does not have, as often as it has them not. */
const missing = (list: readonly unknown[], other: readonly unknown[]): string[] => {
  const left = other.map((entry) => JSON.stringify(entry));
  return list.flatMap((entry) => {
    const text = JSON.stringify(entry);
    const at = left.indexOf(text);
    if (at === -1) return [text];
    left.splice(at, 1);
    return [];
  });
};

const compared = (name: string, expected: unknown, found: unknown): string[] => {
  if (JSON.stringify(expected) === JSON.stringify(found)) return [];
  if (!Array.isArray(expected) || !Array.isArray(found))
    return [`${name}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`];
  const [lost, extra] = [missing(expected, found), missing(found, expected)];
  return [`${name}: without ${lost.join(' ') || 'nothing'}, but with ${extra.join(' ') || 'nothing more'}`];
};

/** In which facts two runs differ, in words. */
export const differences = (expected: Facts, found: Facts): string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])].flatMap((name) =>
    compared(name, expected[name], found[name]),
  );
