import { companies, findCompany } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import { isOpen } from '../posting/rules.ts';
import { findPosting, ofCompany, postings } from '../posting/store.ts';
import { stamp } from '../stamp.ts';
import { entriesOf, findSuggested, replaceEntries } from '../suggestion/store.ts';
import { each, kindOf, type Consumer } from './consumer.ts';

const by = { kind: 'system', task: 'suggest' } as const;

/** Posting and company are read anew, so that repeats and disorder end at their newest state. */
const followPosting = async (deps: Deps, postingId: string): Promise<void> => {
  const before = await findSuggested(deps.table, postingId);
  const posting = await findPosting(deps.table, postingId);
  const company = posting && (await findCompany(deps.table, posting.companyId));
  const entries = posting && company && isOpen(posting, company) ? entriesOf(posting, company) : [];
  if (before === undefined && entries.length === 0) return;
  const now = stamp(by, 'suggestion.follow', deps.clock.now());
  await deps.table.write(replaceEntries(before, postingId, entries, now));
};

/** Keeps what is suggested while somebody types equal to the postings that are open. */
export const suggest: Consumer = {
  name: 'suggest',
  kinds: ['POSTING', 'COMPANY'],
  consume: each(async (deps, change) => {
    const item = change.after ?? change.before;
    if (item === undefined) return;
    if (kindOf(change) === 'POSTING') return followPosting(deps, postings.parse(item).id);
    const { id } = companies.parse(item);
    for await (const posting of postings.all(deps.table, ofCompany(id)))
      await followPosting(deps, posting.id);
  }),
};
