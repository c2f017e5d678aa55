import { people } from '../../../support/world.ts';
import { inWorld, moving } from './world.ts';

const { student, otherStudent, company } = people;

/** A company gives its applications their outcomes; each has a letter. */
export const outcome = inWorld([
  moving([student, company], company, { to: 'reviewing' }, { length: 2 }),
  moving([student, company], company, { to: 'shortlisted' }, { length: 3 }),
  moving(
    [otherStudent, company],
    company,
    { to: 'not_selected', reason: 'We look for more SQL.' },
    { length: 2 },
  ),
  moving([student, company], company, { to: 'rankable' }, { length: 4 }),
]);
