import { notFound } from '../errors.ts';
import { entity } from '../table/entity.ts';
import type { Key, Query, Table } from '../table/table.ts';
import { Posting, type PostingState } from './schema.ts';

const postingKey = (id: string): Key => ({ pk: `POSTING#${id}`, sk: 'POSTING' });
export const postings = entity({
  schema: Posting,
  key: (posting) => postingKey(posting.id),
  index: (posting) => ({
    gsi1: { pk: `CYCLE#${posting.cycleId}#POSTINGS`, sk: `${posting.state}#${posting.id}` },
    gsi2: { pk: `COMPANY#${posting.companyId}#POSTINGS`, sk: `${posting.createdAt}#${posting.id}` },
  }),
});

export const findPosting = (table: Table, id: string): Promise<Posting | undefined> =>
  postings.get(table, postingKey(id));

export const getPosting = async (table: Table, id: string): Promise<Posting> => {
  const posting = await findPosting(table, id);
  if (posting === undefined) throw notFound('posting');
  return posting;
};

export const ofCycle = (cycleId: string, state?: PostingState): Pick<Query, 'index' | 'pk' | 'sk'> => ({
  index: 'gsi1',
  pk: `CYCLE#${cycleId}#POSTINGS`,
  ...(state !== undefined && { sk: { prefix: `${state}#` } }),
});
export const ofCompany = (companyId: string): Pick<Query, 'index' | 'pk'> => ({
  index: 'gsi2',
  pk: `COMPANY#${companyId}#POSTINGS`,
});
