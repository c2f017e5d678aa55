import { cycles } from '../../../functions/cycle/store.ts';
import type { Deps } from '../../../functions/deps.ts';
import type { Accounts, KnownPerson } from '../../../functions/identity/accounts.ts';
import { CycleId } from '../../../functions/ids.ts';
import { createMainRound, getRound } from '../../../functions/round/store.ts';
import { demoAccounts, demoPassword } from './accounts.ts';
import { seedApplications } from './applications.ts';
import { daysAfter, hoursAfter, instantAt } from './days.ts';
import { seedDeletion } from './deletion.ts';
import { seedInterviews } from './interviews.ts';
import { seedLastYear } from './last-year.ts';
import { seedCompanies, seedPostings, type SeedCompany } from './market.ts';
import { seedNotices } from './notices.ts';
import { seedPartners } from './partners.ts';
import { people } from './person.ts';
import { publishedOf } from './published.ts';
import { randomFrom, seedOf } from './random.ts';
import {
  byCoordinator,
  signed,
  writeApplications,
  writeCompanies,
  writePostings,
  writeSeating,
  writeStudents,
} from './record.ts';
import { seedSavedSearch } from './saved-search.ts';
import { seasonFrom, settingsOf, zone } from './season.ts';
import { everyStudent, type SeedStudent } from './students.ts';

const studentCount = 240;

const peopleOf = (companies: readonly SeedCompany[], everyone: readonly SeedStudent[]): KnownPerson[] => {
  const students = everyone.map(({ student: { id, email, profile } }): KnownPerson => ({
    subject: id,
    email,
    name: profile.names?.preferred ?? email,
    role: 'student',
  }));
  const known = new Set(demoAccounts.map(({ subject }) => subject));
  const others = [...companies.flatMap(({ recruiters }) => recruiters), ...students];
  return [...demoAccounts, ...others.filter(({ subject }) => !known.has(subject))];
};

/**
 * A cycle of Yangpu in its applying phase, three weeks old with nine days to go, and the one of the year before with
 * its published match. The same day gives the same record. `today`: the day in Shanghai.
 */
export const seedDemo = async (
  deps: Deps,
  accounts: Accounts,
  { today }: { today: string },
): Promise<void> => {
  const { table } = deps;
  const random = randomFrom(seedOf('yangpu'));
  const season = seasonFrom(daysAfter(today, -21));
  const now = instantAt(today, '00:00', zone);
  const from = instantAt(season.applyingFrom, '09:00', zone);
  const nextPerson = people(random, 0);
  const cycleId = CycleId.parse(`cyc_${random.letters(20)}`);
  const companies = seedCompanies(random, season, nextPerson);
  const postings = seedPostings(random, companies, { id: cycleId, season }, nextPerson);
  const everyone = everyStudent(random, season, studentCount);
  const published = publishedOf(companies, postings);
  const applications = seedApplications(random, everyone, { cycleId, postings: published, from, to: now });

  await writeCompanies(table, companies);
  const alumni = await seedLastYear(deps, random, { companies, today });
  await accounts.createAll(peopleOf(companies, [...everyone, ...alumni]), demoPassword);
  const founded = signed(byCoordinator, 'cycle.create', hoursAfter(from, -24 * 60));
  const round = createMainRound(() => random.letters(20), cycleId, founded);
  const cycle = cycles.create({ ...settingsOf(season), id: cycleId, phase: 'applying' }, founded);
  await table.write([cycle, ...round.operations]);
  await writePostings(table, companies, postings);
  await writeSeating(table, companies, postings, await getRound(table, round.roundId));
  await writeStudents(table, everyone);
  await writeApplications(table, applications, now);
  const savedAt = hoursAfter(from, -28 * 24);
  await seedSavedSearch(table, { letters: random.letters(20), savedAt, now });
  await seedInterviews(table, { random, postings: published, applications, today });
  const named: Deps = { ...deps, newId: () => random.letters(20) };
  await seedNotices(named, { cycleId, letters: random.letters(20), now });
  await seedPartners(table, random, { everyone, alumni, from, now });
  await seedDeletion(table, { who: alumni.at(-1)?.student, word: random.letters(20), now });
};
