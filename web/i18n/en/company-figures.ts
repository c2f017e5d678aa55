import type { Areas } from '../areas.ts';

const words: Areas['companyFigures'] = {
  median: 'First answer within {time} for half of those answered',
  hours: '{count} h',
  days: '{count} days',
  answered: 'Answered {share} of applications',
  inTime: '{share} of evaluations in time',
  about:
    'Counted each day over the last two years, without applications younger than two weeks; figures over fewer than 5 are not shown.',
};
export default words;
