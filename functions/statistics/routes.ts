import type { Handlers } from '../call.ts';
import type { statisticsOperations } from './api.ts';
import { allStatistics } from './store.ts';

export const statisticsHandlers: Handlers<keyof typeof statisticsOperations> = {
  listStatistics: async ({ deps }) => {
    const all = await allStatistics(deps.table);
    return { items: all.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1)) };
  },
};
