import type { Words } from '../words.ts';
import type zh from '../zh/policy.ts';
const en: Words<typeof zh> = { title: '' };
export default en;
