import type { Lists, Rows } from '../../matching/round/read/lists.ts';

/** A market of the usual bench: ten random choices a student, a posting for ten students, ten seats each. */
export function randomLists(students: number): Lists {
  const [choices, postings] = [10, Math.max(1, students / 10)];
  const next = xorshift(42);
  const start = Uint32Array.from({ length: students + 1 }, (_, s) => s * choices);
  const items = new Uint32Array(students * choices);
  for (let s = 0; s < students; s += 1) {
    const row = new Set<number>();
    while (row.size < choices) row.add(next(postings));
    items.set([...row], s * choices);
  }
  const rankStart = new Uint32Array(postings + 1);
  for (const p of items) rankStart[p + 1] = (rankStart[p + 1] ?? 0) + 1;
  for (let p = 0; p < postings; p += 1) rankStart[p + 1] = (rankStart[p + 1] ?? 0) + (rankStart[p] ?? 0);
  const ranked = new Uint32Array(items.length);
  const fill = rankStart.slice();
  for (const [at, p] of items.entries()) {
    const to = fill[p] ?? 0;
    ranked[to] = Math.floor(at / choices);
    fill[p] = to + 1;
  }
  for (let p = 0; p < postings; p += 1) shuffle(ranked.subarray(rankStart[p], rankStart[p + 1]), next);
  const width = String(students).length;
  const ids = (letter: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => letter + String(i).padStart(width, '0'));
  return {
    studentIds: ids('s', students),
    postingIds: ids('p', postings),
    seats: new Float64Array(postings).fill(10),
    choices: { start, items },
    rankings: { start: rankStart, items: ranked },
    ties: new Uint32Array(),
    groups: [],
    reserves: [],
    transfers: [],
    seed: '',
    others: {},
  };
}

/** Reads every entry of both sides once: the least that any engine has to do. */
export function onePass({ choices, rankings }: Lists): number {
  let sum = 0;
  for (const { start, items } of [choices, rankings]) {
    for (let row = 0; row + 1 < start.length; row += 1) {
      const end = start[row + 1] ?? 0;
      for (let at = start[row] ?? 0; at < end; at += 1) sum = (sum + (items[at] ?? 0)) | 0;
    }
  }
  return sum;
}

/** The lists as plain rows of numbers, for engines in other processes. */
export function rowsOf({ choices, rankings, seats }: Lists) {
  const rows = ({ start, items }: Rows): number[][] =>
    Array.from(start.subarray(1), (end, row) => [...items.subarray(start[row], end)]);
  return { choices: rows(choices), rankings: rows(rankings), seats: [...seats] };
}

/** Each student's posting, or -1. */
export function assignmentOf({ choices }: Lists, granted: Uint32Array): number[] {
  return Array.from(granted, (at) => choices.items[at] ?? -1);
}

function shuffle(row: Uint32Array, next: (below: number) => number): void {
  for (let i = row.length - 1; i > 0; i -= 1) {
    const j = next(i + 1);
    [row[i], row[j]] = [row[j] ?? 0, row[i] ?? 0];
  }
}

function xorshift(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}
