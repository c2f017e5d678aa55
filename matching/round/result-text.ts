import { canonicalJson } from './canonical.ts';
import { type QuotedIds, quotedIds } from './quoted.ts';
import { ENGINE, type MissedReason, type OneSided, type PostingCertificate } from './result.ts';
import { PIECE } from './snapshot-text.ts';
import type { Limit } from './solve/limits.ts';
import { NONE } from './read/lists.ts';
import type { Solution } from './solve/solve.ts';
import { Held } from './solve/held.ts';

/** The result as canonical JSON in pieces, which are never all in memory. See MatchResult for its form. */
export function* resultText(solution: Solution, snapshot: string): Generator<string> {
  const { market, granted, seats } = solution;
  const { lists } = market;
  const { choices } = lists;
  const ids = quotedIds(lists);
  const admitted = admittedOf(solution);
  const histogram = new Map<string, number>();
  for (const [s, at] of granted.entries()) {
    if (at === NONE) continue;
    const rank = String(at - (choices.start[s] ?? 0) + 1);
    histogram.set(rank, (histogram.get(rank) ?? 0) + 1);
  }
  const assigned = (s: number): string => {
    const at = granted[s] ?? NONE;
    return at === NONE ? 'null' : (ids.postings[choices.items[at] ?? 0] ?? 'null');
  };
  yield '{"assignment":';
  yield* object(ids.students.entries().map(([s, id]) => `${id}:${assigned(s)}`));
  yield ',"certificate":{"groups":';
  yield canonicalJson(
    Object.fromEntries(
      lists.groups.map(({ id, capacity, postings }) => [
        id,
        { seats: capacity, admitted: postings.reduce((sum, p) => sum + (admitted[p]?.admitted ?? 0), 0) },
      ]),
    ),
  );
  yield ',"postings":';
  yield* object(
    admitted
      .values()
      .map(
        ({ admitted: count, lastPlace, seats: of }, p) =>
          `${ids.postings[p]}:{"admitted":${count},"lastPlace":${lastPlace},"seats":${of}}`,
      ),
  );
  yield ',"students":';
  yield* object(missed(solution, admitted, ids));
  yield `},"engine":${JSON.stringify(ENGINE)},"ignored":`;
  yield* array(oneSided(solution, ids));
  yield `,"proposing":"${solution.proposing}","rankHistogram":`;
  yield canonicalJson(Object.fromEntries(histogram));
  yield `,"snapshot":${canonicalJson(snapshot)},"transferred":`;
  yield canonicalJson(
    Object.fromEntries([...solution.transferred].map(([p, count]) => [lists.postingIds[p] ?? '', count])),
  );
  yield ',"unfilledSeats":';
  const unfilled = (p: number): number => (seats[p] ?? 0) - (admitted[p]?.admitted ?? 0);
  const open = ids.postings.entries().filter(([p]) => unfilled(p) > 0);
  yield* object(open.map(([p, id]) => `${id}:${unfilled(p)}`));
  yield `,"uniqueStable":${solution.uniqueStable},"unmatched":`;
  yield* array(ids.students.values().filter((_, s) => granted[s] === NONE));
  yield '}';
}

function admittedOf({ market, granted, seats }: Solution): PostingCertificate[] {
  const { choices, rankings } = market.lists;
  const admitted = new Uint32Array(seats.length);
  const lastPlace = new Uint32Array(seats.length);
  for (const at of granted) {
    if (at === NONE) continue;
    const p = choices.items[at] ?? 0;
    admitted[p] = (admitted[p] ?? 0) + 1;
    const place = market.tierOf(market.positions[at] ?? 0) - (rankings.start[p] ?? 0) + 1;
    lastPlace[p] = Math.max(lastPlace[p] ?? 0, place);
  }
  return Array.from(seats, (count, p) => ({
    seats: count,
    admitted: admitted[p] ?? 0,
    lastPlace: admitted[p] ? (lastPlace[p] ?? 0) : null,
  }));
}

