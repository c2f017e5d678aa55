import type { Result } from '../api/types.ts';

/** What to call a company in a list: its legal name, else the one it has. */
export const companyName = ({ id, content }: Result<'getCompany'>): string =>
  content.legalName ?? content.name?.zh ?? content.name?.en ?? id;
