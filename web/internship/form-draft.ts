import type { Result } from '../api/types.ts';
import type { Question } from './question-field.tsx';

export type Settings = Result<'getInternshipSettings'>;
export type FormName = Settings['inUse'][number];
export const formNames = [
  'mid_term/student',
  'mid_term/company',
  'final/student',
  'final/company',
] as const satisfies readonly FormName[];

type Forms = Settings['forms'];

export const formOf = ({ mid_term: midTerm, final }: Forms, name: FormName): readonly Question[] => {
  switch (name) {
    case 'mid_term/student':
      return midTerm.student;
    case 'mid_term/company':
      return midTerm.company;
    case 'final/student':
      return final.student;
    case 'final/company':
      return final.company;
  }
};

export const withForm = (forms: Forms, name: FormName, questions: Question[]): Forms => {
  switch (name) {
    case 'mid_term/student':
      return { ...forms, mid_term: { ...forms.mid_term, student: questions } };
    case 'mid_term/company':
      return { ...forms, mid_term: { ...forms.mid_term, company: questions } };
    case 'final/student':
      return { ...forms, final: { ...forms.final, student: questions } };
    case 'final/company':
      return { ...forms, final: { ...forms.final, company: questions } };
  }
};

/** A name that no other of the form has. */
const freeId = (taken: readonly { id: string }[], begins: string): string => {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `${begins}_${number}`)) number += 1;
  return `${begins}_${number}`;
};

export const newQuestion = (form: readonly Question[]): Question => ({
  id: freeId(form, 'question'),
  kind: 'text',
  label: {},
  required: false,
  shared: true,
});

const blankChoices = () => [
  { id: 'choice_1', label: {} },
  { id: 'choice_2', label: {} },
];

/** The same question, answered in another way. */
export const asKind = ({ id, label, required, shared }: Question, kind: Question['kind']): Question => {
  const asked = { id, label, required, shared };
  switch (kind) {
    case 'scale':
      return { ...asked, kind, low: {}, high: {} };
    case 'choice':
      return { ...asked, kind, choices: blankChoices() };
    case 'text':
      return { ...asked, kind };
  }
};

export const withChoice = (question: Extract<Question, { kind: 'choice' }>): Question => ({
  ...question,
  choices: [...question.choices, { id: freeId(question.choices, 'choice'), label: {} }],
});
