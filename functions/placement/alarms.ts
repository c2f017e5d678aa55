import { instantAfter } from '../clock/clock.ts';
import { isAgreed } from './checklist.ts';
import { isOver, startOf } from './rules.ts';
import type { Alarm, Placement } from './schema.ts';

const dayMs = 86_400_000;
/** A week before the first day the agreement has to be there. */
const agreementMs = -7 * dayMs;
/** The check-in is of the second week; after the third it is missed. */
const checkInMs = 21 * dayMs;
/** Of 1 to 5: badly. */
const badMark = 2;

/** What a coordinator has to look at. An internship that is over raises none but what is still to be written. */
export const alarmsOf = (
  placement: Placement,
  { overdue, now }: { overdue: boolean; now: string },
): Alarm[] => {
  if (isOver(placement)) return [];
  const alarms: Alarm[] = [];
  const start = startOf(placement);
  if (!isAgreed(placement.checklist) && now >= instantAfter(start, agreementMs))
    alarms.push('agreement_missing');
  const { student, company } = placement.checkIns;
  if ([student, company].some((said) => said !== undefined && said.mark <= badMark))
    alarms.push('check_in_bad');
  if ((student === undefined || company === undefined) && now >= instantAfter(start, checkInMs))
    alarms.push('check_in_missing');
  if (overdue) alarms.push('evaluation_overdue');
  return alarms;
};
