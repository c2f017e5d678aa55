import type { Handlers } from '../call.ts';
import type { companyFiguresOperations } from './api.ts';
import { shownOf } from './rules.ts';
import { companyRecords, everyRecord } from './store.ts';

export const companyFiguresHandlers: Handlers<keyof typeof companyFiguresOperations> = {
  listCompanyFigures: async ({ query, deps }) => {
    const page = await companyRecords.list(deps.table, { ...everyRecord, ...query });
    return {
      ...page,
      items: page.items.map(({ companyId, counts, countedAt }) => ({
        companyId,
        countedAt,
        ...shownOf(counts),
      })),
    };
  },
};
