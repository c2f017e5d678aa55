import type { Areas } from '../areas.ts';

const words: Areas['badCheckIns'] = {
  title: 'Bad check-ins in the second week',
  hint: 'A side said that it goes badly. See why, then talk to both.',
};
export default words;
