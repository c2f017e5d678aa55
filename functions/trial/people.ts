import { applications, ofCycle as applicationsOf, ofStudent } from '../application/store.ts';
import { madeAt } from '../audit/store.ts';
import { invitedBy, recruiters, recruitersOf } from '../company/recruiters.ts';
import { allCompanies, findCompany } from '../company/store.ts';
import { removeCompany } from '../company/write.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Deps } from '../deps.ts';
import { removeLetters } from '../mail/remove-letters.ts';
import { ofCompany, ofCycle, postings } from '../posting/store.ts';
import { filesNamedIn } from '../rights/traces.ts';
import { stamp } from '../stamp.ts';
import { everyStudent, findStudent, students } from '../student/store.ts';
import { everyItem } from '../table/every.ts';
import type { Item } from '../table/table.ts';
import { removeFound } from './removal.ts';
import { cameForTrial, isWithin } from './rules.ts';

/** What belongs to a trial: itself, its rounds and its postings. */
export interface Scope {
  cycle: Cycle;
  ids: ReadonlySet<string>;
  /** There was no other cycle in its time. */
  alone: boolean;
}

/** All who took part in a trial, and all who registered in its time. */
export const whoCame = async (
  { table }: Deps,
  cycle: Cycle,
): Promise<{ studentIds: ReadonlySet<string>; companyIds: ReadonlySet<string> }> => {
  const [studentIds, companyIds] = [new Set<string>(), new Set<string>()];
  for await (const { studentId } of applications.all(table, applicationsOf(cycle.id)))
    studentIds.add(studentId);
  for await (const { id, updatedAt } of students.all(table, everyStudent))
    if (isWithin(cycle, updatedAt)) studentIds.add(id);
  for await (const { companyId } of postings.all(table, ofCycle(cycle.id))) companyIds.add(companyId);
  for await (const { id, createdAt } of allCompanies(table))
    if (isWithin(cycle, createdAt)) companyIds.add(id);
  return { studentIds, companyIds };
};

const isOf =
  ({ ids }: Scope) =>
  ({ body }: Item): boolean =>
    [body.cycleId, body.roundId, body.postingId].some((id) => typeof id === 'string' && ids.has(id));

/** A student's part in a trial, or all that the record has of one who came for it. Applications go last: they lead here. */
export const removeStudent = async (deps: Deps, scope: Scope, studentId: string): Promise<void> => {
  const { table } = deps;
  const own = { pk: `STUDENT#${studentId}` };
  const sent = await Array.fromAsync(applications.all(table, ofStudent(studentId)));
  const student = await findStudent(table, studentId);
  const cycleIds = sent.map(({ cycleId }) => cycleId);
  const since = await madeAt(table, studentId);
  const cameForIt = cameForTrial(scope.cycle, { cycleIds, since }, scope.alone);
  const goes = cameForIt ? () => true : isOf(scope);
  const isApplication = ({ sk }: Item): boolean => sk.startsWith('APPLICATION#');
  if (student && cameForIt) await removeLetters(deps, student.email);
  const items = await Array.fromAsync(everyItem(table, own));
  for (const name of filesNamedIn(items.filter(goes))) await deps.files.remove(name);
  await removeFound(deps, own, (item) => !isApplication(item) && goes(item));
  await removeFound(deps, own, (item) => isApplication(item) && goes(item));
};

/** A company's part in a trial, or all of one that came for it, with those who act for it. */
export const removeCompanyOf = async (deps: Deps, scope: Scope, companyId: string): Promise<void> => {
  const { table } = deps;
  const company = await findCompany(table, companyId);
  if (company === undefined) return;
  const offered = await Array.fromAsync(postings.all(table, ofCompany(companyId)));
  const cycleIds = offered.map(({ cycleId }) => cycleId);
  const own = { pk: `COMPANY#${companyId}` };
  if (!cameForTrial(scope.cycle, { cycleIds, since: company.createdAt }, scope.alone))
    return removeFound(deps, own, isOf(scope));
  for await (const { email } of recruiters.all(table, recruitersOf(companyId))) {
    await removeFound(deps, { pk: `RECRUITER#${email.toLowerCase()}#${companyId}` });
    await removeLetters(deps, email);
    await removeFound(deps, { pk: `RECRUITER#${email.toLowerCase()}` });
  }
  await removeFound(deps, invitedBy(companyId));
  await removeFound(deps, own, ({ sk }) => sk !== 'COMPANY');
  const by = stamp({ kind: 'system', task: 'trial' }, 'trial.remove', deps.clock.now());
  await removeCompany(table, company, by);
};
