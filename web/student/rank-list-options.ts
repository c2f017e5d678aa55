import type { Result } from '../api/types.ts';

export type RankListView = Result<'getMyRankList'>;
export type RankOption = RankListView['options'][number];

export const optionOf = (list: RankListView, id: string): RankOption | undefined =>
  list.options.find((option) => option.id === id);
