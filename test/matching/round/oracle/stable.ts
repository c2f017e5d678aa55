import type { Instance } from '../../../../matching/round/instance.ts';
import { chosen, companyOf, type Contract, isWithinLimits } from './choice.ts';

/** All stable assignments of tiny instances of any kind, by trying every assignment. */
export type Assignment = Readonly<Record<string, string | null>>;

/** Place in a student's list, from 0; nothing is worse than the last choice. */
export const rankOf = (list: readonly string[], posting: string | null): number =>
  posting === null ? list.length : list.indexOf(posting);

export const admittedTo = (assignment: Assignment, posting: string): string[] =>
  Object.keys(assignment).filter((student) => assignment[student] === posting);

export const isLimited = ({ groups = {}, reserves = {} }: Instance, posting: string): boolean =>
  Object.values(groups).some(({ postings }) => postings.includes(posting)) ||
  Object.values(reserves).some((reserve) => reserve.posting === posting);

const tierOf = ({ postings }: Instance, { student, posting }: Contract): number =>
  postings[posting]?.ranking.findIndex((item) => [item].flat().includes(student)) ?? -1;

const contractsOf = (assignment: Assignment): Contract[] =>
  Object.entries(assignment).flatMap(([student, posting]) =>
    posting === null ? [] : [{ student, posting }],
  );

export function stableAssignments(instance: Instance): Assignment[] {
  const all = Object.entries(instance.students).reduce<Assignment[]>(
    (partial, [student, list]) => {
      const mutual = list.filter((posting) => tierOf(instance, { student, posting }) >= 0);
      return partial.flatMap((assignment) =>
        [null, ...mutual].map((posting) => ({ ...assignment, [student]: posting })),
      );
    },
    [{}],
  );
  return all.filter((assignment) => isStable(instance, assignment));
}

function isStable(instance: Instance, assignment: Assignment): boolean {
  const contracts = contractsOf(assignment);
  if (!isWithinLimits(instance, contracts)) return false;
  return !Object.entries(instance.students).some(([student, list]) =>
    list
      .slice(0, rankOf(list, assignment[student] ?? null))
      .some(
        (posting) =>
          tierOf(instance, { student, posting }) >= 0 && takes(instance, contracts, { student, posting }),
      ),
  );
}

/** Whether the posting would take the newcomer besides or instead of those it has. */
function takes(instance: Instance, contracts: readonly Contract[], newcomer: Contract): boolean {
  const company = companyOf(instance, newcomer.posting);
  const held = contracts.filter(({ posting }) => company.includes(posting));
  if (isLimited(instance, newcomer.posting)) {
    return chosen(instance, company, [...held, newcomer]).includes(newcomer);
  }
  const capacity = instance.postings[newcomer.posting]?.capacity ?? 0;
  const isLower = (other: Contract): boolean => tierOf(instance, other) > tierOf(instance, newcomer);
  return held.length < capacity || held.some(isLower);
}

/** The assignments that are weakly better for all students than the given one, and better for one. */
export function improvements(
  instance: Instance,
  assignment: Assignment,
  among: readonly Assignment[],
): Assignment[] {
  const lists = Object.entries(instance.students);
  const change = (other: Assignment): number[] =>
    lists.map(([id, list]) => rankOf(list, other[id] ?? null) - rankOf(list, assignment[id] ?? null));
  return among.filter((other) => {
    const changes = change(other);
    return changes.every((places) => places <= 0) && changes.some((places) => places < 0);
  });
}
