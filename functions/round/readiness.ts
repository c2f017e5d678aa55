import { withoutOutcome } from '../application/rules.ts';
import { applications, ofCycleInState } from '../application/store.ts';
import { getCompany } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import { StudentId } from '../ids.ts';
import type { Posting } from '../posting/schema.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { listsOfRound } from '../ranklist/store.ts';
import { findStudent, nameOf } from '../student/store.ts';
import type { Readiness, Round } from './schema.ts';
import { findRound } from './store.ts';

const shown = 200;

const countIn = async (deps: Deps, cycleId: string, state: string): Promise<number> =>
  (await Array.fromAsync(applications.all(deps.table, ofCycleInState(cycleId, state)))).length;

/** Whose certified list counts in a round, its own or carried over from a voided one. */
const certifiedOwners = async (deps: Deps, round: Round): Promise<ReadonlySet<string>> => {
  const before = round.carriesFrom === undefined ? undefined : await findRound(deps.table, round.carriesFrom);
  const owners = new Set(before ? await certifiedOwners(deps, before) : []);
  for (const side of ['student', 'posting'] as const)
    for await (const list of listsOfRound(deps.table, round.id, side))
      if (list.certified) owners.add(list.side === 'student' ? list.studentId : list.postingId);
  return owners;
};

/** Who takes part, and who of them has certified nothing. */
export interface Missing {
  students: { eligible: number; missing: string[] };
  postings: { eligible: number; missing: Posting[] };
}

/**
 * Who would be left out by a freeze now. A student takes part with a rankable application, a posting when somebody
 * is rankable for it.
 */
export const missingOf = async (deps: Deps, round: Round): Promise<Missing> => {
  const [studentIds, postingIds] = [new Set<string>(), new Set<string>()];
  for await (const application of applications.all(deps.table, ofCycleInState(round.cycleId, 'rankable'))) {
    studentIds.add(application.studentId);
    postingIds.add(application.postingId);
  }
  const certified = await certifiedOwners(deps, round);
  const published = await Array.fromAsync(postings.all(deps.table, ofCycle(round.cycleId, 'published')));
  const eligible = published.filter(({ id }) => postingIds.has(id));
  return {
    students: {
      eligible: studentIds.size,
      missing: [...studentIds].filter((id) => !certified.has(id)).toSorted(),
    },
    postings: { eligible: eligible.length, missing: eligible.filter(({ id }) => !certified.has(id)) },
  };
};

const countsOf = (side: { eligible: number; missing: readonly unknown[] }) => ({
  eligible: side.eligible,
  certified: side.eligible - side.missing.length,
});

/** The counts, and of each side the first who are missing, with what a coordinator needs to reach them. */
export const readinessOf = async (deps: Deps, round: Round): Promise<Readiness> => {
  const { students, postings: side } = await missingOf(deps, round);
  const silent = await Promise.all(withoutOutcome.map((state) => countIn(deps, round.cycleId, state)));
  return {
    students: countsOf(students),
    postings: countsOf(side),
    missingStudents: await Promise.all(
      students.missing.slice(0, shown).map(async (id) => {
        const student = await findStudent(deps.table, id);
        return {
          id: StudentId.parse(id),
          name: student ? nameOf(student) : '—',
          email: student?.email ?? '',
        };
      }),
    ),
    missingPostings: await Promise.all(
      side.missing.slice(0, shown).map(async ({ id, content, companyId }) => {
        const { content: company } = await getCompany(deps.table, companyId);
        return {
          id,
          title: content.title,
          company: company.name?.zh ?? company.name?.en ?? company.legalName ?? '—',
        };
      }),
    ),
    applicationsWithoutOutcome: silent.reduce((total, count) => total + count, 0),
  };
};
