import type { Words } from '../words.ts';
import type zh from '../zh/parts.ts';

const en: Words<typeof zh> = {
  about: 'About me',
  study: 'Study',
  residence: 'Where I live',
  availability: 'Availability and hours',
  languages: 'Languages',
  skills: 'Skills',
  wishes: 'What I want',
  consents: 'Consents',
};
export default en;
