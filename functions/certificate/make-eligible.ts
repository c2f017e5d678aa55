import { findCompany } from '../company/store.ts';
import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { placements } from '../placement/store.ts';
import { findPosting } from '../posting/store.ts';
import { stamp } from '../stamp.ts';
import { officialNames } from '../student/rules.ts';
import { findStudent } from '../student/store.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Item } from '../table/table.ts';
import { certificates } from './store.ts';

const by = { kind: 'system', task: 'certify' } as const;

/** Who completed an internship may have a certificate of it. What it says is fixed now, whatever is renamed later. */
export const makeEligible = async (deps: Deps, item: Item): Promise<void> => {
  const { table, clock } = deps;
  const placement = placements.parse(item);
  const { id, studentId, roundId, cycleId, companyId, startsOn, endsOn } = placement;
  const [posting, company, cycle, student] = await Promise.all([
    findPosting(table, placement.postingId),
    findCompany(table, companyId),
    getCycle(table, cycleId),
    findStudent(table, studentId),
  ]);
  const { title, hours } = posting?.content ?? {};
  // A posting that was offered had both.
  if (title === undefined || hours === undefined) return;
  // What was verified, not what the company calls itself.
  const { legalName, name = {} } = company?.content ?? {};
  const now = clock.now();
  const made = certificates.create(
    {
      id,
      studentId,
      roundId,
      cycleId,
      companyId,
      state: 'eligible',
      // A name that was not there when the offer was accepted counts as it is now.
      names: { ...(student && officialNames(student.profile)), ...placement.names },
      internship: {
        company: legalName === undefined ? name : { zh: legalName },
        posting: title,
        from: startsOn,
        to: endsOn,
        hoursAWeek: hours,
        programme: cycle.name,
      },
      eligibleAt: now,
    },
    stamp(by, 'certificate.eligible', now),
  );
  // One that is there shows that this change has been followed before.
  await writeIndependent(table, [made]);
};
