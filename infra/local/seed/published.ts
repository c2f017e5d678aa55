import type { Company } from '../../../functions/company/schema.ts';
import type { KnownPerson } from '../../../functions/identity/accounts.ts';
import type { CompletePosting, Posting } from '../../../functions/posting/schema.ts';
import type { SeedCompany } from './market.ts';

/** A posting that students see, with whom it belongs to. */
export interface PublishedPosting {
  posting: CompletePosting;
  company: Extract<Company, { state: 'verified' }>;
  recruiter: KnownPerson;
}

/** The postings that are published, with their companies as they are stored. */
export const publishedOf = (
  companies: readonly SeedCompany[],
  postings: readonly Posting[],
): PublishedPosting[] =>
  postings.flatMap((posting) => {
    const seed = companies.find(({ id }) => id === posting.companyId);
    const [recruiter] = seed?.recruiters ?? [];
    if (posting.state !== 'published' || seed === undefined || recruiter === undefined) return [];
    const { id, content, createdAt } = seed;
    return [
      {
        posting,
        recruiter,
        company: { id, content, createdAt, state: 'verified', verifiedAt: createdAt, version: 1 },
      },
    ];
  });
