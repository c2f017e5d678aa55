import type { Application } from '../../../functions/application/schema.ts';
import { applicationId, type CycleId, PostingId } from '../../../functions/ids.ts';
import { linXiaoyu, wutong } from './accounts.ts';
import type { PublishedPosting } from './published.ts';
import { fitsAmong } from './fits.ts';
import { historyOf, type SeedState } from './history.ts';
import { applicationContent } from './letter.ts';
import type { Random } from './random.ts';
import type { SeedStudent } from './students.ts';

interface Market {
  cycleId: CycleId;
  postings: readonly PublishedPosting[];
  /** When applying began, and now. */
  from: string;
  to: string;
}

const states: readonly (readonly [SeedState, number])[] = [
  ['submitted', 30],
  ['reviewing', 22],
  ['shortlisted', 15],
  ['interviewing', 9],
  ['rankable', 9],
  ['not_selected', 11],
  ['withdrawn', 2],
  ['draft', 4],
];
/** How many postings a student has looked at seriously, 0 to 8. */
const counts = [0, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 7, 8];

/** An application in a state, with the history that led to it between two instants. */
export const applicationOf = (
  random: Random,
  student: SeedStudent,
  { posting, company }: PublishedPosting,
  state: SeedState,
  { cycleId, from, to }: Pick<Market, 'cycleId' | 'from' | 'to'>,
): Application => {
  const { id } = student.student;
  const postingId = PostingId.parse(posting.id);
  const { legalName, name } = company.content;
  const named = { zh: name.zh ?? legalName, en: name.en ?? legalName };
  return {
    id: applicationId(id, postingId),
    cycleId,
    studentId: id,
    postingId,
    companyId: company.id,
    state,
    content: applicationContent(random, student, posting.content, named),
    history: historyOf(random, state, from, to),
    version: 1,
  };
};

/** Everybody picks among what fits, not always the very best; more look at wutong, which the demonstration shows. */
export const seedApplications = (
  random: Random,
  students: readonly SeedStudent[],
  market: Market,
): Application[] => {
  const fits = fitsAmong(market.postings);
  const byId = new Map<string, PublishedPosting>(market.postings.map((entry) => [entry.posting.id, entry]));
  const recruitedByWutong = (id: string): boolean => byId.get(id)?.recruiter.subject === wutong.subject;

  const chosen = (student: SeedStudent, count: number): PublishedPosting[] =>
    fits(student.student, 30)
      .map(({ id, score }) => ({ id, key: score + random.next() * 0.2 + (recruitedByWutong(id) ? 0.04 : 0) }))
      .toSorted((a, b) => b.key - a.key)
      .slice(0, count)
      .flatMap(({ id }) => byId.get(id) ?? []);

  /** Where the demonstration's student and company meet: a posting with reserved seats that its student may rank. */
  const ours = market.postings.filter(
    ({ posting, recruiter }) =>
      recruiter.subject === wutong.subject && posting.content.title.en === 'Data Analysis Intern',
  );

  return students.flatMap((student) => {
    if (student.student.id === linXiaoyu.subject) {
      const progress: SeedState[] = ['rankable', 'shortlisted', 'submitted'];
      return [...new Set([...ours, ...chosen(student, 3)])]
        .slice(0, 3)
        .map((posting, index) =>
          applicationOf(random, student, posting, progress[index] ?? 'submitted', market),
        );
    }
    return chosen(student, random.pick(counts)).map((posting) =>
      applicationOf(random, student, posting, random.weighted(states, ([, weight]) => weight)[0], market),
    );
  });
};
