import { findCompany, publicCompany } from '../company/store.ts';
import type { PublicCompany } from '../company/schema.ts';
import { notFound } from '../errors.ts';
import type { Table } from '../table/table.ts';
import { missingOf } from './rules.ts';
import type { Posting, PostingView } from './schema.ts';

const viewOf = (posting: Posting, company: PublicCompany): PostingView => ({
  id: posting.id,
  cycleId: posting.cycleId,
  company,
  state: posting.state,
  content: posting.content,
  createdAt: posting.createdAt,
  ...(posting.publishedAt !== undefined && { publishedAt: posting.publishedAt }),
  missing: missingOf(posting),
  version: posting.version,
});

/** What those who run a posting see besides: the reason for the last move is written to them, not to everyone. */
export const forThoseWhoRun = (
  view: PostingView,
  { reason, pausedBy }: Pick<Posting, 'reason' | 'pausedBy'>,
): PostingView => ({
  ...view,
  ...(reason !== undefined && { reason }),
  ...(pausedBy !== undefined && { pausedBy }),
});

/** Postings with their companies' public faces, each company read once. */
export const postingViews = async (table: Table, list: readonly Posting[]): Promise<PostingView[]> => {
  const ids = [...new Set(list.map((posting) => posting.companyId))];
  const found = await Promise.all(ids.map((id) => findCompany(table, id)));
  const faces = new Map(
    found.flatMap((company) => (company ? [[company.id, publicCompany(company)] as const] : [])),
  );
  return list.map((posting) => {
    const company = faces.get(posting.companyId);
    if (company === undefined) throw notFound('company');
    return viewOf(posting, company);
  });
};

export const postingView = async (table: Table, posting: Posting): Promise<PostingView> => {
  const [view] = await postingViews(table, [posting]);
  if (view === undefined) throw notFound('posting');
  return view;
};
