import { canonicalJson } from './canonical.ts';
import { byId } from './order.ts';
import { choicesOf, postingEntries } from './read/instance-of.ts';
import type { Lists } from './read/lists.ts';
import { Sha256 } from './sha256.ts';

/** The canonical JSON (RFC 8785) of the document that was read, in pieces: it may be longer than a string can be. */
export function* snapshotText(lists: Lists): Generator<string> {
  const keys = ['postings', 'students', ...Object.keys(lists.others)].toSorted(byId);
  for (const [index, key] of keys.entries()) {
    yield `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`;
    if (key === 'students') yield* members(studentEntries(lists));
    else if (key === 'postings') yield* members(postingEntries(lists));
    else yield canonicalJson(lists.others[key]);
  }
  yield '}';
}

/** `sha256:` and the hash of the document's canonical JSON. */
export function snapshotHash(lists: Lists): string {
  const hash = new Sha256();
  let text = '';
  for (const piece of snapshotText(lists)) {
    text += piece;
    if (text.length < 65_536) continue;
    hash.update(text);
    text = '';
  }
  return `sha256:${hash.update(text).hex()}`;
}

function* studentEntries(lists: Lists): Generator<[string, string[]]> {
  for (const [s, id] of lists.studentIds.entries()) yield [id, choicesOf(lists, s)];
}

/** The ids are in their order already. */
function* members(entries: Iterable<[string, unknown]>): Generator<string> {
  let separator = '{';
  for (const [key, value] of entries) {
    yield `${separator}${JSON.stringify(key)}:${canonicalJson(value)}`;
    separator = ',';
  }
  yield separator === '{' ? '{}' : '}';
}
