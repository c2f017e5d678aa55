import type { Result } from '../api/types.ts';

type Company = Result<'getCompany'>;

/** Who has waited longest comes first. */
export const oldestFirst = (companies: readonly Company[]): Company[] =>
  companies.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));

/** What to call a company in a list: its legal name, else the one it has. */
export const companyName = ({ id, content }: Company): string =>
  content.legalName ?? content.name?.zh ?? content.name?.en ?? id;
