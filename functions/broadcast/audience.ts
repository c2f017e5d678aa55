import { live } from '../application/rules.ts';
import { withoutOutcome } from '../application/waiting.ts';
import { applications, ofCycle, ofCycleInState } from '../application/store.ts';
import { allCompanies } from '../company/store.ts';
import type { Phase } from '../cycle/phases.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Deps } from '../deps.ts';
import { CompanyId, StudentId } from '../ids.ts';
import type { Reader } from '../notice/announcement.ts';
import { inboxesOf } from '../notice/person.ts';
import { ofCycle as postingsOf, postings } from '../posting/store.ts';
import { everyStudent, students } from '../student/store.ts';
import { phaseNews } from './rules.ts';
import type { Audience } from './schema.ts';

type Of = Pick<Cycle, 'id'>;

const applicationsOf = (deps: Deps, cycle: Of, state?: string) =>
  applications.all(deps.table, state === undefined ? ofCycle(cycle.id) : ofCycleInState(cycle.id, state));

/** Says of each id whether it comes for the first time. */
const firstTime = (): ((id: string) => boolean) => {
  const seen = new Set<string>();
  return (id) => !seen.has(id) && seen.add(id).has(id);
};

async function* studentsOf(
  deps: Deps,
  cycle: Of,
  who: Extract<Audience, { to: 'students' }>['who'],
): AsyncGenerator<string> {
  const once = firstTime();
  if (who === 'everyone' || who === 'without_application') {
    const applied = new Set<string>();
    if (who === 'without_application')
      for await (const { studentId, state } of applicationsOf(deps, cycle))
        if (state !== 'draft') applied.add(studentId);
    for await (const { id } of students.all(deps.table, everyStudent)) if (!applied.has(id)) yield id;
    return;
  }
  if (who === 'under_way') {
    for (const state of live)
      for await (const { studentId } of applicationsOf(deps, cycle, state))
        if (once(studentId)) yield studentId;
    return;
  }
  const not = new Set<string>();
  if (who === 'unmatched')
    for await (const { studentId } of applicationsOf(deps, cycle, 'matched')) not.add(studentId);
  for await (const { studentId, state } of applicationsOf(deps, cycle, who === 'applied' ? undefined : who)) {
    if (state === 'draft' || state === 'not_submitted' || not.has(studentId)) continue;
    if (once(studentId)) yield studentId;
  }
}

async function* companiesOf(
  deps: Deps,
  cycle: Of,
  who: Extract<Audience, { to: 'companies' }>['who'],
): AsyncGenerator<string> {
  const once = firstTime();
  if (who === 'everyone') {
    for await (const { id, state } of allCompanies(deps.table)) if (state === 'verified') yield id;
  } else if (who === 'posting') {
    for await (const { companyId, state } of postings.all(deps.table, postingsOf(cycle.id)))
      if (state !== 'draft' && state !== 'withdrawn' && once(companyId)) yield companyId;
  } else
    for (const state of withoutOutcome)
      for await (const { companyId } of applicationsOf(deps, cycle, state))
        if (once(companyId)) yield companyId;
}

/** Whom an audience is, as the cycle stands now. */
export async function* readersOf(deps: Deps, cycle: Of, audience: Audience): AsyncGenerator<Reader> {
  if (audience.to !== 'companies')
    for await (const id of studentsOf(deps, cycle, audience.to === 'all' ? 'everyone' : audience.who))
      yield { kind: 'student', studentId: StudentId.parse(id) };
  if (audience.to !== 'students')
    for await (const id of companiesOf(deps, cycle, audience.to === 'all' ? 'everyone' : audience.who))
      yield { kind: 'company', companyId: CompanyId.parse(id) };
}

/** How many people that is: a company is its recruiters. */
export const peopleIn = async (deps: Deps, cycle: Of, audience: Audience): Promise<number> => {
  let people = 0;
  for await (const reader of readersOf(deps, cycle, audience))
    people += (await inboxesOf(deps, reader)).length;
  return people;
};

/** Who would be told of a phase, for the preview of a move. */
export const toldOfPhase = async (deps: Deps, cycle: Cycle, to: Phase) =>
  Promise.all(
    phaseNews({ ...cycle, phase: to }).map(async ({ audience }) => ({
      code: `told_${audience.to}`,
      count: await peopleIn(deps, cycle, audience),
    })),
  );