/** Students with what they missed, in the order of their ids. */
function* missed(
  solution: Solution,
  admitted: readonly PostingCertificate[],
  ids: QuotedIds,
): Generator<string> {
  const { market, granted } = solution;
  const { choices } = market.lists;
  const reasonOf = reasons(solution, admitted);
  for (let s = 0; s < ids.students.length; s += 1) {
    const from = choices.start[s] ?? 0;
    const end = Math.min(granted[s] ?? NONE, choices.start[s + 1] ?? 0);
    if (end === from) continue;
    const places: number[] = [];
    for (let at = from; at < end; at += 1) places.push(at);
    // postings are numbered in the order of their ids
    if (places.length > 1) places.sort((a, b) => (choices.items[a] ?? 0) - (choices.items[b] ?? 0));
    let found = '';
    for (const at of places) {
      const p = choices.items[at] ?? 0;
      const reason = market.positions[at] === NONE ? '"notRanked"' : reasonOf(p);
      found += `${found === '' ? '' : ','}${ids.postings[p]}:${reason}`;
    }
    yield `${ids.students[s]}:{${found}}`;
  }
}

/** Why a posting had no seat for one it ranks, as JSON. */
function reasons(
  { market, granted, limits }: Solution,
  admitted: readonly PostingCertificate[],
): (posting: number) => string {
  const plain = (p: number): MissedReason =>
    admitted[p]?.seats === 0 ? 'noSeats' : (admitted[p]?.lastPlace ?? 'noSeats');
  if (limits === undefined) return known(plain);
  const held = new Held(market, limits);
  for (const at of granted) if (at !== NONE) held.add(market.positions[at] ?? 0);
  const { rankings } = market.lists;
  return known((p) => {
    const isTight = (limit: Limit): boolean => held.within(limit) >= limit.capacity;
    const tight = limits.chain[p]?.find(isTight);
    if (tight === undefined || tight.capacity === 0) return 'noSeats';
    if (tight.group !== null) return { group: tight.group };
    const last = held.last(tight);
    if (held.isProtected(last)) return 'reserved';
    return market.tierOf(last) - (rankings.start[p] ?? 0) + 1;
  });
}

/** Each posting's reason, found once. */
function known(find: (posting: number) => MissedReason): (posting: number) => string {
  const found: string[] = [];
  return (p) => (found[p] ??= canonicalJson(find(p)));
}

/** What only one side listed, by student, then by posting. */
function* oneSided({ market }: Solution, ids: QuotedIds): Generator<string> {
  const { lists, positions, order } = market;
  const { choices, rankings } = lists;
  const answered = new Uint8Array(order.length);
  for (const position of positions) if (position !== NONE) answered[position] = 1;
  const byPosting = new Map<number, number[]>();
  for (const p of ids.postings.keys()) {
    for (let k = rankings.start[p] ?? 0; k < (rankings.start[p + 1] ?? 0); k += 1) {
      if (answered[k] === 1) continue;
      const s = order[k] ?? 0;
      const list = byPosting.get(s);
      if (list === undefined) byPosting.set(s, [p]);
      else list.push(p);
    }
  }
  for (const [s, student] of ids.students.entries()) {
    const found: [posting: number, listedBy: OneSided['listedBy']][] = [];
    for (let at = choices.start[s] ?? 0; at < (choices.start[s + 1] ?? 0); at += 1) {
      if (positions[at] === NONE) found.push([choices.items[at] ?? 0, 'student']);
    }
    for (const p of byPosting.get(s) ?? []) found.push([p, 'posting']);
    for (const [p, listedBy] of found.toSorted(([a], [b]) => a - b)) {
      yield `{"listedBy":"${listedBy}","posting":${ids.postings[p]},"student":${student}}`;
    }
  }
}

function* object(members: Iterable<string>): Generator<string> {
  yield* between('{', members, '}');
}

function* array(items: Iterable<string>): Generator<string> {
  yield* between('[', items, ']');
}

function* between(opening: string, parts: Iterable<string>, closing: string): Generator<string> {
  let text = opening;
  let comma = '';
  for (const part of parts) {
    text += comma + part;
    comma = ',';
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield text + closing;
}
