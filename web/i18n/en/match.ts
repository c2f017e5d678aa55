import type { Words } from '../words.ts';
import type zh from '../zh/match.ts';
const en: Words<typeof zh> = { title: '' };
export default en;
