import { findCompany, publicCompany } from '../company/store.ts';
import { evaluationsOf } from '../evaluation/store.ts';
import type { CompanyId, CycleId, PostingId } from '../ids.ts';
import { internshipOf } from '../internship/store.ts';
import { onceEach } from '../once-each.ts';
import { findPosting } from '../posting/store.ts';
import { zoneOn } from '../student/rules.ts';
import { findStudent, nameOf } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import { alarmsOf } from './alarms.ts';
import { checkInFrom, isOver } from './rules.ts';
import type { Alarm, Placement, PlacementView, Side } from './schema.ts';

export const alarmsNow = async (table: Table, placement: Placement, now: string): Promise<Alarm[]> => {
  if (isOver(placement)) return [];
  const all = await Array.fromAsync(evaluationsOf(table, placement));
  return alarmsOf(placement, { overdue: all.some(({ state }) => state === 'overdue'), now });
};

/** Placements as one reader sees them: what each side said in the check-in, coordinators and itself alone read. */
export const placementRows = (table: Table, reader: Side | 'coordinator') => {
  const company = onceEach((id: CompanyId) => findCompany(table, id));
  const posting = onceEach((id: PostingId) => findPosting(table, id));
  const settings = onceEach((id: CycleId) => internshipOf(table, id));
  return async (placement: Placement, alarms: Alarm[]): Promise<PlacementView> => {
    const { checkIns, companyId, cycleId, postingId, startsOn, studentId } = placement;
    const [owner, about, student, { weeklyLog }] = await Promise.all([
      company(companyId),
      posting(postingId),
      findStudent(table, studentId),
      settings(cycleId),
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
      alarms,
    };
  };
};

/** The same with what is wrong or late, which coordinators alone are shown. */
export const placementViews = (table: Table, reader: Side | 'coordinator', now: string) => {
  const row = placementRows(table, reader);
  return async (placement: Placement): Promise<PlacementView> =>
    row(placement, reader === 'coordinator' ? await alarmsNow(table, placement, now) : []);
};
