import { colleagueOf, findRecruiter, leftWith, recruiters } from '../company/recruiters.ts';
import type { Deps } from '../deps.ts';
import { evaluationsOf } from '../evaluation/store.ts';
import type { CompanyId } from '../ids.ts';
import { listCompanyOffers } from '../offer/store.ts';
import { isOver } from '../placement/rules.ts';
import { ofCompany, placements } from '../placement/store.ts';
import { findPerson, referrerPeople } from '../referral/store.ts';
import { countAt } from '../table/count.ts';
import type { Operation, Stamp } from '../table/table.ts';
import { openDuties } from './rules.ts';
import type { Duties, StaffDeletion } from './schema.ts';
import { findErased } from './store.ts';

type Staff = Pick<StaffDeletion, 'role' | 'subject' | 'email'>;

const dutiesOfCompany = async ({ table }: Deps, companyId: CompanyId): Promise<Duties | undefined> => {
  const open = { placements: 0, evaluations: 0, offers: 0 };
  for await (const placement of placements.all(table, ofCompany(companyId))) {
    if (!isOver(placement)) open.placements += 1;
    for await (const { side, state } of evaluationsOf(table, placement))
      if (side === 'company' && (state === 'open' || state === 'overdue')) open.evaluations += 1;
  }
  const { items } = await listCompanyOffers(table, companyId, { limit: Infinity });
  open.offers = items.filter(({ offer }) => offer.state === 'pending').length;
  return openDuties(open);
};

/** Whether a coordinator would be left. An issuer of somebody else's does not say who its coordinators are. */
const isLastCoordinator = async ({ accounts, table }: Deps, { subject }: Staff): Promise<boolean> => {
  if (accounts === undefined) return false;
  for (const other of await accounts.coordinators())
    if (other !== subject && (await findErased(table, other)) === undefined) return false;
  return true;
};

/** What nobody but this person could do, if anything. */
export const dutiesOf = async (deps: Deps, staff: Staff): Promise<Duties | undefined> => {
  if (staff.role === 'coordinator')
    return (await isLastCoordinator(deps, staff)) ? { kind: 'last_coordinator' } : undefined;
  const recruiter = staff.role === 'company' ? await findRecruiter(deps.table, staff.email) : undefined;
  if (recruiter === undefined || (await colleagueOf(deps.table, recruiter)) !== undefined) return undefined;
  return dutiesOfCompany(deps, recruiter.companyId);
};

/**
 * The person acts for nobody from then on: what is written with the beginning of the removal, so that of two who leave
 * at the same moment one finds the other gone.
 */
export const handingOver = async ({ table }: Deps, staff: Staff, by: Stamp): Promise<Operation[]> => {
  switch (staff.role) {
    case 'coordinator': {
      const gone = await countAt(table, { pk: 'COORDINATORS', sk: 'GONE_COUNT' }, async () => 0);
      return [gone.oneMore(by)];
    }
    case 'company': {
      const recruiter = await findRecruiter(table, staff.email);
      if (recruiter === undefined) return [];
      return [
        recruiters.remove(recruiter, by),
        ...((await leftWith(table, recruiter, { giveUp: true }, by)) ?? []),
      ];
    }
    case 'referrer': {
      const person = await findPerson(table, staff.email);
      return person ? [referrerPeople.remove(person, by)] : [];
    }
  }
};
