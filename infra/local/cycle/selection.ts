import type { Applicant, ApplicationState } from '../../../functions/application/schema.ts';
import { phrases } from '../seed/data.ts';
import { randomFrom, seedOf } from '../seed/random.ts';
import { allPages } from './client.ts';
import type { PlayedPosting } from './companies.ts';
import { sideBySide } from './side-by-side.ts';
import type { Stage } from './stage.ts';

/** How much each posting wants each of its rankable applicants. */
export type Tastes = Map<string, Map<string, number>>;

/** Applicants a posting interviews for one seat. */
const invitedPerSeat = 4;

/** The way to the list for one who is wanted: about half are interviewed on it. */
const wayOf = (interviewed: boolean): ApplicationState[] => [
  'reviewing',
  'shortlisted',
  ...(interviewed ? (['interviewing'] as const) : []),
  'rankable',
];

/** Who waits for an outcome; some are shortlisted or interviewed by then. */
const waiting: readonly ApplicationState[] = ['submitted', 'shortlisted', 'interviewing'];

/** What is left of the way for one who has come so far. */
const wayFrom = (state: ApplicationState, interviewed: boolean): ApplicationState[] => {
  const way = wayOf(interviewed || state === 'interviewing');
  return way.slice(way.indexOf(state) + 1);
};

/** Companies read their ranked applicants and give each application its outcome. */
export const selectApplicants = async (stage: Stage, postings: readonly PlayedPosting[]): Promise<Tastes> => {
  const tastes: Tastes = new Map(postings.map(({ id }) => [id, new Map()]));
  await stage.progress.step('Companies read applicants and decide', postings.length, (said) =>
    sideBySide(
      postings,
      async ({ recruiter, id, seats }) => {
        const read = (cursor: string | undefined) =>
          recruiter.call('listApplicants', {
            params: { postingId: id },
            query: { limit: 100, ...(cursor !== undefined && { cursor }) },
          });
        const random = randomFrom(seedOf(`${stage.seed} ${recruiter.email}`));
        const ranked = (await allPages(read))
          .filter(({ state }) => waiting.includes(state))
          .map((applicant) => ({ applicant, taste: (applicant.fit?.score ?? 0.5) + random.next() * 0.2 }))
          .toSorted((a, b) => b.taste - a.taste);
        const decide = async (applicant: Applicant, way: readonly ApplicationState[], reason?: string) => {
          let { version } = applicant;
          for (const to of way)
            ({ version } = await recruiter.call('moveApplication', {
              params: { applicationId: applicant.id },
              body: { to, ...(reason !== undefined && { reason }) },
              ifMatch: version,
            }));
        };
        for (const [index, { applicant, taste }] of ranked.entries())
          if (index < seats * invitedPerSeat) {
            await decide(applicant, wayFrom(applicant.state, random.chance(0.5)));
            tastes.get(id)?.set(applicant.studentId, taste);
          } else await decide(applicant, ['not_selected'], random.pick(phrases.notSelected));
      },
      { said },
    ),
  );
  return tastes;
};
