import { canonicalJson } from './canonical.ts';
import { byId } from './order.ts';
import { type QuotedIds, quotedIds } from './quoted.ts';
import type { Lists } from './read/lists.ts';
import { Sha256 } from './sha256.ts';

/** A piece is yielded when it is as long: yielding each row would take as long as making it. */
export const PIECE = 1 << 16;

/** The canonical JSON (RFC 8785) of the document that was read, in pieces: it may be longer than a string can be. */
export function* snapshotText(lists: Lists): Generator<string> {
  const ids = quotedIds(lists);
  const keys = ['postings', 'students', ...Object.keys(lists.others)].toSorted(byId);
  for (const [index, key] of keys.entries()) {
    yield `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`;
    if (key === 'students') yield* students(lists, ids);
    else if (key === 'postings') yield* postings(lists, ids);
    else yield canonicalJson(lists.others[key]);
  }
  yield '}';
}

/** `sha256:` and the hash of the document's canonical JSON. */
export function snapshotHash(lists: Lists): string {
  const hash = new Sha256();
  for (const piece of snapshotText(lists)) hash.update(piece);
  return `sha256:${hash.hex()}`;
}

/** The ids are in their order already. */
function* students({ choices }: Lists, ids: QuotedIds): Generator<string> {
  let text = '{';
  for (let s = 0; s < ids.students.length; s += 1) {
    text += `${s === 0 ? '' : ','}${ids.students[s]}:[`;
    const from = choices.start[s] ?? 0;
    const end = choices.start[s + 1] ?? 0;
    for (let at = from; at < end; at += 1) {
      if (at > from) text += ',';
      text += ids.postings[choices.items[at] ?? 0] ?? '';
    }
    text += ']';
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield `${text}}`;
}

function* postings({ rankings, ties, seats }: Lists, ids: QuotedIds): Generator<string> {
  let text = '{';
  let tie = 0;
  for (let p = 0; p < ids.postings.length; p += 1) {
    text += `${p === 0 ? '' : ','}${ids.postings[p]}:{"capacity":${seats[p]},"ranking":[`;
    const from = rankings.start[p] ?? 0;
    const end = rankings.start[p + 1] ?? 0;
    for (let at = from; at < end; at += 1) {
      if (at > from) text += ',';
      if (ties[tie] === at) text += '[';
      text += ids.students[rankings.items[at] ?? 0] ?? '';
      if (ties[tie + 1] === at + 1) {
        text += ']';
        tie += 2;
      }
    }
    text += ']}';
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield `${text}}`;
}
