import type { Areas } from '../areas.ts';

const words: Areas['companyFigures'] = {
  median: 'Half of the applications get a first answer within {time}',
  hours: '{count} h',
  days: '{count} days',
  answered: 'Answered {share} of applications',
  inTime: '{share} of evaluations in time',
  about: 'Counted each day over the last two years; figures over fewer than 5 are not shown.',
};
export default words;
