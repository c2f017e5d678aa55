import { people } from '../../../support/world.ts';
import { applying, inWorld, moving } from './world.ts';

const { student, otherStudent, otherCompany } = people;

/** Two students apply: one at once, one by a draft that is sent, withdrawn and sent again. */
export const apply = inWorld([
  applying(student, otherCompany, false),
  moving([student, otherCompany], student, { to: 'submitted' }, { length: 2 }),
  applying(otherStudent, otherCompany, true),
  moving([student, otherCompany], student, { to: 'withdrawn' }, { length: 3 }),
  moving([student, otherCompany], student, { to: 'submitted' }, { length: 4 }),
]);
