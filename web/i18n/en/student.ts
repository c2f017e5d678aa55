import type { Words } from '../words.ts';
import type zh from '../zh/student.ts';

const en: Words<typeof zh> = {
  area: 'Student',
};
export default en;
