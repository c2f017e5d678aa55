import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FieldProblem } from '../api/problem.ts';
import { useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import { Dialog, type DialogAction } from './dialog.tsx';
import { Form } from './form.tsx';
import { TextArea } from './text-field.tsx';

/** Asks for the reason of a decision; whom it concerns is shown it. */
export function ReasonDialog(props: {
  open: boolean;
  title: string;
  /** What will happen, in words. */
  children?: ComponentChildren;
  label: string;
  hint?: string;
  submit: string;
  optional?: boolean;
  action: DialogAction;
  onSubmit: (reason: string | undefined) => void;
  onClose: () => void;
}) {
  const t = useT('shared');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  useEffect(() => {
    setReason('');
    setMissing([]);
  }, [props.open]);
  const close = () => {
    props.action.clear?.();
    props.onClose();
  };
  const submit = () => {
    const said = reason.trim();
    if (said === '' && props.optional !== true)
      setMissing([{ pointer: '/reason', reason: 'must not be empty' }]);
    else props.onSubmit(said === '' ? undefined : said);
  };
  return (
    <Dialog open={props.open} title={props.title} onClose={close}>
      {props.children}
      <Form
        onSubmit={submit}
        submit={props.submit}
        pending={props.action.pending}
        problem={props.action.problem}
        problems={missing}
        actions={
          <Button kind="quiet" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <TextArea
          name="reason"
          label={props.label}
          hint={props.hint}
          optional={props.optional === true}
          rows={4}
          max={2000}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </Dialog>
  );
}
