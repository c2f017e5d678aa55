import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { FieldProblem } from '../api/problem.ts';

/** What a field needs to know of its form: which problems there are, and where to say its label. */
export interface FormState {
  problems: readonly FieldProblem[];
  labels: Map<string, string>;
}
export const FormContext = createContext<FormState>({ problems: [], labels: new Map() });

export const fieldId = (name: string): string => `field-${name.replace(/\W/g, '-')}`;

/** The field's ids, its error, and `aria-describedby`. `name` is the body's pointer without the first slash: `hours/min`. */
export function useField(name: string, label: string, hint: unknown) {
  const { problems, labels } = useContext(FormContext);
  useEffect(() => {
    labels.set(`/${name}`, label);
    return () => void labels.delete(`/${name}`);
  }, [labels, name, label]);
  const id = fieldId(name);
  const error = problems.find(
    ({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`),
  )?.reason;
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .join(' ')
    .trim();
  return { id, error, describedBy: described === '' ? undefined : described };
}
