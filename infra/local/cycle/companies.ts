import { lettersAtAnyHour } from './letters.ts';
import { setTimeout } from 'node:timers/promises';
import type { CompanyId } from '../../../functions/ids.ts';
import type { PostingView } from '../../../functions/posting/schema.ts';
import { companyContent } from '../seed/company.ts';
import { type CompanyEntry, companyEntries } from '../seed/data.ts';
import { roleDeck } from '../seed/market.ts';
import { people } from '../seed/person.ts';
import { postingContent } from '../seed/posting.ts';
import type { CompanyContent } from '../../../functions/company/schema.ts';
import type { Caller } from './client.ts';
import { sideBySide } from './side-by-side.ts';
import type { Stage } from './stage.ts';

export interface PlayedCompany {
  entry: CompanyEntry;
  recruiter: Caller;
  companyId: string;
}
export interface PlayedPosting {
  recruiter: Caller;
  companyId: string;
  id: PostingView['id'];
  seats: number;
}

/** The company of a recruiter: the one that it has from an earlier cycle, or a new one. */
const verifiedCompany = async (
  { coordinator }: Stage,
  recruiter: Caller,
  content: CompanyContent,
): Promise<CompanyId> => {
  const { company } = await recruiter.call('getMe');
  if (company?.state === 'verified') return company.id;
  const { id, version } = await recruiter.call('registerCompany', { body: content });
  await lettersAtAnyHour(recruiter);
  const params = { companyId: id };
  const submitted = await recruiter.call('moveCompany', {
    params,
    body: { to: 'submitted' },
    ifMatch: version,
  });
  await coordinator.call('moveCompany', { params, body: { to: 'verified' }, ifMatch: submitted.version });
  return id;
};

/** Companies register with a new account, submit themselves, and the coordinator verifies them. */
export const registerCompanies = (stage: Stage, count: number): Promise<PlayedCompany[]> => {
  const { cast, progress, random } = stage;
  const next = people(random, 0);
  const entries = companyEntries
    .slice(0, count)
    .map((entry) => ({ entry, contact: next() }))
    .map(({ entry, contact }) => ({ entry, contact, content: companyContent(random, entry, contact) }));
  return progress.step('Companies register and are verified', entries.length, (said) =>
    sideBySide(
      entries,
      async ({ entry, contact, content }) => {
        const email = `${contact.mailbox}@${entry.slug}.example`;
        const recruiter = await cast.recruiter({ email, name: contact.preferred });
        return { entry, recruiter, companyId: await verifiedCompany(stage, recruiter, content) };
      },
      { said },
    ),
  );
};

/** Resolves when the search has as many postings as were published. */
const searchable = async ({ coordinator }: Stage, count: number): Promise<void> => {
  while ((await coordinator.call('searchPostings', { query: { limit: 1 } })).total < count)
    await setTimeout(50);
};

/** Each company writes its share of the postings; the coordinator approves, the company publishes. */
export const publishPostings = async (
  stage: Stage,
  companies: readonly PlayedCompany[],
  count: number,
): Promise<PlayedPosting[]> => {
  const { coordinator, progress, random, season } = stage;
  const draw = roleDeck(random);
  const mentors = people(random, 0);
  const drafts = Array.from({ length: count }, (_, index) => companies[index % companies.length])
    .filter((company) => company !== undefined)
    .map((company) => ({
      company,
      content: postingContent(
        random,
        company.entry,
        draw(company.entry, new Set()),
        season,
        mentors().preferred,
      ),
    }));
  const published = await progress.step(
    'Postings are written, approved and published',
    drafts.length,
    (said) =>
      sideBySide(
        drafts,
        async ({ company: { recruiter, companyId }, content }) => {
          const created = await recruiter.call('createPosting', { params: { companyId }, body: content });
          const params = { postingId: created.id };
          const steps = [
            { by: recruiter, to: 'submitted' },
            { by: coordinator, to: 'approved' },
            { by: recruiter, to: 'published' },
          ] as const;
          let { version } = created;
          for (const { by, to } of steps)
            ({ version } = await by.call('movePosting', { params, body: { to }, ifMatch: version }));
          return { recruiter, companyId, id: created.id, seats: content.capacity };
        },
        { said },
      ),
  );
  await searchable(stage, published.length);
  return published;
};
