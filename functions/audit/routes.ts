import { subjectOf } from '../actor.ts';
import type { Handlers } from '../call.ts';
import { findCompany, publicCompany } from '../company/store.ts';
import { findErased } from '../rights/store.ts';
import type { Table } from '../table/table.ts';
import type { auditOperations } from './api.ts';
import type { Former } from './schema.ts';
import { listAudit } from './store.ts';

/** Of whom nothing is known any more but the part that was played. */
const formerOf = async (table: Table, by: string): Promise<Former | undefined> => {
  const former = (await findErased(table, subjectOf(by)))?.former;
  if (former === undefined) return undefined;
  const { role, companyId } = former;
  const company = companyId && (await findCompany(table, companyId));
  return { role, ...(company && { company: publicCompany(company).name }) };
};

export const auditHandlers: Handlers<keyof typeof auditOperations> = {
  listAudit: async ({ query, deps, now }) => {
    const page = await listAudit(deps.table, now, query);
    const former = new Map<string, Former | undefined>();
    for (const by of new Set(page.items.map((entry) => entry.by)))
      if (/^(company|coordinator|referrer):/.test(by)) former.set(by, await formerOf(deps.table, by));
    return { ...page, items: page.items.map((entry) => ({ ...entry, former: former.get(entry.by) })) };
  },
};
