import type { Ask } from '../../caller.ts';
import { people } from '../../../support/world.ts';
import type { Facts } from '../play.ts';

/** Ids that a play makes itself differ from run to run. */
const unnamed = (text: string): string => text.replaceAll(/\b(imp|job|pos|com)_[a-z0-9]+/g, '$1');

const each = async (read: (as: (typeof people)[keyof typeof people]) => Promise<string[]>, role?: string) => {
  const found: string[] = [];
  for (const as of Object.values(people))
    if (role === undefined || as.role === role) found.push(...(await read(as)));
  return found;
};

/** What the people of a small cycle can see: applications with their history, counts, postings, letters, the trail. */
export const worldFacts = async (ask: Ask, cycleId: string): Promise<Facts> => {
  const params = { cycleId };
  const query = { limit: '200' };
  const postings = await ask('listCyclePostings', { as: people.coordinator, params, query });
  const audit = await ask('listAudit', { as: people.coordinator, query });
  const jobs = await ask('listJobs', { as: people.coordinator, query });
  return {
    applications: await each(async (as) => {
      const { items, quota } = await ask('listMyApplications', { as, query });
      return [
        `${as.subject} has ${quota.used}`,
        ...items.map(({ id, state, history }) => `${id} ${state} ${JSON.stringify(history)}`),
      ];
    }, 'student'),
    postings: postings.items
      .map(({ content, company, state }) => JSON.stringify([company.name, content, state]))
      .toSorted(),
    letters: await each(async (as) =>
      (await ask('listMyLetters', { as, query })).items
        .map(({ subject }) => `${as.email} ${subject}`)
        .toSorted(),
    ),
    audit: audit.items.map(({ action, entity }) => unnamed(`${action} ${entity}`)).toSorted(),
    jobs: jobs.items.map(({ payload, state }) => `${payload.kind} ${state}`).toSorted(),
  };
};
