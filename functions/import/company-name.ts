import { createHash } from 'node:crypto';
import { CompanyId } from '../ids.ts';
import type { Company } from '../company/schema.ts';
import { comparable } from './cell.ts';

/** What says only how a company is incorporated, at the end of its name. */
const legalForm =
  /(?:[\s,.]+(?:inc|incorporated|llc|llp|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|sa|bv|pte)\.?)+$|(?:股份)?有限(?:责任)?公司$|集团$/iu;

/** What two spellings of one company have in common. */
export const companyKey = (name: string): string => {
  const bare = comparable(name.trim().replace(legalForm, ''));
  return bare === '' ? comparable(name) || name : bare;
};

/** The id of a company that an import creates: the same name gives the same company, however often it is imported. */
export const importedCompanyId = (key: string): CompanyId =>
  CompanyId.parse(`com_${createHash('sha256').update(`import:${key}`).digest('hex').slice(0, 24)}`);

/** The companies there are, by each of their names. A verified one wins over others of the same name. */
export const companiesByName = async (companies: AsyncIterable<Company>): Promise<Map<string, Company>> => {
  const found = new Map<string, Company>();
  for await (const company of companies) {
    const { legalName, name } = company.content;
    for (const spelling of [legalName, name?.zh, name?.en]) {
      if (spelling === undefined) continue;
      const key = companyKey(spelling);
      if (!found.has(key) || company.state === 'verified') found.set(key, company);
    }
  }
  return found;
};
