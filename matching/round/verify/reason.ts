import type { Lists } from '../read/lists.ts';
import type { MissedReason } from '../result.ts';

/** Why a choice was missed, as a number: a place from 1, or one of these, or a group's. */
export type Reason = number;
export const NOT_RANKED = 0xffff_fffe;
export const NO_SEATS = 0xffff_fffd;
export const RESERVED = 0xffff_fffc;
/** None that could hold. */
const WRONG = 0;
const firstGroup = 0x8000_0000;

export function groupReason(group: number): Reason {
  return firstGroup + group;
}

/** Reads reasons as a result states them. */
export function reasonReader({ groups }: Lists): (stated: MissedReason) => Reason {
  const numbers = new Map(groups.map(({ id }, number) => [id, number]));
  return (stated) => {
    if (typeof stated === 'number') return stated < firstGroup ? stated : WRONG;
    if (stated === 'notRanked') return NOT_RANKED;
    if (stated === 'noSeats') return NO_SEATS;
    if (stated === 'reserved') return RESERVED;
    const number = numbers.get(stated.group);
    return number === undefined ? WRONG : groupReason(number);
  };
}
