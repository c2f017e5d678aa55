import type { Application } from '../../../functions/application/schema.ts';
import { cycles, getCycle } from '../../../functions/cycle/store.ts';
import type { Deps } from '../../../functions/deps.ts';
import { CycleId } from '../../../functions/ids.ts';
import { postings as postingEntity } from '../../../functions/posting/store.ts';
import { createMainRound } from '../../../functions/round/store.ts';
import { commit } from '../../../functions/table/entity.ts';
import { applicationOf } from './applications.ts';
import { seedCertificates } from './certificates.ts';
import { daysAfter, hoursAfter } from './days.ts';
import { fitsAmong } from './fits.ts';
import { seedPostings, type SeedCompany } from './market.ts';
import { seedInternships } from './internships.ts';
import { people } from './person.ts';
import { answerOffers, playRound } from './last-round.ts';
import { playLastSupplementary } from './last-supplementary.ts';
import { type PublishedPosting, publishedOf } from './published.ts';
import type { Random } from './random.ts';
import { writeRankLists } from './rank-lists.ts';
import { byCoordinator, signed, writeApplications, writePostings, writeStudents } from './record.ts';
import { type Season, seasonFrom, settingsOf } from './season.ts';
import { seedStudents, type SeedStudent } from './students.ts';
import { writeAll } from './write.ts';

const studentCount = 90;
const postingCount = 20;

/** How many interviewed for each seat. */
const rankablePerSeat = 3;

/** A year ago, everyone applied to what fitted; the best were interviewed, the others turned down. */
const applicationsOf = (
  random: Random,
  students: readonly SeedStudent[],
  market: { cycleId: CycleId; postings: readonly PublishedPosting[]; from: string; to: string },
): Application[] => {
  const fits = fitsAmong(market.postings);
  const wishes = students.flatMap((student) =>
    fits(student.student, postingCount)
      .map(({ id, score }) => ({ student, id, key: score + random.next() * 0.2 }))
      .toSorted((a, b) => b.key - a.key)
      .slice(0, random.int(2, 6)),
  );
  return market.postings.flatMap((entry) => {
    const invited = entry.posting.content.capacity * rankablePerSeat;
    return wishes
      .filter(({ id }) => id === entry.posting.id)
      .toSorted((a, b) => b.key - a.key)
      .map(({ student }, place) =>
        applicationOf(random, student, entry, place < invited ? 'rankable' : 'not_selected', market),
      );
  });
};

/** Ends every posting and archives the cycle. */
const closeCycle = async (
  { table }: Deps,
  cycleId: CycleId,
  accepted: ReadonlyMap<string, number>,
  market: readonly PublishedPosting[],
  at: string,
): Promise<void> => {
  await writeAll(
    table,
    market.map(({ posting }) => {
      const state = (accepted.get(posting.id) ?? 0) < posting.content.capacity ? 'unfilled' : 'filled';
      return postingEntity.update({ ...posting, state }, signed(byCoordinator, `posting.${state}`, at));
    }),
  );
  const cycle = await getCycle(table, cycleId);
  await commit(table, [
    cycles.update({ ...cycle, phase: 'archived' }, signed(byCoordinator, 'cycle.archived', at)),
  ]);
};

/**
 * The cycle of a year ago, archived, with a published match that can be verified. Smaller than this year's; its round
 * is made by the same functions that make every round.
 */
export const seedLastYear = async (
  deps: Deps,
  random: Random,
  { companies, today }: { companies: readonly SeedCompany[]; today: string },
): Promise<SeedStudent[]> => {
  const { table } = deps;
  const season: Season = seasonFrom(daysAfter(today, -21 - 364));
  const settings = settingsOf(season);
  const { windows } = settings;
  const cycleId = CycleId.parse(`cyc_${random.letters(20)}`);
  const nextPerson = people(random, 0);
  const returning = companies.filter(({ returning: again }) => again);
  const offered = seedPostings(random, returning, { id: cycleId, season, all: 'published' }, nextPerson);
  const market = publishedOf(returning, offered).slice(0, postingCount);
  const students = seedStudents(random, season, studentCount, 'alumni.demo.example');
  const applications = applicationsOf(random, students, {
    cycleId,
    postings: market,
    from: windows.applying.from,
    to: windows.shortlisting.to,
  });

  const founded = signed(byCoordinator, 'cycle.create', windows.posting.from);
  const { roundId, operations } = createMainRound(() => random.letters(20), cycleId, founded);
  await table.write([cycles.create({ ...settings, id: cycleId, phase: 'matching' }, founded), ...operations]);
  await writePostings(
    table,
    returning,
    market.map(({ posting }) => posting),
  );
  await writeStudents(table, students);
  await writeApplications(table, applications, windows.shortlisting.to);
  await writeRankLists(deps, random, applications, { roundId, at: hoursAfter(windows.ranking.to, -20) });

  const newId = (): string => random.letters(20);
  const depsAt = (hours: number): Deps => {
    const instant = hoursAfter(windows.matching.from, hours);
    return { ...deps, newId, clock: { now: () => instant } };
  };
  await playRound(depsAt, roundId);
  const main = await answerOffers(depsAt(90), random, students);
  const more = await playLastSupplementary(depsAt, random, { cycleId, students });
  const accepted = new Map([...main].map(([id, count]) => [id, count + (more.accepted.get(id) ?? 0)]));
  for (const [id, count] of more.accepted) if (!main.has(id)) accepted.set(id, count);
  await seedInternships(table, random, {
    cycleId,
    roundIds: [roundId, more.roundId],
    market,
    students,
    setAt: windows.confirming.to,
  });
  await seedCertificates(deps, random, { cycleId, settings, market, students });
  await closeCycle(deps, cycleId, accepted, market, hoursAfter(windows.active.to, 24 * 30));
  return students;
};
