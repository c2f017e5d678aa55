import type { Result } from '../api/types.ts';

type Company = Result<'getCompany'>;

/** Since when a company waits for a decision; of one that does not, when it was registered. */
export const waitsSince = (company: Company): string =>
  'submittedAt' in company ? company.submittedAt : company.createdAt;

/** Who has waited longest comes first. */
export const oldestFirst = (companies: readonly Company[]): Company[] =>
  companies.toSorted((a, b) => waitsSince(a).localeCompare(waitsSince(b)));

/** What to call a company in a list: its legal name, else the one it has. */
export const companyName = ({ id, content }: Company): string =>
  content.legalName ?? content.name?.zh ?? content.name?.en ?? id;
