import { dates } from './criteria/dates.ts';
import { hours } from './criteria/hours.ts';
import { interest } from './criteria/interest.ts';
import { language } from './criteria/language.ts';
import { major } from './criteria/major.ts';
import { overlapFacts } from './criteria/overlap.ts';
import { skills } from './criteria/skills.ts';
import { studyLevel } from './criteria/study-level.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import type { CriterionName, Facts } from './part.ts';

export interface Pair {
  readonly student: StudentDocument;
  readonly posting: PostingDocument;
}

/** The criteria that need no more than the two documents. */
export const criteria = { skills, major, dates, hours, language, studyLevel, interest };

/** What stands behind a criterion of a pair that is shown; text has its facts from whoever searched. */
export function factsOf(name: Exclude<CriterionName, 'text'>, { student, posting }: Pair): Facts {
  return name === 'overlap' ? overlapFacts(student, posting) : criteria[name].facts(student, posting);
}
