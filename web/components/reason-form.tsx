import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldProblem } from '../api/problem.ts';
import type { DialogAction } from './dialog.tsx';
import { Form } from './form.tsx';
import { TextArea } from './text-field.tsx';

export type ReasonFormProps = {
  label: string;
  hint?: string | undefined;
  submit: string;
  action: DialogAction;
  /** Beside the button. */
  actions?: ComponentChildren;
  /** What is asked before the reason. */
  fields?: ComponentChildren;
} & (
  | { optional: true; onSubmit: (reason: string | undefined) => void }
  | { optional?: false; onSubmit: (reason: string) => void }
);

/** Asks why: nothing is done without a reason, unless it may be left out. */
export function ReasonForm(props: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const submit = () => {
    const said = reason.trim();
    const isMissing = said === '' && props.optional !== true;
    setMissing(isMissing ? [{ pointer: '/reason', reason: 'must not be empty' }] : []);
    if (said !== '') props.onSubmit(said);
    else if (props.optional === true) props.onSubmit(undefined);
  };
  return (
    <Form
      onSubmit={submit}
      submit={props.submit}
      pending={props.action.pending}
      problem={props.action.problem}
      problems={missing}
      actions={props.actions}
    >
      {props.fields}
      <TextArea
        name="reason"
        label={props.label}
        hint={props.hint}
        optional={props.optional === true}
        rows={3}
        max={2000}
        value={reason}
        onChange={setReason}
      />
    </Form>
  );
}
