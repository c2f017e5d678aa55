import { isLive } from '../../../functions/application/rules.ts';
import type { Application } from '../../../functions/application/schema.ts';
import { applications, quotas } from '../../../functions/application/store.ts';
import { Company } from '../../../functions/company/schema.ts';
import { recruiters } from '../../../functions/company/recruiters.ts';
import { getCompany } from '../../../functions/company/store.ts';
import { createCompany, updateCompany } from '../../../functions/company/write.ts';
import type { Posting } from '../../../functions/posting/schema.ts';
import { postings } from '../../../functions/posting/store.ts';
import type { Round } from '../../../functions/round/schema.ts';
import { saveSeating } from '../../../functions/seating/store.ts';
import { students } from '../../../functions/student/store.ts';
import type { Stamp, Table } from '../../../functions/table/table.ts';
import { coordinator } from './accounts.ts';
import { hoursAfter } from './days.ts';
import type { SeedCompany } from './market.ts';
import { seatingOfRoles } from './seating.ts';
import type { SeedStudent } from './students.ts';
import { writeAll } from './write.ts';

/** Signs a change of the seed for the audit trail, by whoever would have made it. */
export const signed = (by: string, action: string, at: string, reason?: string): Stamp => ({
  by,
  action,
  at,
  ...(reason !== undefined && { reason }),
});
export const byCoordinator = `coordinator:${coordinator.subject}`;

/** Takes a company the way that a real one goes, so that its audit trail reads like one. */
const writeCompany = async (table: Table, company: SeedCompany): Promise<void> => {
  const { id, content, createdAt, state, reason } = company;
  const [first, ...others] = company.recruiters;
  const by = `company:${first.subject}`;
  const recruiter = { email: first.email, companyId: id, invitedAt: createdAt };
  const registered = signed(by, 'company.register', createdAt);
  await createCompany(table, { id, state: 'draft', content, createdAt }, recruiter, registered);
  const move = async (to: typeof state, who: string, at: string): Promise<void> => {
    const before = await getCompany(table, id);
    const after = Company.parse({ ...before, state: to, submittedAt: at, verifiedAt: at, reason });
    await updateCompany(table, before, after, signed(who, `company.${to}`, at, reason));
  };
  if (state !== 'draft') await move('submitted', by, hoursAfter(createdAt, 1));
  if (state !== 'draft' && state !== 'submitted') await move(state, byCoordinator, hoursAfter(createdAt, 22));
  const invited = signed(by, 'recruiter.invite', createdAt);
  await writeAll(
    table,
    others.map(({ email }) => recruiters.create({ email, companyId: id, invitedAt: createdAt }, invited)),
  );
};

export const writeCompanies = async (table: Table, companies: readonly SeedCompany[]): Promise<void> => {
  for (const company of companies) await writeCompany(table, company);
};

export const writePostings = async (
  table: Table,
  companies: readonly SeedCompany[],
  list: readonly Posting[],
): Promise<void> => {
  const recruiterOf = new Map(companies.map(({ id, recruiters: [{ subject }] }) => [id, subject]));
  await writeAll(
    table,
    list.map((posting) => {
      const at = posting.publishedAt ?? posting.createdAt;
      const by = `company:${recruiterOf.get(posting.companyId) ?? posting.companyId}`;
      return postings.create(posting, signed(by, `posting.${posting.state}`, at, posting.reason));
    }),
  );
};

/** The seating plan of the demonstration's own company, a day after its last posting was published. */
export const writeSeating = async (
  table: Table,
  companies: readonly SeedCompany[],
  list: readonly Posting[],
  round: Round,
): Promise<void> => {
  const company = companies.find(({ entry }) => entry.slug === 'wutong');
  if (company === undefined) throw new Error('The seed has no company for its demonstration account.');
  const own = list.filter(({ companyId }) => companyId === company.id);
  const last = own
    .map(({ publishedAt, createdAt }) => publishedAt ?? createdAt)
    .toSorted()
    .at(-1);
  const stamp = signed(
    `company:${company.recruiters[0].subject}`,
    'seating.save',
    hoursAfter(last ?? company.createdAt, 24),
  );
  const seating = { ...seatingOfRoles(own), companyId: company.id, cycleId: round.cycleId, version: 0 };
  await saveSeating(table, seating, round, stamp);
};

export const writeStudents = (table: Table, list: readonly SeedStudent[]): Promise<void> =>
  writeAll(
    table,
    list.map(({ student }) =>
      students.create(student, signed(`student:${student.id}`, 'profile.save', student.updatedAt)),
    ),
  );

/** The applications and, for each student, how many of them count against the cap. */
export const writeApplications = async (
  table: Table,
  list: readonly Application[],
  now: string,
): Promise<void> => {
  await writeAll(
    table,
    list.map((application) => {
      const { at = now, by, reason } = application.history.at(-1) ?? {};
      const who = by === 'company' ? application.companyId : application.studentId;
      const stamp = signed(`${by ?? 'student'}:${who}`, `application.${application.state}`, at, reason);
      return applications.create(application, stamp);
    }),
  );
  const counted = Map.groupBy(list, ({ studentId }) => studentId);
  await writeAll(
    table,
    [...counted].flatMap(([studentId, [first, ...others]]) => {
      if (first === undefined) return [];
      const used = [first, ...others].filter(({ state }) => isLive(state)).length;
      const stamp = signed(`student:${studentId}`, 'application.count', now);
      return [quotas.create({ studentId, cycleId: first.cycleId, used }, stamp)];
    }),
  );
};
