import { dateOf, dayOf } from '../days.ts';
import type { DatesFacts } from '../part.ts';
import type { PostingDocument, StudentDocument } from '../document.ts';
import type { Criterion } from './criterion.ts';

/** The share of the internship's days on which the student is available. */
export const dates: Criterion<DatesFacts> = {
  score: (student, posting) => {
    const { days, available } = common(student, posting);
    return days > 0 ? available / days : 0;
  },
  facts: (student, posting) => {
    const { days, available, first } = common(student, posting);
    const period = available === 0 ? {} : { from: dateOf(first), to: dateOf(first + available - 1) };
    return { criterion: 'dates', days, availableDays: available, ...period };
  },
};

function common(student: StudentDocument, posting: PostingDocument) {
  const [startsOn, endsOn] = [dayOf(posting.startsOn), dayOf(posting.endsOn)];
  const first = Math.max(startsOn, dayOf(student.availableFrom));
  const last = Math.min(endsOn, dayOf(student.availableTo));
  return { days: endsOn - startsOn + 1, available: Math.max(0, last - first + 1), first };
}
