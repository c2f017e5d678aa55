export const industries = [
  'internet',
  'finance',
  'new_media',
  'manufacturing',
  'life_science',
  'professional_services',
  'education',
  'other',
] as const;
export const companySizes = ['1-19', '20-99', '100-499', '500-1999', '2000+'] as const;
/** A company in one of these states can be left by the last who acts for it: nobody else counts on it. */
export const giveableUp = ['draft', 'needs_info', 'rejected'] as const;
