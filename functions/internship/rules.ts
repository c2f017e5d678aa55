import { DomainError } from '../errors.ts';
import type { FormName, Internship, InternshipContent } from './schema.ts';
import type { EvaluationForm } from '../evaluation/schema.ts';

export const formOf = ({ forms }: InternshipContent, name: FormName): EvaluationForm => {
  switch (name) {
    case 'mid_term/student':
      return forms.mid_term.student;
    case 'mid_term/company':
      return forms.mid_term.company;
    case 'final/student':
      return forms.final.student;
    case 'final/company':
      return forms.final.company;
  }
};

/** A form that has submissions cannot change: all are asked the same, and old answers keep their questions. */
export const changeInternship = (before: Internship, content: InternshipContent): Internship => {
  const changed = before.inUse.filter(
    (name) => JSON.stringify(formOf(before, name)) !== JSON.stringify(formOf(content, name)),
  );
  if (changed.length > 0)
    throw new DomainError(
      'conflict',
      'form_in_use',
      'Someone has submitted this form, so it can no longer be changed. Change only forms that nobody has submitted yet.',
      { fields: changed.map((name) => ({ pointer: `/forms/${name}`, reason: 'has submissions' })) },
    );
  return { ...before, ...content };
};
