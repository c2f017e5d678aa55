import { applications, ofCycle as applicationsOf } from '../application/store.ts';
import { dayIn } from '../clock/day-in.ts';
import { allCompanies } from '../company/store.ts';
import type { Cycle } from '../cycle/schema.ts';
import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import type { JobHandler, Progress } from '../job/work.ts';
import { offersOfRound } from '../offer/store.ts';
import { placementsOfCycle } from '../placement/store.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { roundsOfCycle, type PublishedRound } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import { everyStudent, students } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import { exposureOf } from './exposure.ts';
import { Heat } from './heat.ts';
import { Market } from './market.ts';
import { People } from './people.ts';
import type { Figures } from './schema.ts';
import { stageOfApplication, stageOfOffer, stageOfPlacement } from './stage-of.ts';
import { findStatistics, statistics } from './store.ts';
import { writeCompanyStatistics, writeRows } from './write.ts';

const by = { kind: 'system', task: 'statistics' } as const;
/** Between two of these the job cannot be stopped. */
const itemsPerStep = 2_000;
const mostShown = 20;

/** Counts what is read, and says so every now and then. */
const telling = (progress: Progress) => {
  let done = 0;
  return async function* <T>(list: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const one of list) {
      done += 1;
      if (done % itemsPerStep === 0) await progress(done);
      yield one;
    }
  };
};

const choicesOf = (rounds: readonly PublishedRound[]): Figures['choices'] =>
  rounds
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, kind, result }) => ({
      number,
      kind,
      unmatched: result.unmatched,
      places: Object.entries(result.histogram)
        .map(([place, count]) => ({ place: Number(place), count }))
        .toSorted((a, b) => a.place - b.place),
    }));

/** Reads everything of a cycle once, in pages: what is kept meanwhile is a few words a student and a number an answer. */
const read = async (table: Table, cycle: Cycle, progress: Progress) => {
  const each = telling(progress);
  const people = new People(dayIn(cycle.zone, cycle.windows.active.from));
  const market = new Market();
  const heat = new Heat();
  for await (const company of each(allCompanies(table))) market.addCompany(company);
  for await (const posting of each(postings.all(table, ofCycle(cycle.id)))) market.addPosting(posting);
  for await (const student of each(students.all(table, everyStudent))) people.add(student);
  const all = applications.all(table, applicationsOf(cycle.id));
  for await (const application of each(all)) {
    const stage = stageOfApplication(application);
    if (stage === undefined) continue;
    const { studentId, postingId } = application;
    people.came(studentId, stage);
    market.addApplication(application, stage);
    heat.count(market.categoryOf(postingId), people.majorOf(studentId), 'applications');
  }
  const { items } = await roundsOfCycle(table, cycle.id);
  // What is staged is absent: only rounds that are out in the open have figures.
  const published = items.filter((round) => round.state === 'published');
  for (const round of published)
    for await (const offer of each(offersOfRound(table, round))) {
      const stage = stageOfOffer(offer);
      people.came(offer.studentId, stage);
      market.addMatch(offer, stage);
      heat.count(market.categoryOf(offer.postingId), people.majorOf(offer.studentId), 'matches');
    }
  for await (const placement of each(placementsOfCycle(table, cycle.id)))
    people.came(placement.studentId, stageOfPlacement(placement));
  return { people, market, heat, published };
};

const figuresOf = (cycle: Cycle, found: Awaited<ReturnType<typeof read>>): Figures => {
  const { people, market, heat, published } = found;
  const companies = market.companyRows();
  return {
    funnel: people.funnel(),
    heat: heat.cells(),
    zones: people.zones(cycle.zone, market.teams),
    choices: choicesOf(published),
    response: {
      ...market.times.figures(),
      bins: market.times.bins(),
      companies: {
        asked: companies.length,
        answered: companies.filter(({ answered }) => answered > 0).length,
      },
      mostWaiting: companies.filter(({ waiting }) => waiting > 0).slice(0, mostShown),
    },
    exposure: exposureOf(market.postingRows().map(({ applications: count }) => count)),
  };
};

/**
 * Counts a cycle's statistics from the record: the long tables go into files, each company's part to the company, and
 * what the page shows into one item, last. Stopped in between, it begins anew and writes the same.
 */
export const countStatistics: JobHandler<'count_statistics'> = async (
  deps: Deps,
  { cycleId },
  progress,
  task,
) => {
  const { table } = deps;
  const cycle = await getCycle(table, cycleId);
  const asOf = deps.clock.now();
  const found = await read(table, cycle, progress);
  const counted = { ...figuresOf(cycle, found), asOf, phase: cycle.phase };
  await writeRows(deps.files, cycle.id, found.market);
  await writeCompanyStatistics(
    table,
    found.market.companyStatistics(cycle.id),
    stamp(by, 'statistics.company', asOf),
  );
  const before = await findStatistics(table, cycle.id);
  const signed = stamp(by, 'statistics.counted', deps.clock.now());
  await task.decide(table, [
    before === undefined
      ? statistics.create({ cycleId: cycle.id, counted }, signed)
      : statistics.update({ ...before, counting: undefined, counted }, signed),
  ]);
};
