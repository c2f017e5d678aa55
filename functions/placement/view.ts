import { findCompany, publicCompany } from '../company/store.ts';
import type { Company } from '../company/schema.ts';
import { evaluationsOf } from '../evaluation/store.ts';
import type { CycleId } from '../ids.ts';
import type { Internship } from '../internship/schema.ts';
import { internshipOf } from '../internship/store.ts';
import { findPosting } from '../posting/store.ts';
import type { Posting } from '../posting/schema.ts';
import { zoneOn } from '../student/rules.ts';
import { findStudent, nameOf } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import { alarmsOf } from './alarms.ts';
import { checkInFrom } from './rules.ts';
import type { Alarm, Placement, PlacementView, Side } from './schema.ts';

/** Reads each thing once, for all rows of a page. */
const onceEach = <T>(read: (id: string) => Promise<T>) => {
  const seen = new Map<string, Promise<T>>();
  return (id: string): Promise<T> => {
    const found = seen.get(id) ?? read(id);
    seen.set(id, found);
    return found;
  };
};

const alarmsNow = async (table: Table, placement: Placement, now: string): Promise<Alarm[]> => {
  const all = await Array.fromAsync(evaluationsOf(table, placement));
  return alarmsOf(placement, { overdue: all.some(({ state }) => state === 'overdue'), now });
};

/** Placements as one reader sees them: what each side said in the check-in, coordinators and itself alone read. */
export const placementViews = (table: Table, reader: Side | 'coordinator', now: string) => {
  const company = onceEach<Company | undefined>((id) => findCompany(table, id));
  const posting = onceEach<Posting | undefined>((id) => findPosting(table, id));
  const settings = new Map<string, Promise<Internship>>();
  const settingsOf = (cycleId: CycleId): Promise<Internship> => {
    const found = settings.get(cycleId) ?? internshipOf(table, cycleId);
    settings.set(cycleId, found);
    return found;
  };
  return async (placement: Placement): Promise<PlacementView> => {
    const { checkIns, companyId, cycleId, postingId, startsOn, studentId } = placement;
    const [owner, about, student, { weeklyLog }] = await Promise.all([
      company(companyId),
      posting(postingId),
      findStudent(table, studentId),
      settingsOf(cycleId),
    ]);
    const zone = student && zoneOn(student.profile, startsOn);
    return {
      ...placement,
      checkIns: reader === 'coordinator' ? checkIns : { [reader]: checkIns[reader] },
      checkedIn: { student: checkIns.student !== undefined, company: checkIns.company !== undefined },
      checkInFrom: checkInFrom(placement),
      title: about?.content.title ?? { en: '—' },
      companyName: owner ? publicCompany(owner).name : {},
      studentName: student ? nameOf(student) : '—',
      ...(zone !== undefined && { studentZone: zone }),
      weeklyLog,
      alarms: reader === 'coordinator' ? await alarmsNow(table, placement, now) : [],
    };
  };
};
