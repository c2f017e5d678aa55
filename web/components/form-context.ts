import { createContext } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';
import type { FieldProblem } from '../api/problem.ts';
import { FieldLabels } from './field-labels.ts';

/** What a field needs to know of its form: which problems there are, and where to say its label. */
export interface FormState {
  problems: readonly FieldProblem[];
  labels: FieldLabels;
}
export const FormContext = createContext<FormState>({ problems: [], labels: new FieldLabels() });

export const fieldId = (name: string): string => `field-${name.replace(/\W/g, '-')}`;

/** Says a field's label to its form, in time for what is drawn next. */
export function useLabel(name: string, label: string): void {
  const { labels } = useContext(FormContext);
  useLayoutEffect(() => labels.say(`/${name}`, label), [labels, name, label]);
}

/** The field's ids, its error, and `aria-describedby`. `name` is the body's pointer without the first slash: `hours/min`. */
export function useField(name: string, label: string, hint: unknown) {
  const { problems } = useContext(FormContext);
  useLabel(name, label);
  const id = fieldId(name);
  const error = problems.find(
    ({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`),
  )?.reason;
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .join(' ')
    .trim();
  return { id, error, describedBy: described === '' ? undefined : described };
}
