import { isLive } from '../../../functions/application/rules.ts';
import type { Application } from '../../../functions/application/schema.ts';
import { applications, quotas } from '../../../functions/application/store.ts';
import { createCompany, getCompany, recruiters, updateCompany } from '../../../functions/company/store.ts';
import { Company } from '../../../functions/company/schema.ts';
import { cycles } from '../../../functions/cycle/store.ts';
import type { Deps } from '../../../functions/deps.ts';
import type { Accounts } from '../../../functions/identity/accounts.ts';
import { CycleId } from '../../../functions/ids.ts';
import { postings } from '../../../functions/posting/store.ts';
import { openRound } from '../../../functions/round/store.ts';
import { students } from '../../../functions/student/store.ts';
import type { Stamp, Table } from '../../../functions/table/table.ts';
import { coordinators, demoAccounts, demoPassword } from './accounts.ts';
import { seedApplications } from './applications.ts';
import { daysAfter, instantAt } from './days.ts';
import { seedCompanies, seedPostings, type SeedCompany } from './market.ts';
import { people } from './person.ts';
import { publishedOf } from './published.ts';
import { randomFrom, seedOf } from './random.ts';
import { seasonFrom, settingsOf, zone } from './season.ts';
import { everyStudent } from './students.ts';
import { writeAll } from './write.ts';

const studentCount = 240;
const stampOf = (by: string, action: string, at: string, reason?: string): Stamp => ({
  by,
  action,
  at,
  ...(reason !== undefined && { reason }),
});
const coordinatorName = `coordinator:${coordinators[0]?.subject ?? ''}`;
const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

/** Takes a company the way that a real one goes, so that its audit trail reads like one. */
const writeCompany = async (table: Table, company: SeedCompany): Promise<void> => {
  const { id, content, createdAt, state, reason } = company;
  const [first, ...others] = company.recruiters;
  if (first === undefined) throw new Error(`${company.entry.slug} has no recruiter`);
  const by = `company:${first.subject}`;
  const recruiter = { email: first.email, companyId: id, invitedAt: createdAt };
  await createCompany(
    table,
    { id, state: 'draft', content, createdAt },
    recruiter,
    stampOf(by, 'company.register', createdAt),
  );
  const move = async (to: 'submitted' | typeof state, who: string, at: string): Promise<void> => {
    const before = await getCompany(table, id);
    const after = Company.parse({ ...before, state: to, submittedAt: at, verifiedAt: at, reason });
    await updateCompany(table, before, after, stampOf(who, `company.${to}`, at, reason));
  };
  if (state !== 'draft') await move('submitted', by, hoursAfter(createdAt, 1));
  if (state !== 'draft' && state !== 'submitted')
    await move(state, coordinatorName, hoursAfter(createdAt, 22));
  await writeAll(
    table,
    others.map(({ email }) =>
      recruiters.create(
        { email, companyId: id, invitedAt: createdAt },
        stampOf(by, 'recruiter.invite', createdAt),
      ),
    ),
  );
};

const writeApplications = async (
  table: Table,
  cycleId: string,
  list: readonly Application[],
  now: string,
): Promise<void> => {
  await writeAll(
    table,
    list.map((application) => {
      const last = application.history.at(-1);
      const who =
        last?.by === 'company' ? `company:${application.companyId}` : `student:${application.studentId}`;
      return applications.create(
        application,
        stampOf(who, `application.${application.state}`, last?.at ?? now, last?.reason),
      );
    }),
  );
  const used = new Map<string, number>();
  for (const { studentId, state } of list)
    used.set(studentId, (used.get(studentId) ?? 0) + (isLive(state) ? 1 : 0));
  await writeAll(
    table,
    [...used].map(([studentId, count]) =>
      quotas.create(
        { studentId, cycleId, used: count },
        stampOf(`student:${studentId}`, 'application.count', now),
      ),
    ),
  );
};

/**
 * A cycle of Yangpu in its applying phase: three weeks old, nine days to go. The same day gives the same record.
 * `today`: the day in Shanghai.
 */
export const seedDemo = async (
  deps: Pick<Deps, 'table'>,
  accounts: Accounts,
  { today }: { today: string },
): Promise<void> => {
  const { table } = deps;
  const random = randomFrom(seedOf('yangpu'));
  const season = seasonFrom(daysAfter(today, -21));
  const now = instantAt(today, '00:00', zone);
  const nextPerson = people(random, 0);
  const cycleId = CycleId.parse(`cyc_${random.letters(20)}`);
  const market = seedCompanies(random, season, nextPerson);
  const offers = seedPostings(random, market, { id: cycleId, season }, nextPerson);
  const everyone = everyStudent(random, season, studentCount);
  const published = publishedOf(market, offers);
  const from = instantAt(season.applyingFrom, '09:00', zone);
  const applied = seedApplications(random, everyone, { cycleId, postings: published, from, to: now });

  await accounts.createAll(
    [
      ...demoAccounts,
      ...market
        .flatMap(({ recruiters: list }) => list)
        .filter(({ subject }) => demoAccounts.every((demo) => demo.subject !== subject)),
      ...everyone
        .filter(({ student }) => demoAccounts.every((demo) => demo.subject !== student.id))
        .map(({ student }) => ({
          subject: student.id,
          email: student.email,
          name: student.profile.names?.preferred ?? student.email,
          role: 'student' as const,
        })),
    ],
    demoPassword,
  );
  const founded = stampOf(coordinatorName, 'cycle.create', hoursAfter(from, -24 * 60));
  const round = openRound(() => random.letters(20), { cycleId, kind: 'main', number: 1 }, founded);
  await table.write([
    cycles.create({ ...settingsOf(season), id: cycleId, phase: 'applying' }, founded),
    round.operation,
  ]);
  for (const company of market) await writeCompany(table, company);
  const names = new Map(market.map(({ id, recruiters: [first] }) => [id, `company:${first?.subject ?? id}`]));
  await writeAll(
    table,
    offers.map((posting) =>
      postings.create(
        posting,
        stampOf(
          names.get(posting.companyId) ?? coordinatorName,
          `posting.${posting.state}`,
          posting.publishedAt ?? posting.createdAt,
          posting.reason,
        ),
      ),
    ),
  );
  await writeAll(
    table,
    everyone.map(({ student }) =>
      students.create(student, stampOf(`student:${student.id}`, 'profile.save', student.updatedAt)),
    ),
  );
  await writeApplications(table, cycleId, applied, now);
};
