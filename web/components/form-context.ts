import { createContext } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';
import type { FieldProblem } from '../api/problem.ts';
import { FieldLabels } from './field-labels.ts';

/** What a field needs to know of its form: which problems there are, and where to say its label. */
export interface FormState {
  problems: readonly FieldProblem[];
  labels: FieldLabels;
  /** What is typed in a field that cannot read it: the reason, by pointer. The form is not sent while there is any. */
  unread: Map<string, string>;
}
export const FormContext = createContext<FormState>({
  problems: [],
  labels: new FieldLabels(),
  unread: new Map(),
});

export const fieldId = (name: string): string => `field-${name.replace(/\W/g, '-')}`;

/** Says a field's label to its form, in time for what is drawn next. */
export function useLabel(name: string, label: string): void {
  const { labels } = useContext(FormContext);
  useLayoutEffect(() => labels.say(`/${name}`, label), [labels, name, label]);
}

/** Says to the form why the field cannot read what is typed in it, at each letter: Enter sends a form from within. */
export function useUnread(name: string, reason: string | undefined): void {
  const { unread } = useContext(FormContext);
  useLayoutEffect(() => {
    if (reason === undefined) return undefined;
    unread.set(`/${name}`, reason);
    return () => void unread.delete(`/${name}`);
  }, [unread, name, reason]);
}

/**
 * The field's ids, its error, and `aria-describedby`. `name` is the body's pointer without the first slash: `hours/min`;
 * `found` is what the field itself has against its value.
 */
export function useField(name: string, label: string, hint: unknown, found?: string) {
  const { problems } = useContext(FormContext);
  useLabel(name, label);
  const id = fieldId(name);
  const error =
    found ??
    problems.find(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`))?.reason;
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .join(' ')
    .trim();
  return { id, error, describedBy: described === '' ? undefined : described };
}
