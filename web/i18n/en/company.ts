import type { Words } from '../words.ts';
import type zh from '../zh/company.ts';

const en: Words<typeof zh> = {
  area: 'Company',
};
export default en;
