import { withoutOutcome } from '../application/waiting.ts';
import { applications, ofCycleInState } from '../application/store.ts';
import { getCompany } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import { StudentId } from '../ids.ts';
import type { Posting } from '../posting/schema.ts';
import { findPosting } from '../posting/store.ts';
import { listsOfRound } from '../ranklist/store.ts';
import type { Oddity } from '../seating/schema.ts';
import { findStudent, nameOf } from '../student/store.ts';
import { frozenSeating } from './frozen-seating.ts';
import type { Readiness, Round } from './schema.ts';
import { findRound } from './store.ts';
import { takingPart, type TakingPart } from './taking-part.ts';

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
export const missingOf = async (
  deps: Deps,
  round: Round,
  { rankable, published }: TakingPart,
): Promise<Missing> => {
  const wanted = new Set([...rankable.values()].flatMap((ids) => [...ids]));
  const certified = await certifiedOwners(deps, round);
  const eligible = published.filter(({ id }) => wanted.has(id));
  return {
    students: {
      eligible: rankable.size,
      missing: [...rankable.keys()].filter((id) => !certified.has(id)).toSorted(),
    },
    postings: { eligible: eligible.length, missing: eligible.filter(({ id }) => !certified.has(id)) },
  };
};

const countsOf = (side: { eligible: number; missing: readonly unknown[] }) => ({
  eligible: side.eligible,
  certified: side.eligible - side.missing.length,
});

const faceOf = async (deps: Deps, { id, content, companyId }: Posting) => {
  const { content: company } = await getCompany(deps.table, companyId);
  return {
    id,
    title: content.title,
    company: company.name?.zh ?? company.name?.en ?? company.legalName ?? '—',
  };
};

/** What is odd about the seats, each with its posting; one that is gone altogether has nobody to be asked about it. */
const odditiesOf = async (deps: Deps, oddities: readonly Oddity[]) => {
  const found = await Promise.all(
    oddities.map(async ({ postingId, ...oddity }) => {
      const posting = await findPosting(deps.table, postingId);
      return posting && { ...oddity, posting: await faceOf(deps, posting) };
    }),
  );
  return found.filter((entry) => entry !== undefined);
};

/** The counts, and of each side the first who are missing, with what a coordinator needs to reach them. */
export const readinessOf = async (deps: Deps, round: Round): Promise<Readiness> => {
  const part = await takingPart(deps.table, round);
  const { students, postings: side } = await missingOf(deps, round, part);
  const seating = await frozenSeating(deps, round, part);
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
    missingPostings: await Promise.all(side.missing.slice(0, shown).map((posting) => faceOf(deps, posting))),
    seating: {
      groups: Object.keys(seating.groups).length,
      reserves: Object.keys(seating.reserves).length,
      transfers: Object.keys(seating.transfers).length,
      oddities: await odditiesOf(deps, seating.oddities.slice(0, shown)),
    },
    applicationsWithoutOutcome: silent.reduce((total, count) => total + count, 0),
  };
};
