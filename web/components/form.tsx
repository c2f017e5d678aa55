import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ApiProblem, FieldProblem } from '../api/problem.ts';
import { useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import { FieldLabels } from './field-labels.ts';
import { fieldId, FormContext } from './form-context.ts';
import { useProblem } from './problem.tsx';
import { useReason } from './reason.ts';
import type { TypedBefore } from './use-typed.tsx';

export interface FormProps {
  onSubmit: () => void;
  /** What the server refused: `action.problem`. */
  problem?: ApiProblem | undefined;
  /** What the page itself found; pointers as the server's. */
  problems?: readonly FieldProblem[];
  pending?: boolean;
  /** Words of the button, e.g. "Save and go on". */
  submit: string;
  /** What it does cannot be undone. */
  danger?: true;
  /** What was typed before and is kept until it is saved: `form.before` of a form with a name. */
  before?: TypedBefore;
  /** Beside the button: another button, the time of the last save. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** One list for every form without its own: were it a new one at each letter typed, the summary would take the focus. */
const none: readonly FieldProblem[] = [];

/** A form with an error summary on top that takes the focus and links to each field. */
export function Form(props: FormProps) {
  const { problem, problems = none, pending = false, before } = props;
  const labels = useMemo(() => new FieldLabels(), []);
  const unread = useMemo(() => new Map<string, string>(), []);
  const [kept, keep] = useState(none);
  // What the server refused is older than what the page found since, and may be mended.
  const own = kept.length > 0 ? kept : problems;
  const refused = own.length > 0 ? undefined : problem;
  const all = refused?.fields ?? own;
  // A field that cannot read what is typed says so itself, and no longer than it is so.
  const shown = all === kept ? none : all;
  const sent = useRef<TypedBefore | undefined>(undefined);
  useLayoutEffect(() => {
    // What is typed while it is on its way is not saved with it.
    if (!pending && problem === undefined) sent.current?.forget();
    sent.current = pending ? before : undefined;
  }, [pending]);
  const form = useRef<HTMLFormElement>(null);
  const round = before?.round ?? 0;
  // The button that began anew is gone.
  useEffect(() => {
    if (round > 0) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [round]);
  const state = useMemo(() => ({ problems: shown, labels, unread }), [shown, labels, unread]);
  return (
    <FormContext.Provider value={state}>
      <form
        noValidate
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (pending) return;
          const found = [...unread].map(([pointer, reason]) => ({ pointer, reason }));
          keep(found.length === 0 ? none : found);
          if (found.length === 0) props.onSubmit();
        }}
      >
        {(all.length > 0 || refused !== undefined) && (
          <Summary problem={refused} fields={all} labels={labels} readAgain={before?.readAgain} />
        )}
        {before?.notice}
        <Fragment key={round}>{props.children}</Fragment>
        <div class="row">
          <Button type="submit" kind={props.danger === true ? 'danger' : 'primary'} pending={pending}>
            {props.submit}
          </Button>
          {props.actions}
        </div>
      </form>
    </FormContext.Provider>
  );
}

function Summary(props: {
  problem: ApiProblem | undefined;
  fields: readonly FieldProblem[];
  labels: FieldLabels;
  readAgain: ComponentChildren;
}) {
  const t = useT('shared');
  const sentence = useProblem();
  const reason = useReason();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [props.problem, props.fields]);
  const { labels } = props;
  // The fields are drawn after the summary above them: only then is known what they are called, in which language.
  const [, hear] = useState(0);
  useLayoutEffect(() => labels.listen(() => hear((count) => count + 1)), [labels]);
  const go = (event: Event, at: string) => {
    event.preventDefault();
    const target = document.getElementById(fieldId(at.slice(1)));
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  };
  const stale = props.problem?.code === 'stale_version' && props.readAgain;
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('form.summaryTitle')}</h2>
      {stale ||
        (props.problem !== undefined &&
          (props.fields.length === 0 || props.problem.code !== 'invalid_input') && (
            <p>{sentence(props.problem)}</p>
          ))}
      <ul>
        {props.fields.map(({ pointer, reason: why }) => {
          const field = labels.of(pointer);
          const text = `${field?.label ?? pointer}: ${reason(why)}`;
          return (
            <li key={pointer + why}>
              {field === undefined ? (
                text
              ) : (
                <a href={`#${fieldId(field.at.slice(1))}`} onClick={(event) => go(event, field.at)}>
                  {text}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
