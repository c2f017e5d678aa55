import { isRelatedMajor } from '../../taxonomy/categories.ts';
import type { PostingDocument, StudentDocument } from '../document.ts';
import type { MajorFacts } from '../part.ts';
import { NOTHING_ASKED, type Criterion } from './criterion.ts';

type Relation = MajorFacts['relation'];

/** What each relation is worth when the posting names majors. */
export const MAJOR_WORTH = {
  named: 1,
  related: 0.5,
  open: NOTHING_ASKED,
  other: 0,
} as const satisfies Record<Relation, number>;

/** Worth when the posting is open to all majors and the student's is usual in its category. */
export const RELATED_TO_OPEN = 0.8;

/** Whether the posting asks for the student's major, or one of its category's usual majors is the student's. */
export const major: Criterion<MajorFacts> = {
  score: (student, posting) =>
    relationOf(student, posting) === 'named' ? MAJOR_WORTH.named : worthUnnamed(student, posting),
  facts: (student, posting) => {
    const relation = relationOf(student, posting);
    const majors = student.majors.filter((slug) =>
      relation === 'named' ? posting.majors.includes(slug) : isRelatedMajor(posting.category, slug),
    );
    return { criterion: 'major', relation, majors };
  },
};

/** The score of a pair if the posting does not name the student's major, whether or not it does. */
export function worthUnnamed(student: StudentDocument, posting: PostingDocument): number {
  const relation = relationUnnamed(student, posting);
  return relation === 'related' && posting.majors.length === 0 ? RELATED_TO_OPEN : MAJOR_WORTH[relation];
}

function relationOf(student: StudentDocument, posting: PostingDocument): Relation {
  return student.majors.some((slug) => posting.majors.includes(slug))
    ? 'named'
    : relationUnnamed(student, posting);
}

function relationUnnamed(student: StudentDocument, posting: PostingDocument): Relation {
  if (student.majors.some((slug) => isRelatedMajor(posting.category, slug))) return 'related';
  return posting.majors.length === 0 ? 'open' : 'other';
}
