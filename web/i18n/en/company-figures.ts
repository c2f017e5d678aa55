import type { Areas } from '../areas.ts';

const words: Areas['companyFigures'] = {
  median: 'Half of all first answers come within {time}',
  hours: '{count} h',
  days: '{count} days',
  answered: 'Answered {share} of applications',
  inTime: '{share} of evaluations on time',
  about:
    'Counted daily over the last two years. Applications less than two weeks old are left out, and figures based on fewer than 5 are not shown.',
};
export default words;
