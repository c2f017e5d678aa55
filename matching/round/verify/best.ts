import { NONE } from '../read/lists.ts';
import type { Limits } from './limits.ts';
import type { Standings } from './standings.ts';

/** Of each student the choice granted, or NONE. */
type Got = Uint32Array;

/**
 * The students' best stable assignment with every tie drawn, by rounds in which everybody without a seat asks at once
 * and each company keeps whom it would choose of all who asked. Slower than the solver, and nearer to the definition.
 */
export function studentsBest({ lists, ranked, studentOf }: Standings, limits: Limits): Got {
  const { choices, studentIds } = lists;
  const next = choices.start.slice(0, studentIds.length);
  const got = new Uint32Array(studentIds.length).fill(NONE);
  const asked = new Map<number, readonly number[]>();
  let without: Iterable<number> = studentIds.keys();
  for (;;) {
    const askers = new Map<number, number[]>();
    for (const student of without) {
      const end = choices.start[student + 1] ?? 0;
      let choice = next[student] ?? end;
      while (choice < end && ranked[choice] === NONE) choice += 1;
      next[student] = choice + 1;
      if (choice < end) addTo(askers, companyOf(limits, choices.items[choice]), choice);
    }
    if (askers.size === 0) return got;
    const refused: number[] = [];
    for (const [company, newcomers] of askers) {
      const all = [...(asked.get(company) ?? []), ...newcomers];
      const kept = chosen(all, { lists, studentOf }, limits);
      asked.set(company, [...kept]);
      for (const choice of all) {
        const student = studentOf[choice] ?? 0;
        got[student] = kept.has(choice) ? choice : NONE;
        if (!kept.has(choice)) refused.push(student);
      }
    }
    without = refused;
  }
}

/** The postings' best one: each company offers to whom it would choose of all who have not refused it. */
export function postingsBest({ lists, chosen: choiceAt, studentOf }: Standings, limits: Limits): Got {
  const { choices, studentIds, rankings, postingIds } = lists;
  const got = new Uint32Array(studentIds.length).fill(NONE);
  const applicants = new Map<number, number[]>();
  for (const posting of postingIds.keys()) {
    const company = companyOf(limits, posting);
    for (const choice of choiceAt.subarray(rankings.start[posting], rankings.start[posting + 1])) {
      if (choice !== NONE) addTo(applicants, company, choice);
    }
  }
  let offering: Iterable<number> = applicants.keys();
  for (;;) {
    const refusals = new Set<number>();
    for (const company of offering) {
      for (const choice of chosen(applicants.get(company) ?? [], { lists, studentOf }, limits)) {
        const student = studentOf[choice] ?? 0;
        const best = got[student] ?? NONE;
        got[student] = Math.min(best, choice);
        if (best !== NONE && best !== choice) refusals.add(Math.max(best, choice));
      }
    }
    if (refusals.size === 0) return got;
    const refused = new Set([...refusals].map((choice) => companyOf(limits, choices.items[choice])));
    for (const company of refused) {
      applicants.set(
        company,
        (applicants.get(company) ?? []).filter((choice) => !refusals.has(choice)),
      );
    }
    offering = refused;
  }
}

/** Members of a reserve with seats left first, then by order; whoever breaks no limit. */
function chosen(
  applicants: readonly number[],
  { lists, studentOf }: Pick<Standings, 'lists' | 'studentOf'>,
  limits: Limits,
): ReadonlySet<number> {
  const inOrder = applicants.toSorted(
    (a, b) => limits.compare(a, b) || (studentOf[a] ?? 0) - (studentOf[b] ?? 0),
  );
  const taken = new Set<number>();
  const admitted = new Map<number, number>();
  const filled = new Map<number, number>();
  const take = (choice: number): boolean => {
    const posting = lists.choices.items[choice] ?? 0;
    const within = (postings: readonly number[]): number =>
      postings.reduce((sum, p) => sum + (admitted.get(p) ?? 0), 0);
    if (limits.chain(posting).some(({ seats, postings }) => within(postings) >= seats)) return false;
    admitted.set(posting, (admitted.get(posting) ?? 0) + 1);
    taken.add(choice);
    return true;
  };
  for (const choice of inOrder) {
    const reserve = limits.reserveOf(choice);
    if (reserve === NONE || (filled.get(reserve) ?? 0) >= limits.reservedSeats(reserve)) continue;
    if (take(choice)) filled.set(reserve, (filled.get(reserve) ?? 0) + 1);
  }
  for (const choice of inOrder) if (!taken.has(choice)) take(choice);
  return taken;
}

/** A company goes by its first posting. */
function companyOf(limits: Limits, posting: number | undefined): number {
  return limits.company(posting ?? 0)[0] ?? 0;
}

function addTo(map: Map<number, number[]>, key: number, item: number): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}
