import { canonicalJson } from './canonical.ts';
import { byId } from './order.ts';
import { ENGINE, type MissedReason, type OneSided, type PostingCertificate } from './result.ts';
import type { Limit } from './solve/limits.ts';
import { NONE } from './solve/market.ts';
import type { Solution } from './solve/solve.ts';
import { Held } from './solve/held.ts';

/** The result as canonical JSON in pieces, which are never all in memory. See MatchResult for its form. */
export function* resultText(solution: Solution, snapshot: string): Generator<string> {
  const { market, granted, seats } = solution;
  const { lists } = market;
  const { studentIds, postingIds, choices } = lists;
  const admitted = admittedOf(solution);
  const histogram = new Map<string, number>();
  for (const [s, at] of granted.entries()) {
    if (at === NONE) continue;
    const rank = String(at - (choices.start[s] ?? 0) + 1);
    histogram.set(rank, (histogram.get(rank) ?? 0) + 1);
  }
  const assigned = (s: number): string | null => {
    const at = granted[s] ?? NONE;
    return at === NONE ? null : (postingIds[choices.items[at] ?? 0] ?? null);
  };
  yield '{"assignment":';
  yield* object(studentIds.keys().map((s) => [studentIds[s] ?? '', assigned(s)]));
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
  yield* object(postingIds.entries().map(([p, id]) => [id, admitted[p]]));
  yield ',"students":';
  yield* object(missed(solution, admitted));
  yield `},"engine":${JSON.stringify(ENGINE)},"ignored":`;
  yield* array(oneSided(solution));
  yield `,"proposing":"${solution.proposing}","rankHistogram":`;
  yield canonicalJson(Object.fromEntries(histogram));
  yield `,"snapshot":${canonicalJson(snapshot)},"transferred":`;
  yield canonicalJson(
    Object.fromEntries([...solution.transferred].map(([p, count]) => [postingIds[p] ?? '', count])),
  );
  yield ',"unfilledSeats":';
  yield* object(
    postingIds
      .keys()
      .filter((p) => (seats[p] ?? 0) > (admitted[p]?.admitted ?? 0))
      .map((p) => [postingIds[p] ?? '', (seats[p] ?? 0) - (admitted[p]?.admitted ?? 0)]),
  );
  yield `,"uniqueStable":${solution.uniqueStable},"unmatched":`;
  yield* array(
    studentIds
      .keys()
      .filter((s) => granted[s] === NONE)
      .map((s) => studentIds[s]),
  );
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
): Generator<[string, Record<string, MissedReason>]> {
  const { market, granted } = solution;
  const { choices, studentIds, postingIds } = market.lists;
  const reasonOf = reasons(solution, admitted);
  for (const [s, id] of studentIds.entries()) {
    const from = choices.start[s] ?? 0;
    const end = Math.min(granted[s] ?? NONE, choices.start[s + 1] ?? 0);
    if (end === from) continue;
    const found: [string, MissedReason][] = [];
    for (let at = from; at < end; at += 1) {
      const p = choices.items[at] ?? 0;
      found.push([postingIds[p] ?? '', market.positions[at] === NONE ? 'notRanked' : reasonOf(p)]);
    }
    yield [id, Object.fromEntries(found)];
  }
}

/** Why a posting had no seat for one it ranks. */
function reasons(
  { market, granted, limits }: Solution,
  admitted: readonly PostingCertificate[],
): (posting: number) => MissedReason {
  const plain = (p: number): MissedReason =>
    admitted[p]?.seats === 0 ? 'noSeats' : (admitted[p]?.lastPlace ?? 'noSeats');
  if (limits === undefined) return plain;
  const held = new Held(market, limits);
  for (const at of granted) if (at !== NONE) held.add(market.positions[at] ?? 0);
  const { rankings } = market.lists;
  const known = new Map<number, MissedReason>();
  const found = (p: number): MissedReason => {
    const isTight = (limit: Limit): boolean => held.within(limit) >= limit.capacity;
    const tight = limits.chain[p]?.find(isTight);
    if (tight === undefined || tight.capacity === 0) return 'noSeats';
    if (tight.group !== null) return { group: tight.group };
    const last = held.last(tight);
    if (held.isProtected(last)) return 'reserved';
    return market.tierOf(last) - (rankings.start[p] ?? 0) + 1;
  };
  return (p) => {
    const reason = known.get(p) ?? found(p);
    known.set(p, reason);
    return reason;
  };
}

/** What only one side listed, by student, then by posting. */
function* oneSided({ market }: Solution): Generator<OneSided> {
  const { lists, positions, order } = market;
  const { choices, rankings, studentIds, postingIds } = lists;
  const answered = new Uint8Array(order.length);
  for (const position of positions) if (position !== NONE) answered[position] = 1;
  const byPosting = new Map<number, number[]>();
  for (const [p] of postingIds.entries()) {
    for (let k = rankings.start[p] ?? 0; k < (rankings.start[p + 1] ?? 0); k += 1) {
      if (answered[k] === 1) continue;
      const s = order[k] ?? 0;
      const list = byPosting.get(s);
      if (list === undefined) byPosting.set(s, [p]);
      else list.push(p);
    }
  }
  for (const [s, student] of studentIds.entries()) {
    const found: OneSided[] = [];
    for (let at = choices.start[s] ?? 0; at < (choices.start[s + 1] ?? 0); at += 1) {
      if (positions[at] !== NONE) continue;
      found.push({ student, posting: postingIds[choices.items[at] ?? 0] ?? '', listedBy: 'student' });
    }
    for (const p of byPosting.get(s) ?? []) {
      found.push({ student, posting: postingIds[p] ?? '', listedBy: 'posting' });
    }
    yield* found.toSorted((a, b) => byId(a.posting, b.posting));
  }
}

/** Entries whose keys are in their order already. */
function* object(entries: Iterable<readonly [string, unknown]>): Generator<string> {
  let separator = '{';
  for (const [key, value] of entries) {
    yield `${separator}${JSON.stringify(key)}:${canonicalJson(value)}`;
    separator = ',';
  }
  yield separator === '{' ? '{}' : '}';
}

function* array(items: Iterable<unknown>): Generator<string> {
  let separator = '[';
  for (const item of items) {
    yield `${separator}${canonicalJson(item)}`;
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}
