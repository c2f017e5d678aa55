import { createHash } from 'node:crypto';
import type { Instance, Ranked } from '../../../matching/round/instance.ts';

/** Slow and obvious readings of the definitions for ties, groups and reserves; no code of the engine. */
type Assignment = Record<string, string | null>;
interface Contract {
  readonly student: string;
  readonly posting: string;
}

const tierOf = (ranking: readonly Ranked[], student: string): number =>
  ranking.findIndex((item) => (typeof item === 'string' ? item === student : item.includes(student)));

const isRanked = (instance: Instance, { student, posting }: Contract): boolean =>
  tierOf(instance.postings[posting]?.ranking ?? [], student) >= 0;

export const wanting = (list: readonly string[], got: string | null): readonly string[] =>
  got === null ? list : list.slice(0, list.indexOf(got));

/** The ranking with its ties drawn. */
export function drawn({ seed = '' }: Instance, ranking: readonly Ranked[]): string[] {
  const number = (student: string): string =>
    createHash('sha256').update(`${seed}\n${student}`).digest('hex');
  return ranking.flatMap((item) =>
    typeof item === 'string' ? [item] : item.toSorted((a, b) => (number(a) < number(b) ? -1 : 1)),
  );
}

export const isPlain = ({ groups = {}, reserves = {} }: Instance): boolean =>
  Object.keys(groups).length + Object.keys(reserves).length === 0;

/** Every feasible assignment without a blocking pair. */
export function stable(instance: Instance): Assignment[] {
  const all = Object.entries(instance.students).reduce<Assignment[]>(
    (partial, [student, list]) =>
      partial.flatMap((assignment) =>
        [null, ...list.filter((posting) => isRanked(instance, { student, posting }))].map((choice) => ({
          ...assignment,
          [student]: choice,
        })),
      ),
    [{}],
  );
  const blocks = isPlain(instance) ? blocksPlain : blocksLimited;
  return all.filter((assignment) => {
    const contracts = contractsOf(assignment);
    if (!isFeasible(instance, contracts)) return false;
    return !Object.entries(instance.students).some(([student, list]) =>
      wanting(list, assignment[student] ?? null).some(
        (posting) =>
          isRanked(instance, { student, posting }) && blocks(instance, contracts, { student, posting }),
      ),
    );
  });
}

function contractsOf(assignment: Assignment): Contract[] {
  return Object.entries(assignment).flatMap(([student, posting]) =>
    posting === null ? [] : [{ student, posting }],
  );
}

function isFeasible({ postings, groups = {} }: Instance, contracts: readonly Contract[]): boolean {
  const within = (ids: readonly string[]): number =>
    contracts.filter(({ posting }) => ids.includes(posting)).length;
  return (
    Object.entries(postings).every(([id, { capacity }]) => within([id]) <= capacity) &&
    Object.values(groups).every(({ capacity, postings: ids }) => within(ids) <= capacity)
  );
}

/** An open seat, or somebody ranked strictly lower. */
function blocksPlain(
  { postings }: Instance,
  contracts: readonly Contract[],
  { student, posting }: Contract,
): boolean {
  const { capacity = 0, ranking = [] } = postings[posting] ?? {};
  const admitted = contracts.filter((one) => one.posting === posting);
  if (capacity === 0) return false;
  return (
    admitted.length < capacity ||
    admitted.some((one) => tierOf(ranking, one.student) > tierOf(ranking, student))
  );
}

/** The company, with the applicant among those it holds, would take the applicant. */
function blocksLimited(instance: Instance, contracts: readonly Contract[], applicant: Contract): boolean {
  const { groups = {}, reserves = {}, postings } = instance;
  const enclosing = Object.values(groups)
    .filter(({ postings: ids }) => ids.includes(applicant.posting))
    .toSorted((a, b) => b.postings.length - a.postings.length);
  const company = enclosing[0]?.postings ?? [applicant.posting];
  const held = contracts.filter(({ posting }) => company.includes(posting));
  const place = ({ student, posting }: Contract): number =>
    drawn(instance, postings[posting]?.ranking ?? []).indexOf(student) * 100 + company.indexOf(posting);
  const pool = [...held, applicant].toSorted((a, b) => place(a) - place(b));
  const value = (chosen: readonly Contract[]): number => {
    const reserved = Object.values(reserves).reduce((sum, { posting, seats, students }) => {
      const members = chosen.filter(
        (one) => one.posting === posting && students.includes(one.student),
      ).length;
      return sum + Math.min(members, seats);
    }, 0);
    return reserved + chosen.reduce((sum, one) => sum + 2 ** -(pool.indexOf(one) + 1), 0) / 2;
  };
  const best = subsets(pool)
    .filter((some) => isFeasible(instance, some))
    .reduce((a, b) => (value(b) > value(a) ? b : a), []);
  return best.includes(applicant);
}

function subsets<T>(items: readonly T[]): (readonly T[])[] {
  return items.reduce<(readonly T[])[]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  );
}
