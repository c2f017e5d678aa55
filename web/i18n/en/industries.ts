import type { Words } from '../words.ts';
import type zh from '../zh/industries.ts';

export default {
  internet: 'Internet',
  finance: 'Finance',
  new_media: 'New media',
  manufacturing: 'Manufacturing',
  life_science: 'Life science',
  professional_services: 'Professional services',
  education: 'Education',
  other: 'Other',
} satisfies Words<typeof zh>;
