import type { Areas } from '../areas.ts';

const words: Areas['badCheckIns'] = {
  title: 'Bad check-ins in the second week',
  hint: 'Someone said it is going badly. Read why, then talk to both sides.',
};
export default words;
