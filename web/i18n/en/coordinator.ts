import type { Words } from '../words.ts';
import type zh from '../zh/coordinator.ts';

const en: Words<typeof zh> = {
  area: 'Coordinator',
};
export default en;
